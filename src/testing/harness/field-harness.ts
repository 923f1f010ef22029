import { ElementHarness } from './element-harness.js';
import { fillText, pasteText, typeText } from './enter-text.js';

/** The code field, or a field for one line of text. */
interface Field extends HTMLElement {
  readonly input: HTMLInputElement;
  value: string;
}

/** The harness of every field. */
export abstract class FieldHarness<Shown extends Field> extends ElementHarness<Shown> {
  /** The value of the field. A code always consists of ASCII digits. */
  get value(): string {
    return this.element.value;
  }

  /** The accessible name of the field. */
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

  /** The accessible description of the field: its hint and its error. */
  get description(): string {
    const root = this.element.getRootNode() as Document | ShadowRoot;
    return (this.element.input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => root.getElementById(id)?.textContent.trim() ?? '')
      .filter(Boolean)
      .join(' ');
  }

  /** Types at the caret, one character at a time. */
  async type(text: string): Promise<void> {
    typeText(this.element.input, text);
    await this.rendered();
  }

  /** Pastes at the caret. */
  async paste(text: string): Promise<void> {
    pasteText(this.element.input, text);
    await this.rendered();
  }

  /** Sets the whole value, as a password manager does. */
  async fill(text: string): Promise<void> {
    fillText(this.element.input, text);
    await this.rendered();
  }

  /** Clears the field. */
  async clear(): Promise<void> {
    await this.fill('');
  }

  /** Presses Enter, which submits the form of the field. */
  async pressEnter(): Promise<void> {
    this.element.input.form?.requestSubmit();
    await this.rendered();
  }
}
