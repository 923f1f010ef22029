import type { CodeInputElement } from '../../elements/code-input/code-input-element.js';
import { visibleText } from './dom.js';
import { FieldHarness } from './field-harness.js';

/**
 * Drives an `mfa-code-input`.
 *
 * @example
 * ```ts
 * const field = CodeInputHarness.find();
 * await field.type('123');
 * field.shown; // '123...'
 * ```
 */
export class CodeInputHarness extends FieldHarness<CodeInputElement> {
  static readonly tag = 'mfa-code-input';

  /**
   * The digits in the visible slots. An empty slot is a dot. A simulated document paints none: there, the
   * digits of the value.
   */
  get shown(): string {
    const isPainted = this.element.getBoundingClientRect().width > 0;
    return this.all('[part=digit]')
      .map((slot, index) => (isPainted ? visibleText(slot) : this.value.charAt(index)) || '.')
      .join('');
  }
}
