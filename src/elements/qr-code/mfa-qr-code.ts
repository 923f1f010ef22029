import { QrCodeElement } from './qr-code-element.js';

if (!customElements.get('mfa-qr-code')) customElements.define('mfa-qr-code', QrCodeElement);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-qr-code': QrCodeElement;
  }
}
