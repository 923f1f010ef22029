import { html, nothing, type TemplateResult } from 'lit';
import type { StepUpInput } from '../../../backend/backend.js';
import type { MfaError, StepUpProof } from '../../../backend/mfa-error.js';
import { msg } from '../../../localization/msg.js';
import { FieldForm } from './field-form.js';
import { codeFieldLabels, passwordFieldLabels } from './field-labels.js';
import { renderCancelButton } from '../controls/render-cancel-button.js';
import type { WaitingHost } from '../waits/retry-timer.js';

/** The state of a flow while it asks for a proof. */
export interface StepUpState {
  readonly step: 'proving' | 'checking-proof';
  readonly proofs: readonly StepUpProof[];
  readonly error?: MfaError;
}

/**
 * Asks for the password or a code once more, and remembers which of the two the user chose. The flow
 * decides when to ask, and sends the proof.
 *
 * @example
 * ```ts
 * #stepUpForm = new StepUpForm(this, (proof) => this.dispatch({ type: 'submit-proof', proof }));
 *
 * updated() {
 *   this.#stepUpForm.place(this.isProving ? this.flow.state : undefined);
 * }
 *
 * render() {
 *   return this.#stepUpForm.render(this.flow.state, () => this.dispatch({ type: 'cancel' }));
 * }
 * ```
 */
export class StepUpForm {
  readonly #host: WaitingHost;
  readonly #passwordForm: FieldForm;
  readonly #codeForm: FieldForm;
  #chosen: StepUpProof | undefined;
  /** The error of the previously chosen proof, which is not shown for the new one. */
  #dismissedError: MfaError | undefined;

  constructor(host: WaitingHost, submit: (proof: StepUpInput) => void) {
    this.#host = host;
    this.#passwordForm = new FieldForm(host, {
      slot: 'proof-form',
      field: 'mfa-text-field',
      operation: 'stepUp',
      properties: { type: 'password', name: 'password', autocomplete: 'current-password' },
      submit: (password) => submit({ password }),
    });
    this.#codeForm = new FieldForm(host, {
      slot: 'proof-form',
      field: 'mfa-code-input',
      operation: 'stepUp',
      submit: (code) => submit({ code }),
    });
  }

  /**
   * Shows the field for the chosen proof in the host's light DOM, or removes it.
   *
   * @param focus Whether to focus the field when it appears.
   */
  place(state: StepUpState | undefined, focus = true): void {
    const proof = state && this.#proofFor(state);
    const error = state?.error === this.#dismissedError ? undefined : state?.error;
    const content = { error, focus: focus || this.#chosen !== undefined };
    if (proof === 'password') this.#passwordForm.show({ ...passwordFieldLabels(), ...content });
    else this.#passwordForm.hide();
    if (proof === 'code') this.#codeForm.show({ ...codeFieldLabels(), ...content });
    else this.#codeForm.hide();
    if (!state) this.#chosen = undefined;
  }

  /** Renders the reason, the slot of the field, and the buttons. */
  render(state: StepUpState, cancel?: () => void): TemplateResult {
    const proof = this.#proofFor(state);
    const form = proof === 'password' ? this.#passwordForm : this.#codeForm;
    return html`
      <p class="lead">
        ${
          proof === 'password'
            ? msg('Enter your password, so that nobody else can change this.', {
                id: 'step-up.password.lead',
                desc: 'Confirm that it is you: why the password is asked',
              })
            : msg('Enter a code from your app, so that nobody else can change this.', {
                id: 'step-up.code.lead',
                desc: 'Confirm that it is you: why a code is asked',
              })
        }
      </p>
      <slot name="proof-form"></slot>
      <div class="actions">
        ${form.renderButton(
          msg('Confirm', { id: 'step-up.submit', desc: 'Confirm that it is you: button' }),
          state.step === 'checking-proof',
        )}
        ${cancel ? renderCancelButton(cancel) : nothing}
      </div>
      ${state.proofs.length > 1 ? this.#renderOtherProof(proof, state.error) : nothing}
    `;
  }

  #proofFor({ proofs }: StepUpState): StepUpProof {
    return this.#chosen ?? proofs[0] ?? 'password';
  }

  #renderOtherProof(current: StepUpProof, error?: MfaError): TemplateResult {
    const other = current === 'password' ? 'code' : 'password';
    return html`<button
      class="button button--link"
      type="button"
      part="button use-${other}"
      @click=${() => this.#choose(other, error)}
    >
      ${
        other === 'code'
          ? msg('Use a code from the app instead', {
              id: 'step-up.use-code',
              desc: 'Confirm that it is you: a code in place of the password',
            })
          : msg('Use your password instead', {
              id: 'step-up.use-password',
              desc: 'Confirm that it is you: the password in place of a code',
            })
      }
    </button>`;
  }

  #choose(proof: StepUpProof, error: MfaError | undefined): void {
    this.#chosen = proof;
    this.#dismissedError = error;
    this.#host.requestUpdate();
  }
}
