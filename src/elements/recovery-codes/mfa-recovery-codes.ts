import { define } from '../shared/base/define.js';
import '../code-input/mfa-code-input.js';
import '../text-field/mfa-text-field.js';
import { RecoveryCodesElement } from './recovery-codes-element.js';

define('mfa-recovery-codes', RecoveryCodesElement, [
  'mfa-code-input',
  'mfa-recovery-code-list',
  'mfa-text-field',
]);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-recovery-codes': RecoveryCodesElement;
  }
}
