import { define } from '../shared/base/define.js';
import '../code-input/mfa-code-input.js';
import '../qr-code/mfa-qr-code.js';
import '../text-field/mfa-text-field.js';
import { EnrollmentElement } from './enrollment-element.js';

define('mfa-enrollment', EnrollmentElement, [
  'mfa-code-input',
  'mfa-qr-code',
  'mfa-recovery-code-list',
  'mfa-text-field',
]);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-enrollment': EnrollmentElement;
  }
}
