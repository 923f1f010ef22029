import { define } from '../shared/base/define.js';
import { TextFieldElement } from './text-field-element.js';

define('mfa-text-field', TextFieldElement);

declare global {
  interface HTMLElementTagNameMap {
    'mfa-text-field': TextFieldElement;
  }
}
