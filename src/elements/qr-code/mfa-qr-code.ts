import { define } from '../shared/base/define.js';
import { QrCodeElement } from './qr-code-element.js';

define('mfa-qr-code', QrCodeElement);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-qr-code': QrCodeElement;
  }
}
