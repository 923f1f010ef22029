import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { onlyDigits } from '../../otp/digits.js';
import { codeFieldLabels } from '../shared/forms/field-labels.js';
import { FieldElement, type Changes } from '../shared/base/field-element.js';
import { AutoSubmitController } from './auto-submit-controller.js';
import { CaretController } from './caret-controller.js';
import { CodeCompleteEvent } from './code-complete-event.js';
import { codeFrom } from './code-editing.js';
import { codeInputStyles } from './code-input-element.styles.js';
import { EditController } from './edit-controller.js';
import { hideSelection } from './hidden-selection.styles.js';
import { prepareInput } from './prepare-input.js';
import { slotClasses } from './slot-classes.js';

const DEFAULT_LENGTH = 6;

/**
 * The field for a one-time code: one real input that is filled by hand, by paste, by a password
 * manager or by the phone, with its digits painted in slots.
 *
 * Only decimal digits enter, of any script; `value` is always ASCII digits, at most `length`. The
 * input raises its own `input` and `change`. The case numbers are those of the conformance list for
 * code fields.
 *
 * @summary One-time code field
 * @fires {CodeCompleteEvent} mfa-code-complete - The person has entered a whole code; once for each
 *   code, never for a value that was set. It does not carry the code.
 * @csspart control - The slots together
 * @csspart digit - One painted slot
 */
export class CodeInputElement extends FieldElement {
  static override styles = [...FieldElement.styles, codeInputStyles];

  /** How many digits the code has. */
  @property({ type: Number }) length = DEFAULT_LENGTH;

  /**
   * Shows dots in place of the digits. This hides them from whoever looks along, not from assistive
   * technology: the field stays a text field, as a phone fills in no code elsewhere (case 72).
   */
  @property({ type: Boolean, reflect: true }) masked = false;

  /** Submits the form by itself when the person has entered a whole code. */
  @property({ type: Boolean }) autosubmit = false;

  /** The last value that was a code or the beginning of one. */
  #settled = '';
  /** The last code the person completed; '' again when the owner sets a value. */
  #announced = '';
  /** What was said of a text that was refused. */
  #refused = '';
  readonly #edit = new EditController(this, {
    refused: (text) => {
      if (onlyDigits(text)) this.error = this.#refused = this.refusal;
    },
    committed: () => {
      this.#settle();
      this.#announce();
      this.requestUpdate();
    },
  });
  readonly #caret = new CaretController(this, () => [
    ...this.renderRoot.querySelectorAll<HTMLElement>('.digit'),
  ]);
  readonly #autoSubmit = new AutoSubmitController(this);

  constructor() {
    super();
    // While the event goes down to the input, so that every other listener meets a clean value.
    this.addEventListener('input', this.#handleInput, { capture: true });
    this.addEventListener('input', this.#handleEdited);
  }

  /** The digits entered so far, in ASCII, without holes. Setting it raises no event (case 60). */
  override get value(): string {
    return this.#edit.composed?.value ?? codeFrom(this.input.value, this.length, this.#settled);
  }

  override set value(value: string | null | undefined) {
    this.#edit.forget();
    super.value = codeFrom(value ?? '', this.length, '');
    this.#startOver();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    hideSelection(this.getRootNode());
  }

  /** The words for a text with more digits than fit and no clear code in it (case 32). */
  protected get refusal(): string {
    return codeFieldLabels(this.length).tooManyDigits;
  }

  protected override get defaultLabel(): string {
    return codeFieldLabels(this.length).label;
  }

  protected override reread(): void {
    super.reread();
    this.#startOver();
  }

  protected override configure(input: HTMLInputElement, changed: Changes<this>): void {
    if (!Number.isInteger(this.length) || this.length < 1) this.length = DEFAULT_LENGTH;
    super.configure(input, changed);
    prepareInput(input, this.length);
    const defaultValue = codeFrom(input.defaultValue, this.length, '');
    if (input.defaultValue !== defaultValue) input.defaultValue = defaultValue;
    if (!this.#edit.composed) this.#settle();
    // In another language since.
    if (this.#refused && this.error === this.#refused) this.error = this.#refused = this.refusal;
  }

  protected override renderControl(): TemplateResult {
    const { value, input, masked } = this;
    const selection = input.readOnly ? undefined : this.#caret.selection;
    const slots = classMap({ slots: true, 'slots--disabled': input.matches(':disabled') });
    const indices = Array.from({ length: this.length }, (_, index) => index);
    return html`
      <div
        class=${classMap({ control: true, 'control--invalid': this.error !== '' })}
        part="control"
      >
        <div class="room">${indices.map(() => html`<span></span>`)}</div>
        <div class=${slots} aria-hidden="true" translate="no" dir="ltr">
          ${indices.map((index) => {
            const digit = value[index] ?? '';
            const classes = classMap(slotClasses(index, value, this.length, selection));
            return html`<span class=${classes} part="digit"
              >${masked && digit ? '•' : digit}</span
            >`;
          })}
        </div>
        <slot name="input"></slot>
      </div>
    `;
  }

  /** Makes what is in the input a code or the beginning of one, where it is not. */
  #settle(): void {
    const { value } = this;
    if (this.input.value !== value) this.input.value = value;
    this.#settled = value;
  }

  /** The value is the owner's now; the next code that the person completes is a new one. */
  #startOver(): void {
    this.#settled = this.value;
    this.#announced = '';
    this.#autoSubmit.forget();
  }

  #announce(): void {
    const { value } = this;
    if (value.length < this.length || value === this.#announced) return;
    this.#announced = value;
    this.dispatchEvent(new CodeCompleteEvent());
    if (this.autosubmit) this.#autoSubmit.submit();
  }

  #handleInput = (event: Event): void => {
    if (event.target !== this.input) return;
    if (!this.#edit.composed) this.#settle();
    this.requestUpdate();
  };

  #handleEdited = (event: Event): void => {
    if (event.target === this.input && !this.#edit.composed) this.#announce();
  };
}
