import { define } from '../shared/base/define.js';
import '../code-input/mfa-code-input.js';
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
