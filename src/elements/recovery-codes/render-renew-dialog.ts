import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { RecoveryCodesState } from '../../flow/recovery-codes.js';
import { errorSentence } from '../../localization/error-sentence.js';
import { renderCancelButton } from '../buttons/render-cancel-button.js';
import { renderSubmitButton } from '../buttons/render-submit-button.js';
import type { StepUpForm } from '../field-form/step-up-form.js';

/** The states in which the dialog is open. */
export type RenewState = Extract<
  RecoveryCodesState,
  { step: 'asking' | 'generating' | 'proving' | 'checking-proof' }
>;

export interface RenewDialog {
  readonly state: RenewState;
  readonly stepUpForm: StepUpForm;
  readonly generate: () => void;
  readonly cancel: () => void;
}

/** What is inside the dialog: what it means (A21), and who are you when the server asks. */
export function renderRenewDialog(dialog: RenewDialog): TemplateResult {
  const { state, stepUpForm, cancel } = dialog;
  return html`
    <h2 class="heading heading--small" id="dialog-heading">
      ${msg('Make new recovery codes?', {
        id: 'recovery-codes.renew.heading',
        desc: 'Recovery codes, dialog before making new ones: heading',
      })}
    </h2>
    ${'next' in state ? stepUpForm.render(state, cancel) : renderQuestion(dialog, state)}
  `;
}

function renderQuestion(
  { generate, cancel }: RenewDialog,
  state: Exclude<RenewState, { next: unknown }>,
): TemplateResult {
  return html`
    <p class="lead">
      ${
        state.status?.left === 0
          ? msg('You see the new codes only once. Make sure that you can keep them now.', {
              id: 'recovery-codes.renew.lead.none-left',
              desc: 'Recovery codes, dialog before making new ones when no old ones are left: what it means',
            })
          : msg(
              'Your old recovery codes then stop working. You see the new codes only once. Make sure that you can keep them now.',
              {
                id: 'recovery-codes.renew.lead',
                desc: 'Recovery codes, dialog before making new ones: what it means',
              },
            )
      }
    </p>
    <div role="alert">
      ${
        state.step === 'asking' && state.error
          ? html`<p class="notice notice--error">${errorSentence(state.error)}</p>`
          : nothing
      }
    </div>
    <div class="actions">
      ${renderSubmitButton({
        label: msg('Make new codes', {
          id: 'recovery-codes.renew.confirm',
          desc: 'Recovery codes, dialog before making new ones: button',
        }),
        busy: state.step === 'generating',
        submit: generate,
      })}
      ${renderCancelButton(cancel)}
    </div>
  `;
}
