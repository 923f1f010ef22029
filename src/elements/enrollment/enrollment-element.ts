import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Authenticator, Enrollment, MfaStatus } from '../../backend/backend.js';
import type { MfaError } from '../../backend/mfa-error.js';
import { loadEnrollmentReader } from '../../backend/results/load-enrollment-reader.js';
import {
  enrollmentFlow,
  mayBeLinked,
  type EnrollmentEvent,
  type EnrollmentState,
} from '../../flow/enrollment/enrollment.js';
import { FlowController } from '../../flow/flow-controller.js';
import { parseOtpauthUri } from '../../otp/otpauth-uri.js';
import { MfaEnrolledEvent, MfaEnrollmentClosedEvent } from '../events.js';
import { loadEncoder } from '../qr-code/load-encoder.js';
import { FlowElement } from '../shared/base/flow-element.js';
import { copyButtonStyles } from '../shared/controls/copy-button.styles.js';
import { renderCancelButton } from '../shared/controls/render-cancel-button.js';
import { renderHeading } from '../shared/controls/render-heading.js';
import { renderLoading } from '../shared/controls/render-loading.js';
import { StepUpForm } from '../shared/forms/step-up-form.js';
import { lazyRecoveryCodeList } from '../recovery-code-list/lazy-recovery-code-list.js';
import type { WaitingAction } from '../shared/waits/retry-timer.js';
import { AUTHENTICATOR_APPS, type AuthenticatorApp } from './authenticator-apps.js';
import { enrollmentStyles } from './enrollment-element.styles.js';
import { isFocusFree, staysAtField } from './enrollment-focus.js';
import { enrollmentHeading, loadingMessage } from './enrollment-messages.js';
import { renderCanceled } from './render-canceled.js';
import { renderEnrolled } from './render-enrolled.js';
import { renderExpired } from './render-expired.js';
import { scanningState, ScanningStep } from './scanning-step.js';

/**
 * Links an authenticator app: the user gets an app, scans the QR code, types the first code and keeps
 * the recovery codes. On a phone the link that opens the app comes first, and the QR code is folded
 * away.
 *
 * Use it where a signed-in user links an app. At sign-in `mfa-login` shows it when it is needed, and
 * `mfa-authenticators` shows it to link another app.
 *
 * @summary Links an authenticator app.
 * @tag mfa-enrollment
 * @slot help - Where to get help.
 * @slot guide - The steps in each app, in place of those of `apps`.
 * @slot code-form - Filled by the element: the form with the code field
 * @slot proof-form - Filled by the element: the form that asks for the password or a code
 * @fires {MfaEnrolledEvent} mfa-enrolled - The app is linked.
 * @fires {MfaEnrollmentClosedEvent} mfa-enrollment-closed - The user continued after linking, or
 *   canceled.
 * @fires {MfaErrorEvent} mfa-error - A request failed.
 * @fires {MfaNavigateEvent} mfa-navigate - About to go to the next page. Cancelable.
 * @fires {MfaTokensEvent} mfa-tokens - The backend returned tokens for the page to store. Secret: does not bubble.
 * @csspart open-app - The link that opens the app on this phone
 * @csspart show-apps - The summary that unfolds where to get an app
 * @csspart show-key - The summary that unfolds the key
 * @csspart show-qr - The summary that unfolds the QR code
 * @csspart show-steps - The summary that unfolds the steps in one app
 * @csspart qr - The QR code
 * @csspart key - The key in groups of four
 * @csspart account - The account name as an app asks for it
 * @csspart submit - The button that sends the code
 * @csspart cancel - The button that cancels linking
 * @csspart extend - The button that requests more time
 * @csspart restart - The button that makes a new QR code, or starts again after canceling
 * @csspart continue - The button that continues after linking
 * @csspart use-code - The button that asks for a code instead of the password
 * @csspart use-password - The button that asks for the password instead of a code
 * @csspart recovery-codes - The list of recovery codes
 * @csspart recovery-code - One recovery code
 * @csspart copy - The button that copies
 * @csspart download - The button that saves a file
 * @csspart print - The button that prints
 * @csspart checkbox - Every checkbox
 * @csspart kept - The checkbox "I have kept my recovery codes"
 * @csspart reminder - The reminder that shows when the user continues without ticking the checkbox
 */
export class EnrollmentElement extends FlowElement<EnrollmentState, EnrollmentEvent> {
  static override styles = [...FlowElement.styles, copyButtonStyles, enrollmentStyles];

  /** The suggested apps, each with its manual, where to get it and the steps in it. */
  @property({ attribute: false }) apps: readonly AuthenticatorApp[] = AUTHENTICATOR_APPS;

  /** Offers to cancel at every step until the app is linked. For pages that work without an app. */
  @property({ type: Boolean }) cancelable = false;

  /**
   * @internal Called when it stays unknown whether the app was linked, or is known that another step is due.
   * Set by an element that contains this one and knows more. Not an event, which any script can dispatch (C43).
   */
  onUnknownOutcome?: (error: MfaError, status: MfaStatus | undefined) => void;

  /**
   * @internal Called when a code is sent, and when its outcome is known: whether an app may be linked without a
   * response that says so. Set by an element that contains this one.
   */
  onLinking?: (mayBeLinked: boolean) => void;

  protected override readonly flow = new FlowController<EnrollmentState, EnrollmentEvent>(this, {
    ...enrollmentFlow,
    effect: (state, request, offers) =>
      enrollmentFlow.effect(
        state,
        request,
        (operation) => offers(operation) && this.#canUseLookUp(state),
      ),
  });

  /** Whether an app may be linked, as reported last. */
  #mayBeLinked = false;

  /** The name of the site as the app shows it. The last step shows it too, after the secret is gone. */
  #site = '';

  readonly #scanningStep = new ScanningStep(
    this,
    (event) => this.dispatch(event),
    () => this.flow.dispatch({ type: 'expire' }),
  );
  readonly #stepUpForm = new StepUpForm(this, (proof) =>
    this.dispatch({ type: 'submit-proof', proof }),
  );

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { state } = this.flow;
    const scanning = scanningState(state);
    if (scanning) this.#site = this.#siteOf(scanning.enrollment);
    if (scanning) void lazyRecoveryCodeList.loadWhenIdle();
    if (state.step === 'starting') loadBesideRequest();
    this.#scanningStep.update(state);
  }

  protected override updated(): void {
    const { state } = this.flow;
    this.#scanningStep.place(state);
    const proves = state.step === 'proving' || state.step === 'checking-proof';
    this.#stepUpForm.place(proves ? state : undefined, this.takesFocus);
    super.updated();
  }

  protected override stepShown(step: EnrollmentState['step']): void {
    const { state } = this.flow;
    if (!staysAtField(state)) super.stepShown(step);
    // The button that requested more time is gone.
    if (state.step === 'scanning' && typeof state.extension === 'string') {
      this.#scanningStep.focusCode();
    }
    if (state.step === 'enrolled') {
      this.dispatchEvent(new MfaEnrolledEvent(state.confirmation.authenticator));
    }
    this.#reportLinking(mayBeLinked(state));
    if ('isUnknown' in state) {
      this.onUnknownOutcome?.(state.error, state.status);
    }
    if (state.step === 'canceled') this.dispatchEvent(new MfaEnrollmentClosedEvent(false));
    if (state.step === 'done') {
      this.dispatchEvent(new MfaEnrollmentClosedEvent(true));
      // The user pressed a button to continue, so Back returns here. At sign-in the page would leave again.
      this.leaveFor(this.destination(state.redirectTo), !this.closest('mfa-login'));
    }
  }

  /** Reports what changes only: an element that contains this one may know more than a new enrollment does. */
  #reportLinking(isPossible: boolean): void {
    if (isPossible === this.#mayBeLinked) return;
    this.#mayBeLinked = isPossible;
    this.onLinking?.(isPossible);
  }

  /** @internal The app that was just linked, for an element that contains this one (C43). */
  get linkedAuthenticator(): Authenticator | undefined {
    const { state } = this.flow;
    return state.step === 'enrolled' ? state.confirmation.authenticator : undefined;
  }

  /** @internal Whether the user has finished or canceled, for an element that contains this one (C43). */
  get isClosed(): boolean {
    return ['done', 'canceled'].includes(this.flow.state.step);
  }

  /** On expiry the user did nothing, so the heading takes the focus only if nothing else has it. */
  protected override get takesFocus(): boolean {
    return this.flow.state.step === 'expired' ? isFocusFree(this) : super.takesFocus;
  }

  protected override renderStep(): TemplateResult {
    return html`${renderLoading(loadingMessage(this.flow.state.step))} ${this.#renderBody()}`;
  }

  #renderBody(): TemplateResult | typeof nothing {
    const { state } = this.flow;
    switch (state.step) {
      case 'idle':
      case 'starting':
      case 'resuming':
        return html`<div class="actions">${this.#renderCancel()}</div>`;
      case 'proving':
      case 'checking-proof':
        return html`${renderHeading(enrollmentHeading())}
        ${this.#stepUpForm.render(state, this.cancelable ? this.#cancel : undefined)}`;
      case 'scanning':
      case 'confirming':
      case 'rechecking':
      case 'diagnosing':
      case 'extending':
        return this.#scanningStep.render(state, {
          issuer: this.#site,
          apps: this.apps,
          cancelButton: this.#renderCancel(),
        });
      case 'expired':
        return renderExpired(this.#restart, this.#renderCancel());
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
        return renderCanceled(this.#restart, state.mayBeLinked);
      case 'failed':
        return html`${this.renderFailedStep(state.error, 'startEnrollment')}
          <div class="actions">${this.#renderCancel()}</div>`;
    }
  }

  #renderCancel(): TemplateResult | typeof nothing {
    return this.cancelable ? renderCancelButton(this.#cancel) : nothing;
  }

  #siteOf({ otpauthUri }: Enrollment): string {
    return this.issuer ?? parseOtpauthUri(otpauthUri).issuer ?? location.hostname;
  }

  /**
   * Whether the status can tell more about a code: of one that a server refused because its enrollment is gone,
   * only an element that contains this one can go on.
   */
  #canUseLookUp(state: EnrollmentState): boolean {
    return (
      state.step !== 'rechecking' ||
      state.error.kind === 'unknown-outcome' ||
      this.onUnknownOutcome !== undefined
    );
  }

  get #restart(): WaitingAction {
    return this.retryTimer.action('startEnrollment', () => this.dispatch({ type: 'start' }));
  }

  readonly #cancel = (): void => {
    this.dispatch({ type: 'cancel' });
  };
}

/** Loads what the response of the server needs. If that fails, what needs it tries again. */
const loadBesideRequest = (): void => {
  for (const load of [loadEncoder, loadEnrollmentReader]) load().catch(() => undefined);
};
