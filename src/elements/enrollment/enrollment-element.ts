import { msg } from '@lit/localize';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Enrollment } from '../../backend/backend.js';
import {
  enrollmentFlow,
  type EnrollmentEvent,
  type EnrollmentState,
} from '../../flow/enrollment.js';
import { FlowController } from '../../flow/flow-controller.js';
import { parseOtpauthUri } from '../../otp/otpauth-uri.js';
import { CopyButton } from '../copy-button.js';
import { copyButtonStyles } from '../copy-button.styles.js';
import { MfaEnrolledEvent } from '../events.js';
import { FieldForm } from '../field-form.js';
import { codeFieldWords } from '../field-words.js';
import { FlowElement } from '../flow-element.js';
import { renderHeading } from '../render-heading.js';
import { renderVerifyButton } from '../render-verify-button.js';
import { StepUpForm } from '../step-up-form.js';
import { AUTHENTICATOR_APPS, type AuthenticatorApp } from './authenticator-apps.js';
import { enrollmentStyles } from './enrollment-element.styles.js';
import { renderEnrolled } from './render-enrolled.js';
import { renderExpired } from './render-expired.js';
import { renderScanning } from './render-scanning.js';

/** A device that is held in the hand: the app is most likely on this very device. */
const HANDHELD = '(hover: none) and (pointer: coarse)';

/**
 * Links an authenticator app: get the app, scan the QR code, type the first code, keep the recovery
 * codes. On a phone the link that opens the app comes before the QR code.
 *
 * @summary Links an authenticator app.
 * @tag mfa-enrollment
 * @slot help - Who to turn to.
 * @fires {MfaEnrolledEvent} mfa-enrolled - The app is linked.
 * @fires {MfaErrorEvent} mfa-error - A request failed.
 * @fires {MfaNavigateEvent} mfa-navigate - About to go to the next page; cancelable.
 * @csspart heading - The heading of the step.
 * @csspart button - Every button.
 * @csspart qr - The QR code.
 * @csspart key - The key in groups of four.
 */
export class EnrollmentElement extends FlowElement<EnrollmentState, EnrollmentEvent> {
  static override styles = [...FlowElement.styles, copyButtonStyles, enrollmentStyles];

  /** The apps that are proposed, each with its manual and where to get it. */
  @property({ attribute: false }) apps: readonly AuthenticatorApp[] = AUTHENTICATOR_APPS;

  /** Whether the person says that the recovery codes are kept. */
  @state() private codesKept = false;
  @state() private codesReminder = false;

  protected override readonly flow = new FlowController(this, enrollmentFlow);

  /** The site as the app shows it; outlives the secret, for the words of the last step. */
  #site = '';

  readonly #copyButton = new CopyButton(this);
  readonly #codeForm = new FieldForm(this, {
    slot: 'code-form',
    field: 'mfa-code-input',
    submit: (code) => this.act({ type: 'submit-code', code }),
  });
  readonly #stepUpForm = new StepUpForm(this, (proof) => this.act({ type: 'submit-proof', proof }));

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { state } = this.flow;
    if (state.step === 'starting') this.#keepCodes(false);
    if (state.step === 'scanning') this.#site = this.#nameOfSite(state.enrollment);
  }

  protected override updated(): void {
    this.#placeForms();
    super.updated();
  }

  protected override stepShown(step: EnrollmentState['step']): void {
    const { state } = this.flow;
    if (!this.#isAtField) super.stepShown(step);
    if (state.step === 'enrolled') {
      this.dispatchEvent(new MfaEnrolledEvent(state.confirmation.authenticator));
    }
    if (state.step === 'done') this.leaveFor(this.destination(state.redirectTo));
  }

  protected override renderStep(): TemplateResult {
    const { state } = this.flow;
    switch (state.step) {
      case 'idle':
      case 'starting':
        return this.#renderStarting();
      case 'proving':
      case 'checking-proof':
        return html`${this.#renderHeading()} ${this.#stepUpForm.render(state)}`;
      case 'scanning':
      case 'confirming':
        return renderScanning({
          heading: this.#renderHeading(),
          enrollment: state.enrollment,
          issuer: this.#site,
          apps: this.apps,
          handheld: matchMedia(HANDHELD).matches,
          copyButton: this.#copyButton,
          verifyButton: renderVerifyButton(this.#codeForm, state.step === 'confirming'),
        });
      case 'expired':
        return renderExpired(() => this.act({ type: 'start' }));
      case 'enrolled':
        return renderEnrolled({
          issuer: this.#site,
          recoveryCodes: state.confirmation.recoveryCodes ?? [],
          kept: this.codesKept,
          reminder: this.codesReminder,
          keep: (kept) => this.#keepCodes(kept),
          finish: () => this.#finish(),
        });
      case 'done':
        return renderEnrolled({ issuer: this.#site, recoveryCodes: [] });
      case 'failed':
        return this.renderFailedStep(state.error);
    }
  }

  #renderHeading(): TemplateResult {
    return renderHeading(
      msg('Link your authenticator app', {
        id: 'enrollment.heading',
        desc: 'Linking an app: heading',
      }),
    );
  }

  #renderStarting(): TemplateResult {
    return html`<p class="loading" role="status">
      ${msg('The QR code is being made…', {
        id: 'enrollment.starting',
        desc: 'Linking an app: shown while the QR code is asked for',
      })}
    </p>`;
  }

  #nameOfSite({ otpauthUri }: Enrollment): string {
    return this.issuer ?? parseOtpauthUri(otpauthUri).issuer ?? location.hostname;
  }

  /** Focus is in the field, or on the button beside it; every other step begins at its heading. */
  get #isAtField(): boolean {
    const { state } = this.flow;
    const isRefused = state.step === 'scanning' && state.error !== undefined;
    return isRefused || ['confirming', 'proving', 'checking-proof'].includes(state.step);
  }

  #keepCodes(kept: boolean): void {
    this.codesKept = kept;
    this.codesReminder = false;
  }

  #finish(): void {
    const { state } = this.flow;
    const hasCodes = state.step === 'enrolled' && state.confirmation.recoveryCodes?.length;
    this.codesReminder = Boolean(hasCodes) && !this.codesKept;
    if (!this.codesReminder) this.act({ type: 'finish' });
  }

  #placeForms(): void {
    const { state } = this.flow;
    const showsCode = state.step === 'scanning' || state.step === 'confirming';
    if (showsCode) {
      this.#codeForm.show({
        ...codeFieldWords(),
        error: state.step === 'scanning' ? state.error : undefined,
      });
    } else {
      this.#codeForm.hide();
    }
    const proves = state.step === 'proving' || state.step === 'checking-proof';
    this.#stepUpForm.place(proves ? state : undefined, this.takesFocus);
  }
}
