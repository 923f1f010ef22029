import { define } from '../shared/base/define.js';
import '../challenge/mfa-challenge.js';
import '../enrollment/mfa-enrollment.js';
import { LoginElement } from './login-element.js';

define('mfa-login', LoginElement);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-login': LoginElement;
  }
}
