import { property } from 'lit/decorators.js';
import { FieldElement, type Changes } from '../shared/base/field-element.js';
import { writeAttribute } from '../shared/page/write-attribute.js';
import { textFieldStyles } from './text-field-element.styles.js';

/**
 * A field for one line of text: the password, a recovery code, the name of an app.
 *
 * @summary One line of text with a label, a hint and an error
 * @tag mfa-text-field
 */
export class TextFieldElement extends FieldElement {
  static override styles = [...FieldElement.styles, textFieldStyles];

  /** The input's type. */
  @property() type: 'text' | 'password' = 'text';

  /** The autofill value for browsers and password managers, as in HTML: `current-password`, `off`. */
  @property() autocomplete?: string;

  /** The keyboard that a phone shows, as in HTML: `text`, `numeric`. */
  @property({ attribute: 'inputmode' }) override inputMode = '';

  protected override configure(input: HTMLInputElement, changed: Changes<this>): void {
    super.configure(input, changed);
    // A spelling checker or a keyboard may send the text elsewhere, or correct it.
    input.spellcheck = false;
    writeAttribute(input, 'autocapitalize', 'off');
    writeAttribute(input, 'autocorrect', 'off');
    if (changed.has('type') && (this.type !== 'text' || changed.get('type')))
      input.type = this.type;
    if (changed.has('autocomplete') && this.autocomplete !== undefined) {
      writeAttribute(input, 'autocomplete', this.autocomplete);
    }
    if (changed.has('inputMode') && this.inputMode) input.inputMode = this.inputMode;
  }
}
