import type { Authenticator, MfaOperation, Verification } from '../backend/backend.js';
import type { MfaErrorKind } from '../backend/mfa-error.js';

/**
 * What every public event but {@link MfaTokensEvent} shares: it bubbles and leaves shadow trees, and its detail is frozen and
 * holds no secret (ARCHITECTURE.md, decision 2).
 */
abstract class MfaEvent<Detail extends object> extends CustomEvent<Readonly<Detail>> {
  constructor(type: string, detail: Detail, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable, detail: Object.freeze(detail) });
  }
}

/**
 * Only what is known by name, and nobody can change it: a backend of the page's own may give more
 * than was asked, and what it gives is what the tag goes on with (C2).
 */
function told<Given extends object, Name extends keyof Given>(
  given: Given,
  names: readonly Name[],
): Readonly<Pick<Given, Name>> {
  const entries = names
    .filter((name) => given[name] !== undefined)
    .map((name) => [name, given[name]] as const);
  return Object.freeze(Object.fromEntries(entries)) as Readonly<Pick<Given, Name>>;
}

/** An authenticator app was linked. */
export class MfaEnrolledEvent extends MfaEvent<{ authenticator: Authenticator }> {
  constructor(authenticator: Authenticator) {
    super('mfa-enrolled', {
      authenticator: told(authenticator, ['id', 'method', 'name', 'createdAt', 'lastUsedAt']),
    });
  }
}

/** The code, or a recovery code, was right. */
export class MfaVerifiedEvent extends MfaEvent<{ result: Verification }> {
  constructor(result: Verification) {
    super('mfa-verified', { result: told(result, ['redirectTo', 'recoveryCodesLeft']) });
  }
}

/** A link with an authenticator app was taken away. */
export class MfaUnlinkedEvent extends MfaEvent<{ id: string }> {
  constructor(id: string) {
    super('mfa-unlinked', { id });
  }
}

/** There are new recovery codes; the ones before them stopped working. Holds no code. */
export class MfaRecoveryCodesChangedEvent extends MfaEvent<Record<never, never>> {
  constructor() {
    super('mfa-recovery-codes-changed', {});
  }
}

/** The person is done with linking: went on after it (`linked`), or canceled it. */
export class MfaEnrollmentClosedEvent extends MfaEvent<{ linked: boolean }> {
  constructor(linked: boolean) {
    super('mfa-enrollment-closed', { linked });
  }
}

/** A request failed. The person has been told already; this is for the page. */
export class MfaErrorEvent extends MfaEvent<{ kind: MfaErrorKind; operation: MfaOperation }> {
  constructor(kind: MfaErrorKind, operation: MfaOperation) {
    super('mfa-error', { kind, operation });
  }
}

/**
 * The tag is about to leave for another page. `preventDefault()` keeps it here. Of a form that is
 * posted `url` is the address; what is in it is told nobody.
 */
export class MfaNavigateEvent extends MfaEvent<{ url: string }> {
  constructor(url: string) {
    super('mfa-navigate', { url }, true);
  }
}

/**
 * The backend gave tokens that the page is to keep, such as an access token.
 *
 * The one event that holds secrets (ARCHITECTURE.md, decision 2). It therefore neither bubbles nor
 * leaves shadow trees, and is raised on the very tag that the page wrote: listen there. Tokens that
 * nobody listens for are kept nowhere.
 */
export class MfaTokensEvent extends CustomEvent<
  Readonly<{ operation: MfaOperation; tokens: Readonly<Record<string, string>> }>
> {
  constructor(operation: MfaOperation, tokens: Readonly<Record<string, string>>) {
    super('mfa-tokens', {
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
