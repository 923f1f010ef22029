import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Authenticator } from '../../backend/backend.js';
import { msg, str } from '../../localization/msg.js';
import { authenticatorName } from './authenticator-name.js';
import { binIcon, pencilIcon, phoneIcon } from './icons.js';
import { renderDates, type DateContext } from './render-dates.js';
import type { RowAction } from './row-focus.js';

/** The actions of a row. An action that the backend does not support is absent. */
export interface RowActions {
  readonly rename?: (() => void) | undefined;
  readonly unlink?: (() => void) | undefined;
  /** Whether the buttons look disabled. They then stay focusable and do nothing. */
  readonly busy: boolean;
}

/** Renders the content of a row: name, dates and buttons. */
export function renderAuthenticator(
  authenticator: Authenticator,
  dates: DateContext,
  { rename, unlink, busy }: RowActions,
): TemplateResult {
  const name = authenticatorName(authenticator);
  return html`
    <span class="authenticator__icon">${phoneIcon}</span>
    <div class="authenticator__facts">
      <div class="authenticator__name"><bdi part="name">${name}</bdi></div>
      ${renderDates(authenticator, dates)}
    </div>
    <div class="authenticator__buttons">
      ${
        rename
          ? renderRowButton(
              'rename',
              pencilIcon,
              busy ? undefined : rename,
              msg(str`Change the name of ${name}`, {
                id: 'authenticators.rename.label',
                desc: 'Linked apps: name of the pencil button; {0} is the name of the app. Dutch: "Naam van {0} wijzigen"',
              }),
            )
          : nothing
      }
      ${
        unlink
          ? renderRowButton(
              'unlink',
              binIcon,
              busy ? undefined : unlink,
              msg(str`Remove the link with ${name}`, {
                id: 'authenticators.unlink.label',
                desc: 'Linked apps: name of the bin button; {0} is the name of the app',
              }),
            )
          : nothing
      }
    </div>
  `;
}

const renderRowButton = (
  action: RowAction,
  icon: SVGTemplateResult,
  press: (() => void) | undefined,
  label: string,
): TemplateResult =>
  html`<button
    class="button button--icon"
    type="button"
    part="button ${action}"
    aria-label=${label}
    aria-disabled=${press === undefined}
    @click=${press}
  >
    ${icon}
  </button>`;
