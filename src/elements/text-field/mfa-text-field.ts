import { TextFieldElement } from './text-field-element.js';

if (!customElements.get('mfa-text-field'))
  customElements.define('mfa-text-field', TextFieldElement);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-text-field': TextFieldElement;
  }
}
