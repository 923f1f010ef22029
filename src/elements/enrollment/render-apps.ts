import { html, nothing, type TemplateResult } from 'lit';
import { parseWebUrl } from '../../backend/urls.js';
import { msg, str } from '../../localization/msg.js';
import type { AuthenticatorApp } from './authenticator-apps.js';

/** Renders the suggested apps, each with a link to its manual and to the stores that have it. */
export const renderApps = (apps: readonly AuthenticatorApp[]): TemplateResult => html`
  <ul class="apps">
    ${apps.map(
      ({ name, manual, android, ios }) =>
        html`<li class="app">
          ${renderLink(manual, name)}
          <span class="stores">
            ${android ? renderLink(android, 'Google Play', `${name}: Google Play`) : nothing}
            ${ios ? renderLink(ios, 'App Store', `${name}: App Store`) : nothing}
          </span>
        </li>`,
    )}
  </ul>
`;

/**
 * Renders a link that opens in a new tab, so that the QR code stays on the screen. If the page passed
 * something other than an http(s) URL, renders the text only (C25).
 */
function renderLink(url: string, text: string, label = text): TemplateResult {
  if (!parseWebUrl(url, document.baseURI)) return html`<span>${text}</span>`;
  return html`<a
    class="link"
    href=${url}
    target="_blank"
    rel="noopener noreferrer"
    aria-label=${msg(str`${label} (opens in a new tab)`, {
      id: 'link.new-tab',
      desc: 'Any link to another site: its name for screen readers; {0} is its text',
    })}
    >${text}</a
  >`;
}
