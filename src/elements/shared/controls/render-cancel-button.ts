import { html, type TemplateResult } from 'lit';
import { msg } from '../../../localization/msg.js';

/** Renders the button that leaves a step, a dialog or a name without changing anything. */
export function renderCancelButton(cancel: () => void): TemplateResult {
  return html`<button class="button cancel" type="button" part="button cancel" @click=${cancel}>
    ${msg('Cancel', { id: 'button.cancel', desc: 'Any dialog: button that changes nothing' })}
  </button>`;
}
