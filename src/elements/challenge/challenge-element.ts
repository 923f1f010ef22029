import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import {
  challengeFlow,
  type ChallengeEvent,
  type ChallengeProof,
  type ChallengeState,
} from '../../flow/challenge.js';
import { FlowController } from '../../flow/flow-controller.js';
import { msg } from '../../localization/msg.js';
import { normalizeRecoveryCode } from '../../otp/recovery-code.js';
import { MfaVerifiedEvent } from '../events.js';
import { FieldForm } from '../shared/forms/field-form.js';
import {
  codeFieldLabels,
  recoveryCodeFieldLabels,
  verifyCodeLabel,
} from '../shared/forms/field-labels.js';
import { FlowElement } from '../shared/base/flow-element.js';
import { renderHeading } from '../shared/controls/render-heading.js';
import { renderSignedIn } from '../shared/controls/render-signed-in.js';
import { challengeStyles } from './challenge-element.styles.js';
import { refusalMessage } from './refusal-message.js';
import { renderFewRecoveryCodes } from './render-few-recovery-codes.js';
import { renderNewRecoveryCodes } from './render-new-recovery-codes.js';
import { renderOtherProof } from './render-other-proof.js';
import { renderRememberDevice } from './render-remember-device.js';

/** The steps that begin at their heading. The others begin at a field, or end the flow. */
const HEADED_STEPS: readonly ChallengeState['step'][] = [
  'failed',
  'new-recovery-codes',
  'few-recovery-codes',
];

type AskingState = Extract<ChallengeState, { step: 'asking' | 'verifying' | 'rechecking' }>;

/**
 * Asks for the six-digit code at sign-in. Who lost the phone uses a recovery code instead.
 *
 * The code is typed into a real input in the tag's light DOM: one that the author wrote inside a
 * `<form>` with an `mfa-code-input`, or one that the tag makes.
 *
 * @summary The code at sign-in.
 * @tag mfa-challenge
 * @slot help - Who to turn to.
 * @slot code-form - Filled by the tag: the form with the code field, also one that the author wrote
 * @slot recovery-form - Filled by the tag: the form with the field for a recovery code
 * @fires {MfaVerifiedEvent} mfa-verified - The code was right, and the person has kept new recovery
 *   codes, or seen that few are left, where that was to be.
 * @fires {MfaErrorEvent} mfa-error - A request failed.
 * @fires {MfaNavigateEvent} mfa-navigate - About to go to the next page; cancelable.
 * @fires {MfaTokensEvent} mfa-tokens - Tokens of the backend for the page to keep. Secret: does not bubble.
 * @csspart submit - The button that sends the code
 * @csspart use-recovery-code - The button that leads to the recovery code
 * @csspart use-code - The button that leads back to the code
 * @csspart continue - The button that goes on after signing in
 * @csspart remember-device - The checkbox to remember this device
 * @csspart retry-notice - How long the next try has to wait
 * @csspart few-recovery-codes - That few recovery codes are left
 * @csspart recovery-codes - The list of recovery codes
 * @csspart recovery-code - One recovery code
 * @csspart copy - The button that copies
 * @csspart download - The button that saves a file
 * @csspart print - The button that prints
 * @csspart checkbox - Every checkbox
 * @csspart kept - The checkbox "I have kept my recovery codes"
 * @csspart reminder - What is said to who goes on without ticking it
 */
export class ChallengeElement extends FlowElement<ChallengeState, ChallengeEvent> {
  static override styles = [...FlowElement.styles, challengeStyles];

  /**
   * Offers to remember this device, where the backend says that it can. Not chosen for the person, and
   * sent with a code from the app only.
   */
  @property({ type: Boolean, attribute: 'remember-device' }) rememberDevice = false;

  protected override readonly flow = new FlowController(this, challengeFlow);

  readonly #codeForm = new FieldForm(this, {
    slot: 'code-form',
    field: 'mfa-code-input',
    submit: (code) => this.dispatch({ type: 'submit', code }),
  });

  readonly #recoveryForm = new FieldForm(this, {
    slot: 'recovery-form',
    field: 'mfa-text-field',
    properties: { name: 'recovery-code', autocomplete: 'off' },
    normalize: (typed) => normalizeRecoveryCode(typed, this.capabilities.recoveryCodeAlphabet),
    submit: (code) => this.dispatch({ type: 'submit', code }),
  });

  protected override updated(): void {
    this.#placeForms();
    super.updated();
  }

  protected override stepShown(step: ChallengeState['step']): void {
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
      case 'verified':
        return renderSignedIn();
      case 'failed':
        return this.renderFailedStep(state.error);
    }
  }

  #renderCode(state: AskingState): TemplateResult {
    return html`
      ${renderHeading(msg('Enter your code', { id: 'challenge.code.heading', desc: 'Sign-in, code: heading' }))}
      <p class="lead">
        ${msg('Open the authenticator app on your phone. Type the code it shows for this site.', {
          id: 'challenge.code.lead',
          desc: 'Sign-in, code: what to do',
        })}
      </p>
      <slot name="code-form"></slot>
      ${this.#canRemember ? this.#renderRememberDevice(state) : nothing}
      <div class="actions">
        ${this.#codeForm.renderButton(verifyCodeLabel(), state.step !== 'asking')}
        ${this.offers('verifyRecoveryCode') ? this.#renderOtherProof('recovery-code') : nothing}
      </div>
    `;
  }

  #renderRememberDevice({ step, rememberDevice = false }: AskingState): TemplateResult {
    return renderRememberDevice({
      checked: rememberDevice,
      busy: step !== 'asking',
      choose: (remember) => this.dispatch({ type: 'remember-device', remember }),
    });
  }

  #renderRecoveryCode(state: AskingState): TemplateResult {
    return html`
      ${renderHeading(
        msg('Use a recovery code', {
          id: 'challenge.recovery-code.heading',
          desc: 'Sign-in, recovery code: heading',
        }),
      )}
      <p class="lead">
        ${msg('You kept recovery codes when you linked your app. Each code works once.', {
          id: 'challenge.recovery-code.lead',
          desc: 'Sign-in, recovery code: what it is',
        })}
      </p>
      <slot name="recovery-form"></slot>
      <div class="actions">
        ${this.#recoveryForm.renderButton(
          msg('Verify recovery code', {
            id: 'challenge.recovery-code.submit',
            desc: 'Sign-in, recovery code: button',
          }),
          state.step !== 'asking',
        )}
        ${this.#renderOtherProof('code')}
      </div>
    `;
  }

  #renderOtherProof(proof: ChallengeProof): TemplateResult {
    return renderOtherProof(proof, () => this.dispatch({ type: 'choose-proof', proof }));
  }

  get #canRemember(): boolean {
    return this.rememberDevice && this.capabilities.rememberDevice === true;
  }

  #placeForms(): void {
    const { state } = this.flow;
    const proof = 'proof' in state ? state.proof : undefined;
    const error = state.step === 'asking' ? state.error : undefined;
    const reason = state.step === 'asking' ? state.reason : undefined;
    const refusal = { error, ...refusalMessage(error, reason) };
    if (proof === 'code') {
      this.#codeForm.show({ ...codeFieldLabels(), ...refusal, focus: this.takesFocus });
    } else {
      this.#codeForm.hide();
    }
    if (proof === 'recovery-code') {
      const isExact = this.capabilities.recoveryCodeAlphabet === undefined;
      this.#recoveryForm.show({ ...recoveryCodeFieldLabels(isExact), ...refusal, focus: true });
    } else {
      this.#recoveryForm.hide();
    }
  }
}
