import { msg, str } from '@lit/localize';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Authenticator } from '../../backend/backend.js';
import { getLocale } from '../../localization/localization.js';
import { authenticatorName } from './authenticator-name.js';

const formatDate = (date: Date): string =>
  new Intl.DateTimeFormat(getLocale(), { dateStyle: 'long' }).format(date);

const phone = svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <rect x="7" y="2.75" width="10" height="18.5" rx="2.25" />
  <path d="M10.75 18h2.5" />
</svg>`;

const bin = svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M4.5 6.5h15M9.5 6.5V4.25h5V6.5M6.5 6.5l.75 13.25h9.5L17.5 6.5M10 10.25v6M14 10.25v6" />
</svg>`;

/**
 * One linked app as a row.
 *
 * @param unlink Called when the bin is pressed; without it there is no bin.
 */
export function renderAuthenticator(
  authenticator: Authenticator,
  unlink: (() => void) | undefined,
): TemplateResult {
  const name = authenticatorName(authenticator);
  return html`<li class="authenticator">
    <span class="authenticator__icon">${phone}</span>
    <div class="authenticator__facts">
      <bdi class="authenticator__name">${name}</bdi>
      ${renderDates(authenticator)}
    </div>
    ${
      unlink
        ? html`<button
            class="button button--icon"
            type="button"
            part="button"
            data-unlink=${authenticator.id}
            aria-label=${msg(str`Remove the link with ${name}`, {
              id: 'authenticators.unlink.label',
              desc: 'Linked apps: name of the bin button; {0} is the name of the app',
            })}
            @click=${unlink}
          >
            ${bin}
          </button>`
        : nothing
    }
  </li>`;
}

function renderDates({ createdAt, lastUsedAt }: Authenticator): TemplateResult {
  return html`<span class="authenticator__dates">
    ${
      createdAt
        ? html`<span>
            ${msg(str`Linked on ${formatDate(createdAt)}`, {
              id: 'authenticators.linked-on',
              desc: 'Linked apps: {0} is a date',
            })}
          </span>`
        : nothing
    }
    <span>
      ${
        lastUsedAt
          ? msg(str`Last used on ${formatDate(lastUsedAt)}`, {
              id: 'authenticators.last-used',
              desc: 'Linked apps: {0} is a date',
            })
          : msg('Not used yet', {
              id: 'authenticators.never-used',
              desc: 'Linked apps: in place of a date',
            })
      }
    </span>
  </span>`;
}
