import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Authenticator, Enrollment } from '../../backend/backend.js';
import {
  enrollmentFlow,
  type EnrollmentEvent,
  type EnrollmentState,
} from '../../flow/enrollment/enrollment.js';
import { FlowController } from '../../flow/flow-controller.js';
import { msg } from '../../localization/msg.js';
import { parseOtpauthUri } from '../../otp/otpauth-uri.js';
import { copyButtonStyles } from '../shared/controls/copy-button.styles.js';
import { MfaEnrolledEvent, MfaEnrollmentClosedEvent } from '../events.js';
import { FlowElement } from '../shared/base/flow-element.js';
import { renderCancelButton } from '../shared/controls/render-cancel-button.js';
import { renderHeading } from '../shared/controls/render-heading.js';
import { renderLoading } from '../shared/controls/render-loading.js';
import { busyLabel } from '../shared/controls/render-submit-button.js';
import { StepUpForm } from '../shared/forms/step-up-form.js';
import { AUTHENTICATOR_APPS, type AuthenticatorApp } from './authenticator-apps.js';
import { enrollmentStyles } from './enrollment-element.styles.js';
import { isFocusFree } from './is-focus-free.js';
import { scanningState, ScanningStep } from './scanning-step.js';
import { renderCanceled } from './render-canceled.js';
import { renderEnrolled } from './render-enrolled.js';
import { renderExpired } from './render-expired.js';

/**
 * Links an authenticator app: get the app, scan the QR code, type the first code, keep the recovery
 * codes. On a phone the link that opens the app comes first, and the QR code is folded away.
 *
 * @summary Links an authenticator app.
 * @tag mfa-enrollment
 * @slot help - Who to turn to.
 * @slot guide - What to do in each app, in place of the steps for `apps`.
 * @slot code-form - Filled by the tag: the form with the code field
 * @slot proof-form - Filled by the tag: the form in which a person proves who is there
 * @fires {MfaEnrolledEvent} mfa-enrolled - The app is linked.
 * @fires {MfaEnrollmentClosedEvent} mfa-enrollment-closed - The person went on after linking, or
 *   canceled.
 * @fires {MfaErrorEvent} mfa-error - A request failed.
 * @fires {MfaNavigateEvent} mfa-navigate - About to go to the next page; cancelable.
 * @fires {MfaTokensEvent} mfa-tokens - Tokens of the backend for the page to keep. Secret: does not bubble.
 * @csspart open-app - The link that opens the app on this phone
 * @csspart show-apps - What unfolds where to get an app
 * @csspart show-key - What unfolds the key
 * @csspart show-qr - What unfolds the QR code
 * @csspart show-steps - What unfolds the steps in one app
 * @csspart qr - The QR code
 * @csspart key - The key in groups of four
 * @csspart account - The account's name as an app asks for it
 * @csspart submit - The button that sends the code
 * @csspart cancel - The button that stops linking
 * @csspart extend - The button that gives more time
 * @csspart restart - The button that makes a new QR code, or begins again after a cancel
 * @csspart restart - The button that begins again
 * @csspart continue - The button that goes on after linking
 * @csspart use-code - The button that asks for a code in place of the password
 * @csspart use-password - The button that asks for the password in place of a code
 * @csspart retry-notice - How long the next try has to wait
 * @csspart recovery-codes - The list of recovery codes
 * @csspart recovery-code - One recovery code
 * @csspart copy - The button that copies
 * @csspart download - The button that saves a file
 * @csspart print - The button that prints
 * @csspart checkbox - Every checkbox
 * @csspart kept - The checkbox "I have kept my recovery codes"
 * @csspart reminder - What is said to who goes on without ticking it
 */
export class EnrollmentElement extends FlowElement<EnrollmentState, EnrollmentEvent> {
  static override styles = [...FlowElement.styles, copyButtonStyles, enrollmentStyles];

  /** The apps that are proposed, each with its manual, where to get it and what to do in it. */
  @property({ attribute: false }) apps: readonly AuthenticatorApp[] = AUTHENTICATOR_APPS;

  /** Offers to stop, at every step before the app is linked: for a page that can go on without. */
  @property({ type: Boolean }) cancelable = false;

  protected override readonly flow = new FlowController(this, enrollmentFlow);

  /** The site as the app shows it; outlives the secret, for the words of the last step. */
  #site = '';

  readonly #linkingStep = new ScanningStep(
    this,
    (event) => this.dispatch(event),
    () => this.flow.dispatch({ type: 'expire' }),
  );
  readonly #stepUpForm = new StepUpForm(this, (proof) =>
    this.dispatch({ type: 'submit-proof', proof }),
  );

  /** @internal The app that was just linked, for a tag that holds this one (C43). */
  get linked(): Authenticator | undefined {
    const { state } = this.flow;
    return state.step === 'enrolled' ? state.confirmation.authenticator : undefined;
  }

  /** @internal Whether the person is done here, for a tag that holds this one (C43). */
  get isClosed(): boolean {
    return ['done', 'canceled'].includes(this.flow.state.step);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { state } = this.flow;
    const linking = scanningState(state);
    if (linking) this.#site = this.#nameOfSite(linking.enrollment);
    this.#linkingStep.follow(state);
  }

  protected override updated(): void {
    const { state } = this.flow;
    this.#linkingStep.place(state);
    const proves = state.step === 'proving' || state.step === 'checking-proof';
    this.#stepUpForm.place(proves ? state : undefined, this.takesFocus);
    super.updated();
  }

  /** When time is over nobody pressed anything: the heading may take a focus that is lost, no other. */
  protected override get takesFocus(): boolean {
    return this.flow.state.step === 'expired' ? isFocusFree(this) : super.takesFocus;
  }

  protected override stepShown(step: EnrollmentState['step']): void {
    const { state } = this.flow;
    if (!this.#isAtField) super.stepShown(step);
    // The button that asked for more time is gone.
    if (state.step === 'scanning' && typeof state.extension === 'string') {
      this.#linkingStep.focusCode();
    }
    if (state.step === 'enrolled') {
      this.dispatchEvent(new MfaEnrolledEvent(state.confirmation.authenticator));
    }
    if (state.step === 'canceled') this.dispatchEvent(new MfaEnrollmentClosedEvent(false));
    if (state.step === 'done') {
      this.dispatchEvent(new MfaEnrollmentClosedEvent(true));
      this.leaveFor(this.destination(state.redirectTo));
    }
  }

  protected override renderStep(): TemplateResult {
    return html`${renderLoading(this.#loading)} ${this.#renderBody()}`;
  }

  #renderBody(): TemplateResult | typeof nothing {
    const { state } = this.flow;
    switch (state.step) {
      case 'idle':
      case 'starting':
        return html`<div class="actions">${this.#renderCancel()}</div>`;
      case 'proving':
      case 'checking-proof':
        return html`${renderLinkHeading()}
        ${this.#stepUpForm.render(state, this.cancelable ? this.#cancel : undefined)}`;
      case 'scanning':
      case 'confirming':
      case 'diagnosing':
      case 'extending':
        return this.#linkingStep.render(state, {
          heading: renderLinkHeading(),
          issuer: this.#site,
          apps: this.apps,
          cancelButton: this.#renderCancel(),
        });
      case 'expired':
        return renderExpired(() => this.dispatch({ type: 'start' }), this.#renderCancel());
      case 'enrolled':
        return renderEnrolled({
          issuer: this.#site,
          recoveryCodes: state.confirmation.recoveryCodes ?? [],
          onContinue: () => this.dispatch({ type: 'continue' }),
        });
      case 'done':
        return renderEnrolled({ issuer: this.#site, recoveryCodes: [] });
      case 'canceling':
        return nothing;
      case 'canceled':
        return renderCanceled(() => this.dispatch({ type: 'start' }));
      case 'failed':
        return html`${this.renderFailedStep(state.error)}
          <div class="actions">${this.#renderCancel()}</div>`;
    }
  }

  /** What is being waited for. */
  get #loading(): string {
    switch (this.flow.state.step) {
      case 'idle':
      case 'starting':
        return msg('The QR code is being made…', {
          id: 'enrollment.starting',
          desc: 'Linking an app: shown while the QR code is asked for',
        });
      case 'canceling':
        return busyLabel();
      default:
        return '';
    }
  }

  #renderCancel(): TemplateResult | typeof nothing {
    return this.cancelable ? renderCancelButton(this.#cancel) : nothing;
  }

  readonly #cancel = (): void => {
    this.dispatch({ type: 'cancel' });
  };

  #nameOfSite({ otpauthUri }: Enrollment): string {
    return this.issuer ?? parseOtpauthUri(otpauthUri).issuer ?? location.hostname;
  }

  /** Focus is in the field, or on a button near it; every other step begins at its heading. */
  get #isAtField(): boolean {
    const { state } = this.flow;
    if (state.step === 'scanning') return Boolean(state.error ?? state.extension);
    return ['confirming', 'diagnosing', 'extending', 'proving', 'checking-proof'].includes(
      state.step,
    );
  }
}

const renderLinkHeading = (): TemplateResult =>
  renderHeading(
    msg('Link your authenticator app', {
      id: 'enrollment.heading',
      desc: 'Linking an app: heading',
    }),
  );
