import { nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import {
  challengeFlow,
  type ChallengeEvent,
  type ChallengeProof,
  type ChallengeState,
} from '../../flow/challenge.js';
import { FlowController } from '../../flow/flow-controller.js';
import { MfaVerifiedEvent } from '../events.js';
import { FlowElement } from '../shared/base/flow-element.js';
import { busyLabel } from '../shared/controls/render-submit-button.js';
import { renderLoading } from '../shared/controls/render-loading.js';
import { renderSignedIn } from '../shared/controls/render-signed-in.js';
import { FieldForm } from '../shared/forms/field-form.js';
import { codeFieldLabels } from '../shared/forms/field-labels.js';
import { challengeStyles } from './challenge-element.styles.js';
import { lazyRecovery } from './lazy-recovery.js';
import type { MisplacedCode } from './misplaced-code.js';
import { refusalMessage } from './refusal-message.js';
import { renderCodeEntry } from './render-code-entry.js';
import { renderFewRecoveryCodes } from './render-few-recovery-codes.js';
import { renderLostRecoveryCodes } from './render-lost-recovery-codes.js';
import { renderNewRecoveryCodes } from './render-new-recovery-codes.js';
import { renderRememberDevice } from './render-remember-device.js';

type Step = ChallengeState['step'];

/** The states in which a code or a recovery code is typed or being sent. */
type EntryState = Extract<ChallengeState, { step: 'asking' | 'verifying' | 'rechecking' }>;

/** The steps that move the focus to their heading. The others move it to a field, or end the flow. */
const HEADED_STEPS: readonly Step[] = [
  'failed',
  'new-recovery-codes',
  'few-recovery-codes',
  'lost-recovery-codes',
];

/**
 * Asks for the six-digit code at sign-in. Users who lost their phone use a recovery code instead.
 *
 * Use it on a page that already knows that the account has a linked authenticator; `mfa-login` finds
 * out by itself.
 *
 * The code is typed into a real input in the element's light DOM: either one that the author wrote,
 * inside a `<form>` with an `mfa-code-input`, or one that the element creates.
 *
 * @summary Asks for the code at sign-in.
 * @tag mfa-challenge
 * @slot help - Where to get help.
 * @slot code-form - Filled by the element: the form with the code field, also if the author wrote it
 * @slot recovery-form - Filled by the element: the form with the field for a recovery code
 * @fires {MfaVerifiedEvent} mfa-verified - The code was right. If the server gave new recovery codes, few
 *   are left or some may be lost, the user has seen that too.
 * @fires {MfaErrorEvent} mfa-error - A request failed.
 * @fires {MfaNavigateEvent} mfa-navigate - About to go to the next page. Cancelable.
 * @fires {MfaTokensEvent} mfa-tokens - The backend returned tokens for the page to store. Secret: does not bubble.
 * @csspart submit - The button that sends the code
 * @csspart use-recovery-code - The button that switches to a recovery code
 * @csspart use-code - The button that switches back to a code from the app
 * @csspart continue - The button that continues after signing in
 * @csspart remember-device - The checkbox to remember this device
 * @csspart few-recovery-codes - The notice that few recovery codes are left
 * @csspart recovery-codes - The list of recovery codes
 * @csspart recovery-code - One recovery code
 * @csspart copy - The button that copies
 * @csspart download - The button that saves a file
 * @csspart print - The button that prints
 * @csspart checkbox - Every checkbox
 * @csspart kept - The checkbox "I have kept my recovery codes"
 * @csspart reminder - The reminder that shows when the user continues without ticking the checkbox
 */
export class ChallengeElement extends FlowElement<ChallengeState, ChallengeEvent> {
  static override styles = [...FlowElement.styles, challengeStyles];

  /**
   * Offers to remember this device, if the backend supports it. The checkbox is never ticked in advance,
   * and is sent only with a code from the app.
   */
  @property({ type: Boolean, attribute: 'remember-device' }) rememberDevice = false;

  protected override readonly flow = new FlowController(this, challengeFlow);

  #misplaced: MisplacedCode | undefined;

  readonly #codeForm = new FieldForm(this, {
    slot: 'code-form',
    field: 'mfa-code-input',
    operation: 'verify',
    submit: (code) => this.dispatch({ type: 'submit', code }),
  });

  readonly #recoveryForm = new FieldForm(this, {
    slot: 'recovery-form',
    field: 'mfa-text-field',
    operation: 'verifyRecoveryCode',
    properties: { name: 'recovery-code', autocomplete: 'off' },
    normalize: (typed) =>
      lazyRecovery.exports?.normalizeRecoveryCode(typed, this.capabilities.recoveryCodeAlphabet) ??
      typed,
    submit: (code) => {
      if (!this.#misplaced?.stops(code)) this.dispatch({ type: 'submit', code });
    },
  });

  protected override updated(): void {
    this.#noticeMisplaced();
    this.#placeForms();
    super.updated();
    if (this.flow.state.step === 'asking' && this.offers('verifyRecoveryCode'))
      void lazyRecovery.loadWhenIdle().then(this.#noticeMisplaced);
  }

  protected override stepShown(step: Step): void {
    const { state } = this.flow;
    if (HEADED_STEPS.includes(step)) super.stepShown(step);
    if (state.step !== 'verified') return;
    super.stepShown(step);
    this.dispatchEvent(new MfaVerifiedEvent(state.verification));
    this.leaveFor(this.destination(state.verification.redirectTo));
  }

  protected override renderStep(): TemplateResult | typeof nothing {
    const { state } = this.flow;
    switch (state.step) {
      case 'idle':
        return nothing;
      case 'asking':
      case 'verifying':
      case 'rechecking':
        return state.proof === 'code' ? this.#renderCode(state) : this.#renderRecoveryCode(state);
      case 'new-recovery-codes':
        return renderNewRecoveryCodes({
          codes: state.codes,
          issuer: this.issuer,
          onContinue: () => this.dispatch({ type: 'continue' }),
        });
      case 'few-recovery-codes':
        return renderFewRecoveryCodes(state.left, () => this.dispatch({ type: 'continue' }));
      case 'lost-recovery-codes':
        return renderLostRecoveryCodes(this.offers('generateRecoveryCodes'), () =>
          this.dispatch({ type: 'continue' }),
        );
      case 'verified':
        return renderSignedIn();
      case 'failed':
        return this.renderFailedStep(state.error, 'status');
    }
  }

  #renderCode(state: EntryState): TemplateResult {
    return renderCodeEntry({
      form: this.#codeForm,
      busy: state.step !== 'asking',
      rememberDevice: this.#canRemember ? this.#renderRememberDevice(state) : nothing,
      useRecoveryCode: this.offers('verifyRecoveryCode')
        ? () => this.#choose('recovery-code')
        : undefined,
    });
  }

  #renderRememberDevice({ step, rememberDevice = false }: EntryState): TemplateResult {
    return renderRememberDevice({
      checked: rememberDevice,
      busy: step !== 'asking',
      choose: (remember) => this.dispatch({ type: 'remember-device', remember }),
    });
  }

  #renderRecoveryCode(state: EntryState): TemplateResult {
    const recovery = this.load(lazyRecovery);
    if (!recovery) return renderLoading(busyLabel());
    return recovery.renderRecoveryCodeEntry({
      form: this.#recoveryForm,
      busy: state.step !== 'asking',
      useCode: () => this.#choose('code'),
    });
  }

  /** Notices what is typed into the wrong field, once the code that does is here. */
  readonly #noticeMisplaced = (): void => {
    if (!lazyRecovery.exports) return;
    this.#misplaced ??= new lazyRecovery.exports.MisplacedCode(this, () => ({
      proof: this.flow.state.step === 'asking' ? this.flow.state.proof : undefined,
      acceptsRecoveryCodes: this.offers('verifyRecoveryCode'),
      alphabet: this.capabilities.recoveryCodeAlphabet,
    }));
  };

  get #canRemember(): boolean {
    return this.rememberDevice && this.capabilities.rememberDevice === true;
  }

  #choose(proof: ChallengeProof): void {
    this.dispatch({ type: 'choose-proof', proof });
  }

  /** Puts the form of the chosen proof into the light DOM, and removes the other. */
  #placeForms(): void {
    const { state } = this.flow;
    const proof = 'proof' in state ? state.proof : undefined;
    const error = state.step === 'asking' ? state.error : undefined;
    const reason = state.step === 'asking' ? state.reason : undefined;
    const refusal = { error, ...refusalMessage(error, reason) };
    if (proof === 'code') {
      this.#codeForm.show({
        ...codeFieldLabels(),
        ...refusal,
        ...this.#misplaced?.contentFor(proof),
        focus: this.takesFocus,
      });
    } else {
      this.#codeForm.hide();
    }
    if (proof === 'recovery-code' && lazyRecovery.exports) {
      const isExact = this.capabilities.recoveryCodeAlphabet === undefined;
      this.#recoveryForm.show({
        ...lazyRecovery.exports.recoveryCodeFieldLabels(isExact),
        ...refusal,
        ...this.#misplaced?.contentFor(proof),
        focus: true,
      });
    } else {
      this.#recoveryForm.hide();
    }
    this.#misplaced?.update();
  }
}
