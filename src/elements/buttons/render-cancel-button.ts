import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';

/** The button of a dialog that changes nothing. */
export function renderCancelButton(cancel: () => void): TemplateResult {
  return html`<button class="button cancel" type="button" part="button cancel" @click=${cancel}>
    ${msg('Cancel', { id: 'button.cancel', desc: 'Any dialog: button that changes nothing' })}
  </button>`;
}
