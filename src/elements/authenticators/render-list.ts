import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Authenticator } from '../../backend/backend.js';
import type { AuthenticatorsState } from '../../flow/authenticators/authenticators.js';
import { msg } from '../../localization/msg.js';
import type { NameForm } from './name-form.js';
import { renderAuthenticator } from './render-authenticator.js';
import { renderNameEditor } from './render-name-editor.js';

/** The states in which the list shows. */
export type ListState = Exclude<
  AuthenticatorsState,
  { step: 'idle' | 'loading' | 'failed' | 'enrolling' }
>;

export interface AuthenticatorList {
  readonly state: ListState;
  /** What may be done; what is left out the backend cannot do. */
  readonly rename?: ((id: string) => void) | undefined;
  readonly unlink?: ((id: string) => void) | undefined;
  readonly link?: (() => void) | undefined;
  /** The backend tells when an app was last used. */
  readonly tellsLastUse: boolean;
  /** How many apps there can be. */
  readonly most?: number | undefined;
  /** The field for a new name, in the row of the app that gets one. */
  readonly nameForm: NameForm;
  readonly cancel: () => void;
}

/** The linked apps one under the other, or that there are none; and the way to link one. */
export function renderList(list: AuthenticatorList): TemplateResult {
  const { state, link, most = Infinity } = list;
  const { authenticators } = 'next' in state ? state.next : state;
  return html`
    ${authenticators.length > 0 ? renderRows(authenticators, list) : renderEmpty()}
    ${link && authenticators.length < most ? renderLinkButton(link, authenticators.length > 0) : nothing}
  `;
}

/** Keyed, so that the focus stays in its row when one above it comes or goes. */
function renderRows(
  authenticators: readonly Authenticator[],
  { state, rename, unlink, tellsLastUse, nameForm, cancel }: AuthenticatorList,
): TemplateResult {
  const dates = { now: new Date(), tellsLastUse };
  const edited = state.step === 'editing' || state.step === 'renaming' ? state : undefined;
  const renderRow = (authenticator: Authenticator): TemplateResult => {
    const { id } = authenticator;
    if (id === edited?.target.id) {
      return renderNameEditor({ nameForm, busy: edited.step === 'renaming', cancel });
    }
    return renderAuthenticator(authenticator, dates, {
      rename: rename && (() => rename(id)),
      unlink: unlink && (() => unlink(id)),
    });
  };
  return html`<ul class="authenticators">
    ${repeat(
      authenticators,
      ({ id }) => id,
      (authenticator) =>
        html`<li class="authenticator" data-row=${authenticator.id}>
          ${renderRow(authenticator)}
        </li>`,
    )}
  </ul>`;
}

const renderEmpty = (): TemplateResult =>
  html`<p class="empty">
    ${msg('No authenticator app is linked. You link one the next time you sign in.', {
      id: 'authenticators.empty',
      desc: 'Linked apps: there are none',
    })}
  </p>`;

const renderLinkButton = (link: () => void, another: boolean): TemplateResult =>
  html`<div class="actions">
    <button class="button" type="button" part="button link" @click=${link}>
      ${
        another
          ? msg('Link another app', {
              id: 'authenticators.link.another',
              desc: 'Linked apps: button under the list',
            })
          : msg('Link an app', {
              id: 'authenticators.link.first',
              desc: 'Linked apps: button where there are none',
            })
      }
    </button>
  </div>`;
