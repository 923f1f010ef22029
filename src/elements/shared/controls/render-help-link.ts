import { html, nothing, type TemplateResult } from 'lit';
import { msg } from '../../../localization/msg.js';

/** Renders the default content of the help slot, if the page gave only a URL. */
export function renderHelpLink(url: string | undefined): TemplateResult | typeof nothing {
  if (!url) return nothing;
  return html`<a class="link" href=${url}>
    ${msg('Get help', { id: 'help.link', desc: 'Under every step: link to the help page of the site' })}
  </a>`;
}
