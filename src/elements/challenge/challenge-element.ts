import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { challengeFlow, type ChallengeEvent, type ChallengeState } from '../../flow/challenge.js';
import { FlowController } from '../../flow/flow-controller.js';
import { MfaVerifiedEvent } from '../events.js';
import { FieldForm } from '../field-form.js';
import { codeFieldWords, recoveryCodeFieldWords } from '../field-words.js';
import { FlowElement } from '../flow-element.js';
import { renderHeading } from '../render-heading.js';
import { renderSignedIn } from '../render-signed-in.js';
import { renderSubmitButton } from '../render-submit-button.js';
import { renderVerifyButton } from '../render-verify-button.js';

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
 * @fires {MfaVerifiedEvent} mfa-verified - The code was right.
 * @fires {MfaErrorEvent} mfa-error - A request failed.
 * @fires {MfaNavigateEvent} mfa-navigate - About to go to the next page; cancelable.
 * @csspart heading - The heading of the step.
 * @csspart button - Every button.
 */
export class ChallengeElement extends FlowElement<ChallengeState, ChallengeEvent> {
  protected override readonly flow = new FlowController(this, challengeFlow);

  readonly #codeForm = new FieldForm(this, {
    slot: 'code-form',
    field: 'mfa-code-input',
    submit: (code) => this.act({ type: 'submit', code }),
  });

  readonly #recoveryForm = new FieldForm(this, {
    slot: 'recovery-form',
    field: 'mfa-text-field',
    properties: { name: 'recovery-code', autocomplete: 'off' },
    submit: (code) => this.act({ type: 'submit', code }),
  });

  protected override updated(): void {
    this.#placeForms();
    super.updated();
  }

  protected override stepShown(step: ChallengeState['step']): void {
    const { state } = this.flow;
    if (step === 'failed') super.stepShown(step);
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
      <div class="actions">
        ${renderVerifyButton(this.#codeForm, state.step !== 'asking')}
        ${this.offers('verifyRecoveryCode') ? this.#renderOtherProof('recovery-code') : nothing}
      </div>
    `;
  }

  #renderRecoveryCode(state: AskingState): TemplateResult {
    return html`
      ${renderHeading(
        msg('Use a recovery code', {
          id: 'challenge.recovery.heading',
          desc: 'Sign-in, recovery code: heading',
        }),
      )}
      <p class="lead">
        ${msg('You kept recovery codes when you linked your app. Each code works once.', {
          id: 'challenge.recovery.lead',
          desc: 'Sign-in, recovery code: what it is',
        })}
      </p>
      <slot name="recovery-form"></slot>
      <div class="actions">
        ${renderSubmitButton({
          label: msg('Verify recovery code', {
            id: 'challenge.recovery.submit',
            desc: 'Sign-in, recovery code: button',
          }),
          busy: state.step !== 'asking',
          submit: () => this.#recoveryForm.requestSubmit(),
        })}
        ${this.#renderOtherProof('code')}
      </div>
    `;
  }

  #renderOtherProof(proof: AskingState['proof']): TemplateResult {
    return html`<button
      class="button button--link"
      type="button"
      part="button"
      @click=${() => this.act({ type: 'choose-proof', proof })}
    >
      ${
        proof === 'code'
          ? msg('Use the code from the app', {
              id: 'challenge.recovery.use-code',
              desc: 'Sign-in, recovery code: back to the code from the app',
            })
          : msg('No access to your phone? Use a recovery code', {
              id: 'challenge.code.use-recovery',
              desc: 'Sign-in, code: the other way in',
            })
      }
    </button>`;
  }

  #placeForms(): void {
    const { state } = this.flow;
    const proof = 'proof' in state ? state.proof : undefined;
    const error = state.step === 'asking' ? state.error : undefined;
    if (proof === 'code') {
      this.#codeForm.show({
        ...codeFieldWords(),
        error,
        focus: this.takesFocus,
      });
    } else {
      this.#codeForm.hide();
    }
    if (proof === 'recovery-code') {
      this.#recoveryForm.show({ ...recoveryCodeFieldWords(), error, focus: true });
    } else {
      this.#recoveryForm.hide();
    }
  }
}
