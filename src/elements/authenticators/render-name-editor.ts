import { html, type TemplateResult } from 'lit';
import { renderCancelButton } from '../shared/controls/render-cancel-button.js';
import { phone } from './icons.js';
import type { NameForm } from './name-form.js';

export interface NameEditor {
  readonly nameForm: NameForm;
  readonly busy: boolean;
  readonly cancel: () => void;
}

/** A row while its app is given another name: the field in place of the facts. */
export function renderNameEditor({ nameForm, busy, cancel }: NameEditor): TemplateResult {
  const handleKey = (event: KeyboardEvent): void => {
    // An Escape that ends the composing of a word is the keyboard's own.
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };
  return html`
    <span class="authenticator__icon">${phone}</span>
    <div class="authenticator__facts" role="presentation" @keydown=${handleKey}>
      <slot name="name-form"></slot>
      <div class="actions">${nameForm.renderButton(busy)} ${renderCancelButton(cancel)}</div>
    </div>
  `;
}
