import { define } from '../shared/base/define.js';
import { CodeInputElement } from './code-input-element.js';

define('mfa-code-input', CodeInputElement);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-code-input': CodeInputElement;
  }
}
