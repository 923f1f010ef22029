import { CodeInputElement } from './code-input-element.js';

if (!customElements.get('mfa-code-input'))
  customElements.define('mfa-code-input', CodeInputElement);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-code-input': CodeInputElement;
  }
}
