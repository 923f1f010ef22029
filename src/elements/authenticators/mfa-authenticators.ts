import { define } from '../shared/base/define.js';
import '../code-input/mfa-code-input.js';
import '../text-field/mfa-text-field.js';
import { AuthenticatorsElement } from './authenticators-element.js';

define('mfa-authenticators', AuthenticatorsElement, [
  'mfa-code-input',
  'mfa-enrollment',
  'mfa-text-field',
]);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-authenticators': AuthenticatorsElement;
  }
}
