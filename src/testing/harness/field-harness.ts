import { ElementHarness } from './element-harness.js';
import { fillText, pasteText, typeText } from './enter-text.js';

/** A field: the code field or a field for one line of text. */
interface Field extends HTMLElement {
  readonly input: HTMLInputElement;
  value: string;
}

/** What the harnesses of all fields can do. */
export abstract class FieldHarness<Shown extends Field> extends ElementHarness<Shown> {
  /** What is in the field. A code is always ASCII digits. */
  get value(): string {
    return this.element.value;
  }

  /** What the field is called. */
  get label(): string {
    const { input } = this.element;
    const root = input.getRootNode() as Document | ShadowRoot;
    // Not `input.labels`: some versions of WebKit crash when that list is collected (bug 300692).
    const labels = [...root.querySelectorAll('label')].filter(({ control }) => control === input);
    return (
      labels.map(({ textContent }) => textContent.trim()).join(' ') ||
      (input.getAttribute('aria-label') ?? '')
    );
  }

  /** What a screen reader reads after the name: hint and error. */
  get description(): string {
    const root = this.element.getRootNode() as Document | ShadowRoot;
    return (this.element.input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => root.getElementById(id)?.textContent.trim() ?? '')
      .filter(Boolean)
      .join(' ');
  }

  /** Types where the caret is, a character at a time. */
  async type(text: string): Promise<void> {
    typeText(this.element.input, text);
    await this.painted();
  }

  /** Pastes where the caret is. */
  async paste(text: string): Promise<void> {
    pasteText(this.element.input, text);
    await this.painted();
  }

  /** Fills in the whole value as a password manager does. */
  async fill(text: string): Promise<void> {
    fillText(this.element.input, text);
    await this.painted();
  }

  /** Empties the field as a person does: selects all and deletes. */
  async clear(): Promise<void> {
    await this.fill('');
  }

  /** Presses Enter, which sends the form around the field. */
  async pressEnter(): Promise<void> {
    this.element.input.form?.requestSubmit();
    await this.painted();
  }
}
