import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { MfaStatus } from '../../backend/backend.js';
import { FlowController } from '../../flow/flow-controller.js';
import { loginFlow, type LoginEvent, type LoginState } from '../../flow/login.js';
import { msg } from '../../localization/msg.js';
import type { ChallengeElement } from '../challenge/challenge-element.js';
import type { AuthenticatorApp } from '../enrollment/authenticator-apps.js';
import type { EnrollmentElement } from '../enrollment/enrollment-element.js';
import { lazyEnrollment } from '../enrollment/lazy-enrollment.js';
import { FlowElement } from '../shared/base/flow-element.js';
import { PlacedChildren } from '../shared/base/placed-children.js';
import { renderLoading } from '../shared/controls/render-loading.js';
import { renderSignedIn } from '../shared/controls/render-signed-in.js';
import { EarlyEnrollment } from './early-enrollment.js';
import { renderLostCodes } from './render-lost-codes.js';

/** An element in the slot `guide`. */
interface GuidePart {
  readonly source: HTMLElement;
  readonly before: Node;
  readonly copy: HTMLElement;
}

const EVERY_CHANGE: MutationObserverInit = {
  attributes: true,
  characterData: true,
  childList: true,
  subtree: true,
};

/** Returns the author's elements in the slot `guide`. */
const guidesIn = (parent: Element): readonly HTMLElement[] => [
  ...parent.querySelectorAll<HTMLElement>(':scope > [slot=guide]'),
];

/**
 * Shows the second step of signing in, after the password: the first time the user links an
 * authenticator app, from then on the user enters its code.
 *
 * Use it on the page that follows the password. It requests which of the two is due, and shows an
 * `mfa-enrollment` or an `mfa-challenge` in its light DOM, so that the code field is in the page's own
 * tree.
 *
 * @summary The whole second step of signing in.
 * @tag mfa-login
 * @slot help - Where to get help.
 * @slot guide - The steps in each app when one is linked, in place of those of `apps`. A copy is shown,
 *   without its event listeners.
 * @slot step - Filled by the element: the `mfa-enrollment` or the `mfa-challenge` that is due
 * @fires {MfaEnrolledEvent} mfa-enrolled - An app is linked.
 * @fires {MfaVerifiedEvent} mfa-verified - The code was right.
 * @fires {MfaErrorEvent} mfa-error - A request failed.
 * @fires {MfaNavigateEvent} mfa-navigate - About to go to the next page. Cancelable.
 * @fires {MfaTokensEvent} mfa-tokens - The backend returned tokens for the page to store. Secret: does not bubble.
 * @csspart continue - The button that continues if recovery codes could not be shown
 */
export class LoginElement extends FlowElement<LoginState, LoginEvent> {
  /** The apps that are suggested when one is linked. Default: the two that most people use. */
  @property({ attribute: false }) apps?: readonly AuthenticatorApp[];

  /** Offers to remember this device when a code is asked for, if the backend supports it. */
  @property({ type: Boolean, attribute: 'remember-device' }) rememberDevice = false;

  protected override readonly flow = new FlowController(this, loginFlow);

  readonly #children = new PlacedChildren(this);
  #early: EarlyEnrollment | undefined;
  #child: EnrollmentElement | ChallengeElement | undefined;
  #childStatus: MfaStatus | undefined;
  /** The author's guide, as it was when it was copied, and the copy that shows. */
  #guide: readonly GuidePart[] = [];

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.flow.state.step !== 'enrolling') this.#dropEarly();
    else if (this.hasBackend && !lazyEnrollment.exports)
      this.#early ??= new EarlyEnrollment(this.activeBackend);
  }

  protected override updated(): void {
    this.#placeChild();
    super.updated();
  }

  /** @internal For the flow. */
  override forget(): void {
    super.forget();
    this.#dropEarly();
  }

  #dropEarly(): void {
    this.#early?.drop();
    this.#early = undefined;
  }

  protected override stepShown(step: LoginState['step']): void {
    if (step === 'failed' || step === 'linked' || step === 'verified') super.stepShown(step);
    if (step === 'verified') this.leaveFor(this.destination());
  }

  protected override renderStep(): TemplateResult {
    const { step } = this.flow.state;
    const isLoading =
      step === 'idle' ||
      step === 'checking' ||
      (step === 'enrolling' && !this.load(lazyEnrollment));
    return html`${renderLoading(isLoading ? checkingMessage() : '')} ${this.#renderBody()}`;
  }

  #renderBody(): TemplateResult | typeof nothing {
    const { state } = this.flow;
    switch (state.step) {
      case 'idle':
      case 'checking':
        return nothing;
      case 'enrolling':
      case 'challenging':
        return html`<slot name="step"></slot>`;
      case 'linked':
        return renderLostCodes(
          this.issuer ?? state.due.issuer ?? location.hostname,
          this.offers('generateRecoveryCodes'),
          () => this.dispatch({ type: 'continue' }),
        );
      case 'verified':
        return renderSignedIn();
      case 'failed':
        return this.renderFailedStep(state.error, 'status');
    }
  }

  /** Adds the element of the step that is due to the light DOM, with the author's guide. */
  #placeChild(): void {
    const { state } = this.flow;
    const isHere = state.step !== 'enrolling' || lazyEnrollment.exports;
    const status = isHere && 'status' in state ? state.status : undefined;
    if (status !== this.#childStatus) {
      this.#childStatus = status;
      this.#removeChild();
      this.#child = status && this.#createChild(status);
    }
    if (!status || !this.#child) return;
    this.#configureChild(status, this.#child);
    this.#children.place(this.#child, 'step');
    if (this.#child.localName === 'mfa-enrollment') this.#showGuide(this.#child);
    this.#children.settle();
  }

  /**
   * Shows a copy of the author's guide in the enrollment, and follows changes. The guide itself stays
   * where a framework has put it, and where it looks for it.
   */
  #showGuide(enrollment: HTMLElement): void {
    const sources = guidesIn(this);
    const isUnchanged =
      sources.length === this.#guide.length &&
      this.#guide.every(
        ({ source, before }, i) => source === sources[i] && source.isEqualNode(before),
      );
    if (!isUnchanged) {
      this.#hideGuide();
      this.#guide = sources.map((source) => ({
        source,
        before: source.cloneNode(true),
        copy: this.#children.copy(source),
      }));
    }
    for (const { source, copy } of this.#guide) {
      this.#children.watch(source, EVERY_CHANGE);
      this.#children.place(copy, 'guide', enrollment);
    }
  }

  #hideGuide(): void {
    for (const { source, copy } of this.#guide) {
      this.#children.release(source);
      this.#children.release(copy);
    }
    this.#guide = [];
  }

  #removeChild(): void {
    this.#hideGuide();
    if (this.#child) this.#children.release(this.#child);
  }

  #createChild(status: MfaStatus): EnrollmentElement | ChallengeElement {
    const child = this.#children.create(
      status.state === 'enrollment-required' ? 'mfa-enrollment' : 'mfa-challenge',
    );
    child.backend = this.#early?.backend ?? this.activeBackend;
    child.retryTimer.shareWith(this.retryTimer);
    child.autofocus = this.takesFocus;
    child.addEventListener('mfa-error', this.#handleChildError);
    if ('apps' in child) {
      child.onLinking = (mayBeLinked) => {
        this.flow.dispatch({ type: 'linking', lostCodes: mayBeLinked && this.makesRecoveryCodes });
      };
      child.onUnknownOutcome = (error, status) => {
        const isUnknown = error.kind === 'unknown-outcome';
        const lostCodes = isUnknown && this.makesRecoveryCodes;
        if (status) this.dispatch({ type: 'found', status, lostCodes });
        else if (isUnknown) this.dispatch({ type: 'unknown', error, lostCodes });
      };
    }
    return child;
  }

  /** Passes the settings of this element on to the child, also when they change later. */
  #configureChild(status: MfaStatus, child: EnrollmentElement | ChallengeElement): void {
    const issuer = this.issuer ?? status.issuer;
    if (issuer !== undefined) child.issuer = issuer;
    // Empty means the same as absent, and clears a value that was set before.
    child.successUrl = this.successUrl ?? '';
    child.signInUrl = this.signInUrl ?? '';
    child.allowedOrigins = this.allowedOrigins ?? '';
    if (this.apps && 'apps' in child) child.apps = this.apps;
    if ('rememberDevice' in child) child.rememberDevice = this.rememberDevice;
  }

  /** Any script can dispatch such an event, so what failed is read from the child itself (C43). */
  readonly #handleChildError = (): void => {
    const failure = this.#child?.failure;
    // An app is linked already. The server then says which step is due.
    if (failure?.operation !== 'startEnrollment' || failure.error.kind !== 'already-linked') return;
    // Linking starts by itself when the page opens, which must not move the focus.
    if (this.#child?.matches(':focus-within')) this.dispatch({ type: 'recheck' });
    else this.flow.dispatch({ type: 'recheck' });
  };
}

const checkingMessage = (): string =>
  msg('One moment, we are getting your sign-in ready…', {
    id: 'login.checking',
    desc: 'Sign-in: shown while the server is asked which step is due',
  });
