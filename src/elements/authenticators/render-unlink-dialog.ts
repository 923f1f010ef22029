import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { Authenticator } from '../../backend/backend.js';
import type { AuthenticatorsState } from '../../flow/authenticators.js';
import { errorSentence } from '../../localization/error-sentence.js';
import { renderCancelButton } from '../render-cancel-button.js';
import { renderSubmitButton } from '../render-submit-button.js';
import type { StepUpForm } from '../step-up-form.js';
import { authenticatorName } from './authenticator-name.js';

export interface UnlinkDialog {
  readonly state: Extract<AuthenticatorsState, { target: Authenticator }>;
  readonly stepUpForm: StepUpForm;
  readonly unlink: () => void;
  readonly cancel: () => void;
}

/** What is inside the dialog: are you sure, and who are you when the server asks. */
export function renderUnlinkDialog(dialog: UnlinkDialog): TemplateResult {
  const { state, stepUpForm, cancel } = dialog;
  return html`
    <h2 class="heading heading--small" id="dialog-heading">
      ${msg(str`Remove the link with ${authenticatorName(state.target)}?`, {
        id: 'authenticators.unlink.heading',
        desc: 'Linked apps, dialog before removing: heading; {0} is the name of the app',
      })}
    </h2>
    ${
      state.step === 'proving' || state.step === 'checking-proof'
        ? stepUpForm.render(state, cancel)
        : renderQuestion(dialog)
    }
  `;
}

function renderQuestion({ state, unlink, cancel }: UnlinkDialog): TemplateResult {
  return html`
    <p class="lead">
      ${
        state.authenticators.length > 1
          ? msg(
              'You can no longer sign in with codes from this app. Your other apps stay linked.',
              {
                id: 'authenticators.unlink.one-of-many',
                desc: 'Linked apps, dialog before removing one of several: what it means',
              },
            )
          : msg(
              'The next time you sign in, you link an app again. Until then the codes of this app no longer work.',
              {
                id: 'authenticators.unlink.last',
                desc: 'Linked apps, dialog before removing the only one: what it means',
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
        label: msg('Remove link', {
          id: 'authenticators.unlink.confirm',
          desc: 'Linked apps, dialog before removing: button. Dutch: "Koppeling verwijderen"',
        }),
        busy: state.step === 'unlinking',
        submit: unlink,
        tone: 'danger',
      })}
      ${renderCancelButton(cancel)}
    </div>
  `;
}
