import type { Authenticator, MfaBackend } from '../../backend/backend.js';
import { ERROR_KINDS } from '../../backend/error-kinds.js';
import { MfaError } from '../../backend/mfa-error.js';
import type { AuthenticatorApp } from '../enrollment/authenticator-apps.js';
import type { EnrollmentElement } from '../enrollment/enrollment-element.js';
import { PlacedChildren } from '../shared/base/placed-children.js';
import type { WaitingHost } from '../shared/waits/retry-timer.js';

/** An element whose settings apply to the enrollment too, but for the next page: the list returns. */
export interface EnrollmentHostElement extends WaitingHost {
  readonly activeBackend: MfaBackend;
  readonly issuer?: string | undefined;
  readonly account?: string | undefined;
  readonly signInUrl?: string | undefined;
  readonly apps?: readonly AuthenticatorApp[] | undefined;
}

export interface EnrollmentHostCallbacks {
  /** A code was sent, or its outcome is known: whether an app may be linked without a response that says so. */
  readonly onLinking: (mayBeLinked: boolean) => void;
  /** An app was linked. Its recovery codes may still be showing. */
  readonly onEnrolled: (authenticator: Authenticator) => void;
  /** The user has finished or canceled. */
  readonly onClosed: () => void;
  /** It is unknown whether an app was linked. */
  readonly onUnknown: (error: MfaError) => void;
  /** The server accepts no more apps. */
  readonly onRefused: (error: MfaError) => void;
}

/**
 * Adds an `mfa-enrollment` to the light DOM of the list while another app is linked, and reports what
 * comes of it. The flow of the list decides when.
 *
 * Why the light DOM: the code field is then in the page's own tree (ARCHITECTURE.md, decision 1).
 *
 * @example
 * ```ts
 * readonly #enrollmentHost = new EnrollmentHost(this, {
 *   onLinking: (mayBeLinked) => this.dispatch({ type: 'linking', mayBeLinked }),
 *   onEnrolled: (authenticator) => this.dispatch({ type: 'enrolled', authenticator }),
 *   onClosed: () => this.dispatch({ type: 'enrollment-closed' }),
 *   onUnknown: (error) => this.dispatch({ type: 'enrollment-unknown', error }),
 *   onRefused: (error) => this.dispatch({ type: 'enrollment-refused', error }),
 * });
 * ```
 */
export class EnrollmentHost {
  readonly #host: EnrollmentHostElement;
  readonly #callbacks: EnrollmentHostCallbacks;
  readonly #children: PlacedChildren;
  #child: EnrollmentElement | undefined;

  constructor(host: EnrollmentHostElement, callbacks: EnrollmentHostCallbacks) {
    this.#host = host;
    this.#callbacks = callbacks;
    this.#children = new PlacedChildren(host);
  }

  /** Adds the enrollment to the slot `step`, or removes it. */
  place(isEnrolling: boolean): void {
    if (!isEnrolling) {
      if (this.#child) this.#children.release(this.#child);
      this.#child = undefined;
      return;
    }
    const child = this.#child ?? this.#create();
    const { activeBackend, issuer, account, signInUrl, apps } = this.#host;
    child.backend = activeBackend;
    if (issuer !== undefined) child.issuer = issuer;
    if (account !== undefined) child.account = account;
    if (signInUrl !== undefined) child.signInUrl = signInUrl;
    if (apps) child.apps = apps;
    this.#children.place(child, 'step');
    this.#children.settle();
  }

  #create(): EnrollmentElement {
    const child = this.#children.create('mfa-enrollment');
    // A wait outlives the enrollment that it began in.
    child.retryTimer.shareWith(this.#host.retryTimer);
    child.autofocus = true;
    child.cancelable = true;
    child.addEventListener('mfa-enrolled', this.#handleEnrolled);
    child.addEventListener('mfa-enrollment-closed', this.#handleClosed);
    child.onLinking = this.#callbacks.onLinking;
    child.onUnknownOutcome = this.#callbacks.onUnknown;
    child.addEventListener('mfa-error', this.#handleError);
    child.addEventListener('mfa-navigate', preventNavigation);
    this.#child = child;
    return child;
  }

  // Any script can dispatch such an event, so what happened is read from the element itself (C43).
  readonly #handleEnrolled = (): void => {
    const authenticator = this.#child?.linkedAuthenticator;
    if (authenticator) this.#callbacks.onEnrolled(authenticator);
  };

  readonly #handleClosed = (): void => {
    if (this.#child?.isClosed) this.#callbacks.onClosed();
  };

  readonly #handleError = (): void => {
    const failure = this.#child?.failure;
    if (
      failure?.operation !== 'startEnrollment' ||
      !ERROR_KINDS[failure.error.kind].refusesEnrollment
    )
      return;
    this.#callbacks.onRefused(new MfaError('limit-reached', 'The server links no more apps.'));
  };
}

/** A server may name the next page after linking at sign-in. Here the list returns instead. */
function preventNavigation(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
