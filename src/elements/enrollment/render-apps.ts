import { html, nothing, type TemplateResult } from 'lit';
import { parseWebUrl } from '../../backend/urls.js';
import { msg, str } from '../../localization/msg.js';
import type { AuthenticatorApp } from './authenticator-apps.js';

/** The proposed apps, each with its manual and where to get it. */
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
 * A link beside the flow: in its own tab, so that the QR code is still here afterwards. Only text
 * where the page gave no address of a web page (C25).
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
