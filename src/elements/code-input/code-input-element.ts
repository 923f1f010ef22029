import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { digitGroups } from '../../otp/digits.js';
import { codeLabel, noCodeMessage, tooManyDigitsMessage } from '../shared/forms/field-labels.js';
import { FieldElement, type Changes } from '../shared/base/field-element.js';
import { classNames } from '../shared/controls/class-names.js';
import { hiddenFromRecorders } from '../shared/page/hide-from-recorders.js';
import { afterDispatch } from './after-dispatch.js';
import { AutoSubmitController } from './auto-submit-controller.js';
import { CaretController } from './caret-controller.js';
import { CodeCompleteEvent } from './code-complete-event.js';
import { codeFrom, isUnreadable } from './code-editing.js';
import { codeInputStyles, hideSelection } from './code-input-element.styles.js';
import { EditController } from './edit-controller.js';
import { renderPaintedDigit } from './painted-digit.js';
import { prepareInput } from './prepare-input.js';
import { groupClass, slotClasses } from './slot-classes.js';

const DEFAULT_LENGTH = 6;
/** More slots than any code has would not fit on a screen. */
const LONGEST = 20;

/**
 * The field for a one-time code: one real input that is filled by hand, by paste, by a password
 * manager or by the phone, with its digits painted in slots.
 *
 * Accepts only decimal digits, of any script; `value` is always ASCII digits, at most `length`. The
 * input fires its own `input` and `change`.
 *
 * A paste passes through `EditController` (`beforeinput`), `insertIntoCode` (the rules of an edit) and
 * `findCode` (the code in a text). A value that was filled in as a whole passes through `codeFrom`.
 *
 * The label belongs to the input, not to this element: `<label for>` needs the id of an input in it. Enter
 * submits the page's own form as the browser decides, also repeatedly while it is held down.
 *
 * The case numbers in this folder are listed in test/cases.md.
 *
 * @summary One-time code field
 * @tag mfa-code-input
 * @fires {CodeCompleteEvent} mfa-code-complete - The user has entered a complete code; after
 *   `input`, once for each code, never for a value that was set. It does not carry the code.
 * @csspart control - The slots together
 * @csspart digit - One painted slot
 */
export class CodeInputElement extends FieldElement {
  static override styles = [...FieldElement.styles, codeInputStyles];

  /** The number of digits of the code: 1 to 20, otherwise 6. */
  @property({ type: Number })
  get length(): number {
    return this.#length;
  }

  set length(length: number) {
    const count = Number(length);
    const isPossible = Number.isInteger(count) && count >= 1 && count <= LONGEST;
    this.#length = isPossible ? count : DEFAULT_LENGTH;
    // Not at the next render: the form may be submitted before.
    if (this.hasUpdated && !this.#edit.composed) this.#cleanInput();
  }

  /**
   * Shows dots in place of the digits. This hides them from onlookers, not from assistive technology:
   * the field stays a text field, because a phone fills in no code elsewhere (case 72).
   */
  @property({ type: Boolean, reflect: true }) masked = false;

  /**
   * Submits the form automatically when the user has entered a complete code, after `mfa-code-complete`.
   * The same submit within the next second is canceled as a repeated press, if the first was really sent.
   */
  @property({ type: Boolean }) autosubmit = false;

  /** The last value that was a code or the beginning of one. */
  #lastValidValue = '';
  /** The last code that the user completed; '' again when a script sets a value. */
  #lastCompletedCode = '';
  /** The text that was refused last is one with too many digits, or without a code. */
  #hasTooManyDigits = false;
  /** The message that was shown for a text that was refused. */
  #shownRefusal = '';
  #length = DEFAULT_LENGTH;

  readonly #edit = new EditController(this, {
    refused: (text) => this.#refuse(text),
    committed: () => {
      this.#reportCompletion();
      this.requestUpdate();
    },
  });
  readonly #caret = new CaretController(this, () => [
    ...this.renderRoot.querySelectorAll<HTMLElement>('.digit'),
  ]);
  readonly #autoSubmit = new AutoSubmitController(this);

  constructor() {
    super();
    // In the capture phase, so that every other listener reads a clean value.
    this.addEventListener('input', this.#handleInput, { capture: true });
  }

  /** The digits entered so far, in ASCII, without gaps. Setting it fires no event (case 60). */
  override get value(): string {
    return (
      this.#edit.composed?.value ??
      codeFrom(super.value, this.length, this.#lastValidValue.slice(0, this.length))
    );
  }

  override set value(value: string | number | null | undefined) {
    this.#edit.forget();
    const code = codeFrom(String(value ?? ''), this.length, '');
    // A page that keeps the value and sets it again at each render begins nothing new.
    const isSame = code !== '' && code === this.#lastValidValue;
    super.value = code;
    if (!isSame) this.#resetCompletion();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    hideSelection(this.getRootNode());
  }

  protected override get defaultLabel(): string {
    return codeLabel(this.length);
  }

  protected override reread(): void {
    super.reread();
    this.#resetCompletion();
  }

  protected override configure(input: HTMLInputElement, changed: Changes<this>): void {
    super.configure(input, changed);
    prepareInput(input, this.length);
    const defaultValue = codeFrom(input.defaultValue, this.length, '');
    if (input.defaultValue !== defaultValue) input.defaultValue = defaultValue;
    if (!this.#edit.composed) this.#cleanInput();
    // The locale may have changed.
    if (this.#shownRefusal && this.error === this.#shownRefusal) {
      this.error = this.#shownRefusal = this.#refusalMessage;
    }
  }

  protected override renderControl(): TemplateResult {
    const { value, input, masked } = this;
    const selection = input.readOnly ? undefined : this.#caret.selection;
    const slots = classNames({ slots: true, 'slots--disabled': input.matches(':disabled') });
    const indices = Array.from({ length: this.length }, (_, index) => index);
    return html`
      <div
        class=${classNames({ control: true, 'control--invalid': this.error !== '' })}
        part="control"
      >
        <div class="room">
          ${indices.map((index) => html`<span class=${groupClass(index, this.length)}></span>`)}
        </div>
        <div class=${slots} aria-hidden="true" translate="no" dir="ltr" ${hiddenFromRecorders()}>
          ${indices.map((index) => {
            const digit = value[index] ?? '';
            const classes = slotClasses(index, value, this.length, selection);
            return renderPaintedDigit(classes, masked && digit ? '•' : digit);
          })}
        </div>
        <slot name="input"></slot>
      </div>
    `;
  }

  #handleInput = (event: Event): void => {
    if (this.isAwaitingHydration || event.target !== this.input) return;
    this.requestUpdate();
    if (this.#edit.composed) return;
    const { value: raw } = this.input;
    const isRefused = isUnreadable(raw, this.length);
    if (isRefused) this.input.value = this.#lastValidValue;
    this.#cleanInput();
    // A page keeps the value at `input` and sends it at `mfa-code-complete`, so that order holds.
    afterDispatch(event, () => (isRefused ? this.#refuse(raw) : this.#reportCompletion()));
  };

  /** Says what is wrong with a text; not with a letter, which is seen not to enter (case 2). */
  #refuse(text: string): void {
    if (text.trim().length < 2) return;
    this.#hasTooManyDigits = digitGroups(text).some((group) => group.length >= this.length);
    this.error = this.#shownRefusal = this.#refusalMessage;
  }

  /** The error for a text with more digits than fit, or without a code (case 32). */
  get #refusalMessage(): string {
    return (this.#hasTooManyDigits ? tooManyDigitsMessage : noCodeMessage)(this.length);
  }

  /** Replaces what is in the input by a code or the beginning of one. */
  #cleanInput(): void {
    const { value } = this;
    if (this.input.value !== value) this.input.value = value;
    this.#lastValidValue = value;
  }

  /** Forgets the completed code: a script set the value, so the next complete code is a new one. */
  #resetCompletion(): void {
    this.#lastValidValue = this.value;
    this.#lastCompletedCode = '';
    this.#autoSubmit.forget();
  }

  #reportCompletion(): void {
    const { value } = this;
    if (value.length < this.length || value === this.#lastCompletedCode) return;
    this.#lastCompletedCode = value;
    this.dispatchEvent(new CodeCompleteEvent());
    if (this.autosubmit && this.value === value) this.#autoSubmit.submit();
  }
}
