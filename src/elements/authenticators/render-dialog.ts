import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { AuthenticatorsState } from '../../flow/authenticators.js';
import { renderCancelButton } from '../buttons/render-cancel-button.js';
import { renderSubmitButton } from '../buttons/render-submit-button.js';
import type { StepUpForm } from '../field-form/step-up-form.js';
import { authenticatorName } from './authenticator-name.js';
import { unlinkErrorSentence } from './unlink-error-sentence.js';

/** The states in which the dialog is open. */
export type DialogState = Extract<
  AuthenticatorsState,
  { step: 'asking' | 'unlinking' | 'proving' | 'checking-proof' }
>;
type QuestionState = Extract<DialogState, { step: 'asking' | 'unlinking' }>;

export interface DialogContent {
  readonly state: DialogState;
  readonly stepUpForm: StepUpForm;
  readonly unlink: () => void;
  readonly cancel: () => void;
}

/** What is inside the dialog: are you sure, and who are you when the server asks. */
export function renderDialog({ state, stepUpForm, unlink, cancel }: DialogContent): TemplateResult {
  const proves = state.step === 'proving' || state.step === 'checking-proof';
  return html`
    <h2 class="heading heading--small" id="dialog-heading">${headingOf(state)}</h2>
    ${proves ? stepUpForm.render(state, cancel) : renderQuestion(state, unlink, cancel)}
  `;
}

/** The same question stands above the proof: that is what is about to happen. */
function headingOf(state: DialogState): string {
  const about = 'next' in state ? state.next : state;
  const name = authenticatorName(about.target);
  return about.step === 'renaming'
    ? msg(str`Change the name of ${name}?`, {
        id: 'authenticators.rename.heading',
        desc: 'Linked apps, dialog that asks who you are before changing a name: heading; {0} is the name of the app',
      })
    : msg(str`Remove the link with ${name}?`, {
        id: 'authenticators.unlink.heading',
        desc: 'Linked apps, dialog before removing: heading; {0} is the name of the app',
      });
}

function renderQuestion(
  state: QuestionState,
  unlink: () => void,
  cancel: () => void,
): TemplateResult {
  return html`
    <p class="lead">${consequenceOf(state)}</p>
    <div role="alert">
      ${
        state.step === 'asking' && state.error
          ? html`<p class="notice notice--error">${unlinkErrorSentence(state.error)}</p>`
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

const consequenceOf = ({ authenticators }: QuestionState): string =>
  authenticators.length > 1
    ? msg('You can no longer sign in with codes from this app. Your other apps stay linked.', {
        id: 'authenticators.unlink.one-of-many',
        desc: 'Linked apps, dialog before removing one of several: what it means',
      })
    : msg(
        'The next time you sign in, you link an app again. Until then the codes of this app no longer work.',
        {
          id: 'authenticators.unlink.last',
          desc: 'Linked apps, dialog before removing the only one: what it means',
        },
      );
