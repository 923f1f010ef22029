import { define } from '../shared/base/define.js';
import '../code-input/mfa-code-input.js';
import '../recovery-code-list/mfa-recovery-code-list.js';
import '../text-field/mfa-text-field.js';
import { ChallengeElement } from './challenge-element.js';

define('mfa-challenge', ChallengeElement, [
  'mfa-code-input',
  'mfa-recovery-code-list',
  'mfa-text-field',
]);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-challenge': ChallengeElement;
  }
}
