import type { Authenticator, MfaBackend } from '../../backend/backend.js';
import { ERROR_KINDS } from '../../backend/error-kinds.js';
import { MfaError } from '../../backend/mfa-error.js';
import type { AuthenticatorApp } from '../enrollment/authenticator-apps.js';
import type { EnrollmentElement } from '../enrollment/enrollment-element.js';

/** What the page said to the list that is meant for linking too. Nowhere to go: the list comes back. */
export interface EnrollmentHostSettings {
  readonly backend: MfaBackend;
  readonly issuer?: string | undefined;
  readonly account?: string | undefined;
  readonly signInUrl?: string | undefined;
  readonly apps?: readonly AuthenticatorApp[] | undefined;
}

export interface EnrollmentHostOutcomes {
  /** An app was linked; its recovery codes may still be showing. */
  readonly linked: (authenticator: Authenticator) => void;
  /** The person is done, or called it off. */
  readonly closed: () => void;
  /** The server links no more apps: there is nothing to do here but to go back. */
  readonly refused: (error: MfaError) => void;
}

/**
 * Owns: the `mfa-enrollment` in the light DOM of the list while another app is being linked, so that
 * its code field stands in the page's own tree (ARCHITECTURE.md, decision 1).
 * Does not own: when that is, or what follows (the flow of the list).
 */
export class EnrollmentHost {
  readonly #host: HTMLElement;
  readonly #outcomes: EnrollmentHostOutcomes;
  #child: EnrollmentElement | undefined;

  constructor(host: HTMLElement, outcomes: EnrollmentHostOutcomes) {
    this.#host = host;
    this.#outcomes = outcomes;
  }

  /** Puts the step in the slot `step`, or takes it away. */
  place(settings: EnrollmentHostSettings | undefined): void {
    if (!settings) {
      this.#child?.remove();
      this.#child = undefined;
      return;
    }
    const child = this.#child ?? this.#create();
    const { backend, issuer, account, signInUrl, apps } = settings;
    child.backend = backend;
    if (issuer !== undefined) child.issuer = issuer;
    if (account !== undefined) child.account = account;
    if (signInUrl !== undefined) child.signInUrl = signInUrl;
    if (apps) child.apps = apps;
    if (!child.isConnected) this.#host.append(child);
  }

  #create(): EnrollmentElement {
    const child = document.createElement('mfa-enrollment');
    child.slot = 'step';
    child.autofocus = true;
    child.cancelable = true;
    child.addEventListener('mfa-enrolled', this.#handleEnrolled);
    child.addEventListener('mfa-enrollment-closed', this.#handleClosed);
    child.addEventListener('mfa-error', this.#handleError);
    child.addEventListener('mfa-navigate', keepHere);
    this.#child = child;
    return child;
  }

  // An event only says when to look: what happened is read from the step itself (C43).
  readonly #handleEnrolled = (): void => {
    const authenticator = this.#child?.linkedAuthenticator;
    if (authenticator) this.#outcomes.linked(authenticator);
  };

  readonly #handleClosed = (): void => {
    if (this.#child?.isClosed) this.#outcomes.closed();
  };

  readonly #handleError = (): void => {
    const failure = this.#child?.failure;
    if (
      failure?.operation !== 'startEnrollment' ||
      !ERROR_KINDS[failure.error.kind].refusesEnrollment
    )
      return;
    this.#outcomes.refused(new MfaError('limit-reached', 'The server links no more apps.'));
  };
}

/** A server may name a place to go after linking at sign-in; here the list is that place. */
function keepHere(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
