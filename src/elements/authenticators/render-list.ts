import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Authenticator } from '../../backend/backend.js';
import { nameChange, type AuthenticatorsState } from '../../flow/authenticators/authenticators.js';
import { msg } from '../../localization/msg.js';
import { renderHeading } from '../shared/controls/render-heading.js';
import { renderRetryNotice } from '../shared/waits/render-retry-notice.js';
import type { WaitingAction } from '../shared/waits/retry-timer.js';
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
  /** The actions. An action that the backend does not support is absent. */
  readonly rename?: ((id: string) => void) | undefined;
  readonly unlink?: ((id: string) => void) | undefined;
  readonly link?: WaitingAction | undefined;
  /** Whether an outcome is looked up. The buttons then look disabled, stay focusable and do nothing. */
  readonly busy: boolean;
  /** Whether the backend reports when an app was last used. */
  readonly tellsLastUse: boolean;
  /** The most apps that an account can have. */
  readonly maxAuthenticators?: number | undefined;
  /** The form in the row of the app that is renamed. */
  readonly nameForm: NameForm;
  readonly cancel: () => void;
}

/** Renders the heading of the list. */
export const renderListHeading = (): TemplateResult =>
  renderHeading(
    msg('Linked authenticator apps', {
      id: 'authenticators.heading',
      desc: 'Linked apps: heading',
    }),
  );

/** Renders the rows, or that there are none, and the button that links an app. */
export function renderList(list: AuthenticatorList): TemplateResult {
  const { state, link, busy, maxAuthenticators = Infinity } = list;
  const { authenticators } = 'next' in state ? state.next : state;
  return html`
    ${authenticators.length > 0 ? renderRows(authenticators, list) : renderEmpty()}
    ${link && authenticators.length < maxAuthenticators ? renderLinkButton(link, busy, authenticators.length > 0) : nothing}
  `;
}

/** Keyed, so that the focus stays in its row when a row above it is added or removed. */
function renderRows(
  authenticators: readonly Authenticator[],
  { state, rename, unlink, busy, tellsLastUse, nameForm, cancel }: AuthenticatorList,
): TemplateResult {
  const dates = { now: new Date(), tellsLastUse };
  const edited = nameChange(state);
  const renderRow = (authenticator: Authenticator): TemplateResult => {
    const { id } = authenticator;
    if (id === edited?.target.id) {
      return renderNameEditor({ nameForm, busy: edited.step === 'renaming', cancel });
    }
    return renderAuthenticator(authenticator, dates, {
      rename: rename && (() => rename(id)),
      unlink: unlink && (() => unlink(id)),
      busy,
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

const renderLinkButton = (link: WaitingAction, busy: boolean, another: boolean): TemplateResult =>
  html`<div class="actions">
    ${renderRetryNotice(link.wait)}
    <button
      class="button"
      type="button"
      part="button link"
      aria-disabled=${busy || link.isWaiting}
      @click=${busy ? undefined : link.run}
    >
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
