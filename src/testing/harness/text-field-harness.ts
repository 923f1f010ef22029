import type { TextFieldElement } from '../../elements/text-field/text-field-element.js';
import { FieldHarness } from './field-harness.js';

/**
 * Drives an `mfa-text-field`, such as a password, a recovery code or a name.
 *
 * @example
 * ```ts
 * const field = TextFieldHarness.find();
 * await field.type('Phone');
 * await field.pressEnter();
 * ```
 */
export class TextFieldHarness extends FieldHarness<TextFieldElement> {
  static readonly tag = 'mfa-text-field';
}
