import { define } from '../../internal/define.js';
import { RecoveryCodesElement } from './recovery-codes-element.js';

define('mfa-recovery-codes', RecoveryCodesElement);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-recovery-codes': RecoveryCodesElement;
  }
}
