import { CodeInputHarness } from './code-input-harness.js';
import { matchesText, waitUntil } from './dom.js';
import { ElementHarness, type HarnessClass } from './element-harness.js';
import { TextFieldHarness } from './text-field-harness.js';

/** The harness of every element that shows a flow. */
export abstract class FlowHarness<Shown extends HTMLElement> extends ElementHarness<Shown> {
  /** The heading of the current step. Empty if there is none. */
  get heading(): string {
    return this.all('h2').at(-1)?.textContent.trim() ?? '';
  }

  /** Returns true while the next attempt has to wait, with a countdown. */
  get isWaiting(): boolean {
    return this.all('[part~=retry-notice]').length > 0;
  }

  /** Returns true while a request that the person started is pending. */
  get isBusy(): boolean {
    return !this.isWaiting && this.all('[part~=submit][aria-disabled=true]').length > 0;
  }

  /** Waits until {@link heading} contains or matches the expected text. */
  async untilHeading(expected: string | RegExp): Promise<void> {
    await waitUntil(
      () => matchesText(this.heading, expected),
      () => `The heading ${String(expected)} did not come; it is "${this.heading}".`,
    );
  }

  /** Steps up with the password, if that is required. */
  async confirmWithPassword(password: string): Promise<void> {
    await this.send(TextFieldHarness, password);
  }

  /** Steps up with a code, if that is required. */
  async confirmWithCode(code: string): Promise<void> {
    await this.send(CodeInputHarness, code);
  }

  /** Fills in the field and presses the button, as soon as the element asks for it. */
  protected async send(
    Field: HarnessClass<CodeInputHarness | TextFieldHarness>,
    text: string,
  ): Promise<void> {
    await waitUntil(
      () => this.all(Field.tag).length > 0 && this.offers('submit') && !this.isBusy,
      () =>
        `<${this.element.localName}> does not ask for this: set its backend, or lead it to the step that has the field. It shows: "${this.text}"`,
    );
    const field = new Field(this.one<never>(Field.tag));
    await field.fill('');
    await field.type(text);
    await this.press('submit');
  }
}
