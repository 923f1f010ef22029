import { html, type LitElement, type nothing, type TemplateResult } from 'lit';
import type { EnrollmentEvent, EnrollmentState } from '../../flow/enrollment/enrollment.js';
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
import { renderExpiryNotice } from './render-expiry-notice.js';
import { renderScanning } from './render-scanning.js';

/** The states in which the QR code shows. */
export type ScanningState = Extract<
  EnrollmentState,
  { step: 'scanning' | 'confirming' | 'diagnosing' | 'extending' }
>;

/** Why a code was refused, in the place of the error's own sentence or after it. */
interface RefusalWords {
  readonly explanation?: string | undefined;
  readonly addition?: string | undefined;
}

export interface ScanningPage {
  readonly heading: TemplateResult;
  /** The site as the app shows it. */
  readonly issuer: string;
  readonly apps: readonly AuthenticatorApp[];
  readonly cancelButton: TemplateResult | typeof nothing;
}

/** The states in which the QR code shows, and undefined for any other. */
export const scanningState = (state: EnrollmentState): ScanningState | undefined =>
  'enrollment' in state ? state : undefined;

/**
 * Owns: the step in which the QR code shows and a code is awaited: the code field, which app's steps
 * are open, what was copied, the time that is left, and coming back from the app.
 * Does not own: when it shows, or what happens with the code (the flow).
 */
export class ScanningStep {
  readonly #host: LitElement;
  readonly #act: (event: EnrollmentEvent) => void;
  readonly #handheld: HandheldController;
  readonly #appVisit: AppReturnController;
  readonly #expiry: ExpiryTimer;
  readonly #copyKey: CopyButton;
  readonly #copyAccount: CopyButton;
  readonly #codeForm: FieldForm;
  /** The name of the app whose steps show: empty for one that is not proposed. */
  #openApp: string | undefined;
  /** How far this device's clock is ahead of the server's, in whole seconds, where an answer told. */
  #clockSkew: number | undefined;

  /**
   * @param act What the person did.
   * @param expire The time is over; nobody did anything.
   */
  constructor(host: LitElement, act: (event: EnrollmentEvent) => void, expire: () => void) {
    this.#host = host;
    this.#act = act;
    this.#handheld = new HandheldController(host);
    this.#appVisit = new AppReturnController(host, () => this.focusCode());
    this.#expiry = new ExpiryTimer(host, expire);
    this.#copyKey = new CopyButton(host);
    this.#copyAccount = new CopyButton(host);
    this.#codeForm = new FieldForm(host, {
      slot: 'code-form',
      field: 'mfa-code-input',
      submit: (code) => act({ type: 'submit-code', code, ...this.#chosenApp() }),
    });
  }

  /** Looks at a new state before it is painted. */
  follow(state: EnrollmentState): void {
    if ('error' in state) this.#clockSkew = state.error?.facts.clockSkew ?? this.#clockSkew;
    this.#expiry.follow(scanningState(state)?.enrollment, this.#clockSkew);
    if (scanningState(state)) return;
    this.#appVisit.end();
    this.#copyKey.forget();
    this.#copyAccount.forget();
  }

  /** Puts the code field in the host's light DOM, or takes it away. */
  place(state: EnrollmentState): void {
    const linking = scanningState(state);
    if (!linking) {
      this.#codeForm.hide();
      return;
    }
    const error = linking.step === 'scanning' ? linking.error : undefined;
    this.#codeForm.show({
      ...codeFieldLabels(),
      ...comingBack(linking),
      error,
      ...refusalMessage(linking),
    });
  }

  /** Brings the cursor to the code field. */
  focusCode(): void {
    this.#host.querySelector<HTMLElement>(':scope > form mfa-code-input')?.focus();
  }

  render(
    state: ScanningState,
    { heading, issuer, apps, cancelButton }: ScanningPage,
  ): TemplateResult {
    const isSending = state.step === 'confirming' || state.step === 'diagnosing';
    return renderScanning({
      heading,
      enrollment: state.enrollment,
      issuer,
      apps,
      openApp: this.#openApp,
      openSteps: (name) => {
        this.#openApp = name;
        this.#host.requestUpdate();
      },
      handheld: this.#handheld.matches,
      appOpened: this.#appVisit.begin,
      copyKey: this.#copyKey,
      copyAccount: this.#copyAccount,
      actions: html`${this.#codeForm.renderButton(verifyCodeLabel(), isSending)} ${cancelButton}`,
      expiryNotice: renderExpiryNotice({
        isNear: this.#expiry.isNear,
        extension: state.step === 'scanning' ? state.extension : undefined,
        busy: state.step === 'extending',
        extend: () => this.#act({ type: 'extend' }),
      }),
    });
  }

  /** The name of the app whose steps the person opened; nothing is guessed. */
  #chosenApp(): { readonly name?: string } {
    return this.#openApp ? { name: this.#openApp } : {};
  }
}

/**
 * A field that is new while something is asked comes after a proof of who is there: it holds the code
 * that is being sent again, and takes the focus of the field that is gone (A11).
 */
function comingBack(state: ScanningState): Pick<FieldFormContent, 'value' | 'focus'> {
  if (state.step === 'confirming') return { value: state.code, focus: true };
  return state.step === 'extending' ? { focus: true } : {};
}

function refusalMessage(state: ScanningState): RefusalWords {
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
