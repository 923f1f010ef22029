import type { Authenticator, MfaOperation, Verification } from '../backend/backend.js';
import type { MfaErrorKind } from '../backend/mfa-error.js';

/**
 * The base of all public events but {@link MfaTokensEvent}. The event bubbles and crosses shadow
 * boundaries. Its detail is frozen and contains no secret (ARCHITECTURE.md, decision 2).
 */
abstract class MfaEvent<Detail extends object> extends CustomEvent<Readonly<Detail>> {
  constructor(type: string, detail: Detail, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable, detail: Object.freeze(detail) });
  }
}

/**
 * Returns a frozen copy of the named fields. A custom backend may return more fields, and the element
 * continues with the original, which a listener must not change (C2).
 */
function pick<Source extends object, Name extends keyof Source>(
  source: Source,
  names: readonly Name[],
): Readonly<Pick<Source, Name>> {
  const entries = names
    .filter((name) => source[name] !== undefined)
    .map((name) => [name, source[name]] as const);
  return Object.freeze(Object.fromEntries(entries)) as Readonly<Pick<Source, Name>>;
}

/** Dispatched when an authenticator app was linked. */
export class MfaEnrolledEvent extends MfaEvent<{ authenticator: Authenticator }> {
  constructor(authenticator: Authenticator) {
    super('mfa-enrolled', {
      authenticator: pick(authenticator, ['id', 'method', 'name', 'createdAt', 'lastUsedAt']),
    });
  }
}

/** Dispatched when a code or a recovery code was accepted. */
export class MfaVerifiedEvent extends MfaEvent<{ result: Verification }> {
  constructor(result: Verification) {
    super('mfa-verified', { result: pick(result, ['redirectTo', 'recoveryCodesLeft']) });
  }
}

/** Dispatched when the backend has said that an authenticator app was unlinked. The list may still have it. */
export class MfaUnlinkedEvent extends MfaEvent<{ id: string }> {
  constructor(id: string) {
    super('mfa-unlinked', { id });
  }
}

/** Dispatched when new recovery codes replaced the old ones. Contains no code. */
export class MfaRecoveryCodesChangedEvent extends MfaEvent<Record<never, never>> {
  constructor() {
    super('mfa-recovery-codes-changed', {});
  }
}

/** Dispatched when the person leaves the enrollment: continued after it (`linked`), or canceled it. */
export class MfaEnrollmentClosedEvent extends MfaEvent<{ linked: boolean }> {
  constructor(linked: boolean) {
    super('mfa-enrollment-closed', { linked });
  }
}

/** Dispatched when a request has failed. The element shows the error itself. */
export class MfaErrorEvent extends MfaEvent<{ kind: MfaErrorKind; operation: MfaOperation }> {
  constructor(kind: MfaErrorKind, operation: MfaOperation) {
    super('mfa-error', { kind, operation });
  }
}

/**
 * Dispatched before the element navigates to another page. `preventDefault()` cancels the navigation.
 * If a form is posted, `url` is its action; the event does not contain its fields.
 */
export class MfaNavigateEvent extends MfaEvent<{ url: string }> {
  constructor(url: string) {
    super('mfa-navigate', { url }, true);
  }
}

/**
 * Dispatched when the backend returns tokens for the page to store, such as an access token.
 *
 * The only event that contains secrets (ARCHITECTURE.md, decision 2). It therefore neither bubbles nor
 * crosses shadow boundaries: listen on the element in the page. The library does not store the tokens.
 */
export class MfaTokensEvent extends CustomEvent<
  Readonly<{ operation: MfaOperation; tokens: Readonly<Record<string, string>> }>
> {
  constructor(operation: MfaOperation, tokens: Readonly<Record<string, string>>) {
    super('mfa-tokens', {
      bubbles: false,
      composed: false,
      cancelable: false,
      detail: Object.freeze({ operation, tokens: Object.freeze({ ...tokens }) }),
    });
  }
}

declare global {
  interface HTMLElementEventMap {
    'mfa-enrolled': MfaEnrolledEvent;
    'mfa-verified': MfaVerifiedEvent;
    'mfa-unlinked': MfaUnlinkedEvent;
    'mfa-recovery-codes-changed': MfaRecoveryCodesChangedEvent;
    'mfa-enrollment-closed': MfaEnrollmentClosedEvent;
    'mfa-error': MfaErrorEvent;
    'mfa-navigate': MfaNavigateEvent;
    'mfa-tokens': MfaTokensEvent;
  }
}
