import { html, nothing, type TemplateResult } from 'lit';
import type { EnrollmentEvent, EnrollmentState } from '../../flow/enrollment/enrollment.js';
import type { FlowInput } from '../../flow/flow-controller.js';
import { diagnosisMessage } from '../../localization/diagnosis-message.js';
import { msg } from '../../localization/msg.js';
import { parseOtpauthUri } from '../../otp/otpauth-uri.js';
import { CopyButton } from '../shared/controls/copy-button.js';
import { FieldForm, type FieldFormContent } from '../shared/forms/field-form.js';
import { codeFieldLabels, verifyCodeLabel } from '../shared/forms/field-labels.js';
import { AppReturnController } from './app-return-controller.js';
import type { AuthenticatorApp } from './authenticator-apps.js';
import { ExpiryTimer } from './expiry-timer.js';
import { HandheldController } from './handheld-controller.js';
import { renderRestartButton } from './render-expired.js';
import { renderExpiryNotice } from './render-expiry-notice.js';
import type { WaitingHost } from '../shared/waits/retry-timer.js';
import { renderScanning } from './render-scanning.js';

/** The states in which the QR code shows. */
export type ScanningState = Extract<
  EnrollmentState,
  { step: 'scanning' | 'confirming' | 'rechecking' | 'diagnosing' | 'extending' }
>;

export interface ScanningContext {
  /** The name of the site as the app shows it. */
  readonly issuer: string;
  readonly apps: readonly AuthenticatorApp[];
  readonly cancelButton: TemplateResult | typeof nothing;
}

/** Returns the state if the QR code shows in it, otherwise `undefined`. */
export const scanningState = (state: EnrollmentState): ScanningState | undefined =>
  'enrollment' in state ? state : undefined;

/**
 * The step that shows the QR code and waits for a code. It holds the code field, which app's steps are
 * open, the two copy buttons, the time that is left, and the return from the app. The flow decides when
 * the step shows and what happens to the code.
 *
 * @example
 * ```ts
 * readonly #scanningStep = new ScanningStep(
 *   this,
 *   (event) => this.dispatch(event),
 *   () => this.flow.dispatch({ type: 'expire' }),
 * );
 * // In willUpdate: this.#scanningStep.update(state), in updated: this.#scanningStep.place(state).
 * ```
 */
export class ScanningStep {
  readonly #host: WaitingHost;
  readonly #dispatch: (event: FlowInput<EnrollmentEvent>) => void;
  readonly #handheld: HandheldController;
  readonly #appReturn: AppReturnController;
  readonly #expiryTimer: ExpiryTimer;
  readonly #copyKey: CopyButton;
  readonly #copyAccount: CopyButton;
  readonly #codeForm: FieldForm;
  /** The name of the app whose steps show. Empty for "another app". */
  #openApp: string | undefined;
  /** How drawing the QR code went. */
  #qr: 'drawn' | 'failed' | 'late' = 'drawn';
  /** Whole seconds that this device's clock is ahead of the server's, if a response has shown it. */
  #clockSkew: number | undefined;

  /**
   * @param dispatch Called when the user does something.
   * @param expire Called when the time is over.
   */
  constructor(
    host: WaitingHost,
    dispatch: (event: FlowInput<EnrollmentEvent>) => void,
    expire: () => void,
  ) {
    this.#host = host;
    this.#dispatch = dispatch;
    this.#handheld = new HandheldController(host);
    this.#appReturn = new AppReturnController(host, () => this.focusCode());
    this.#expiryTimer = new ExpiryTimer(host, expire);
    this.#copyKey = new CopyButton(host);
    this.#copyAccount = new CopyButton(host);
    this.#codeForm = new FieldForm(host, {
      slot: 'code-form',
      field: 'mfa-code-input',
      operation: 'confirmEnrollment',
      submit: (code) => dispatch({ type: 'submit-code', code, ...this.#chosenApp() }),
    });
  }

  /** Takes over a new state. Call it before each render. */
  update(state: EnrollmentState): void {
    if ('error' in state) this.#clockSkew = state.error?.facts.clockSkew ?? this.#clockSkew;
    this.#expiryTimer.watch(scanningState(state)?.enrollment, this.#clockSkew);
    if (scanningState(state)) return;
    this.#qr = 'drawn';
    this.#appReturn.end();
    this.#copyKey.forget();
    this.#copyAccount.forget();
  }

  /** Puts the code field into the host's light DOM, or removes it. Call it after each render. */
  place(state: EnrollmentState): void {
    const scanning = scanningState(state);
    if (!scanning) {
      this.#codeForm.hide();
      return;
    }
    const error = scanning.step === 'scanning' ? scanning.error : undefined;
    this.#codeForm.show({
      ...codeFieldLabels(),
      ...restoredField(scanning),
      error,
      ...refusalMessage(scanning),
    });
  }

  /** Moves the focus to the code field. */
  focusCode(): void {
    this.#host.querySelector<HTMLElement>(':scope > form mfa-code-input')?.focus();
  }

  render(state: ScanningState, { issuer, apps, cancelButton }: ScanningContext): TemplateResult {
    const { retryTimer } = this.#host;
    const extend = retryTimer.action('startEnrollment', () => this.#dispatch({ type: 'extend' }));
    // A blocked account holds both buttons: the wait is told once, beside the first.
    const isShownAbove = extend.wait === retryTimer.show('confirmEnrollment');
    const isSending = ['confirming', 'rechecking', 'diagnosing'].includes(state.step);
    return renderScanning({
      enrollment: state.enrollment,
      issuer,
      apps,
      openApp: this.#openApp,
      openSteps: (name) => {
        this.#openApp = name;
        this.#host.requestUpdate();
      },
      handheld: this.#handheld.matches,
      onOpenApp: this.#appReturn.begin,
      qr: this.#qr,
      onQr: this.#handleQr,
      copyKey: this.#copyKey,
      copyAccount: this.#copyAccount,
      actions: html`${this.#codeForm.renderButton(verifyCodeLabel(), isSending)}
      ${this.#renderRestart(state)} ${cancelButton}`,
      expiryNotice: renderExpiryNotice({
        isNear: this.#expiryTimer.isNear,
        extension: state.step === 'scanning' ? state.extension : undefined,
        busy: state.step === 'extending',
        extend: isShownAbove ? { ...extend, wait: undefined } : extend,
      }),
    });
  }

  readonly #handleQr = ({ type }: Event): void => {
    if (type === 'error') this.#qr = 'failed';
    else if (this.#qr === 'failed') this.#qr = 'late';
    this.#host.requestUpdate();
  };

  /** The way to another QR code, once this one is certain not to work. */
  #renderRestart(state: ScanningState): TemplateResult | typeof nothing {
    const isUseless = state.step === 'scanning' && state.diagnosis?.kind === 'other-secret';
    if (!isUseless) return nothing;
    // The wait shows in the notice about the time that is left.
    const restart = () => this.#dispatch({ type: 'start' });
    return renderRestartButton(this.#host.retryTimer.action('startEnrollment', restart));
  }

  /** The name of the app whose steps are open. The app is never guessed. */
  #chosenApp(): { readonly name?: string } {
    return this.#openApp ? { name: this.#openApp } : {};
  }
}

/**
 * After step-up the field is created again while a request is under way. It then shows the code that is
 * being sent again, and takes over the focus of the field that is gone (A11).
 */
function restoredField(state: ScanningState): Pick<FieldFormContent, 'value' | 'focus'> {
  if (state.step === 'confirming') return { value: state.code, focus: true };
  return state.step === 'extending' ? { focus: true } : {};
}

function refusalMessage(state: ScanningState): Pick<FieldFormContent, 'explanation' | 'addition'> {
  if (state.step !== 'scanning') return {};
  const { error, diagnosis, enrollment } = state;
  if (error?.kind === 'offline') {
    return {
      addition: msg('Nothing is lost: your code is still here.', {
        id: 'enrollment.offline.kept',
        desc: 'Linking an app: follows the sentence that there is no internet connection',
      }),
    };
  }
  if (!diagnosis) return {};
  return { explanation: diagnosisMessage(diagnosis, parseOtpauthUri(enrollment.otpauthUri)) };
}
