import { html, type TemplateResult } from 'lit';
import { renderCancelButton } from '../shared/controls/render-cancel-button.js';
import { phoneIcon } from './icons.js';
import type { NameForm } from './name-form.js';

export interface NameEditor {
  readonly nameForm: NameForm;
  readonly busy: boolean;
  readonly cancel: () => void;
}

/** Renders the content of a row while the name of its app is edited. */
export function renderNameEditor({ nameForm, busy, cancel }: NameEditor): TemplateResult {
  return html`
    <span class="authenticator__icon">${phoneIcon}</span>
    <div class="authenticator__facts">
      <slot name="name-form"></slot>
      <div class="actions">${nameForm.renderButton(busy)} ${renderCancelButton(cancel)}</div>
    </div>
  `;
}
