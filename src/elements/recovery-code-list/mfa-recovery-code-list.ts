import { define } from '../shared/base/define.js';
import { RecoveryCodeListElement } from './recovery-code-list-element.js';

define('mfa-recovery-code-list', RecoveryCodeListElement);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-recovery-code-list': RecoveryCodeListElement;
  }
}
