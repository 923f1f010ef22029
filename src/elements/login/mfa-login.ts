import { define } from '../shared/base/define.js';
import '../challenge/mfa-challenge.js';
import { LoginElement } from './login-element.js';

define('mfa-login', LoginElement, ['mfa-challenge', 'mfa-enrollment']);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-login': LoginElement;
  }
}
