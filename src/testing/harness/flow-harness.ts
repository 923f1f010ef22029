import { CodeInputHarness } from './code-input-harness.js';
import { ElementHarness } from './element-harness.js';
import { includes } from './includes.js';
import { TextFieldHarness } from './text-field-harness.js';
import { until } from './until.js';

/** What the harnesses of all tags that walk through steps can do. */
export abstract class FlowHarness<Shown extends HTMLElement> extends ElementHarness<Shown> {
  /** The heading of the step that shows; empty while there is none. */
  get heading(): string {
    return this.all('h2').at(-1)?.textContent.trim() ?? '';
  }

  /** Whether the next try has to wait, with the time counted down. */
  get isWaiting(): boolean {
    return this.all('[part~=retry-notice]').length > 0;
  }

  /** Whether a request is under way for something the person did. */
  get isBusy(): boolean {
    return !this.isWaiting && this.all('[part~=submit][aria-disabled=true]').length > 0;
  }

  /** Waits until this heading shows. */
  async untilHeading(expected: string | RegExp): Promise<void> {
    await until(
      () => includes(this.heading, expected),
      () => `The heading ${String(expected)} did not come; it is "${this.heading}".`,
    );
  }

  /** Proves with the password that it is you, where that is asked. */
  async confirmWithPassword(password: string): Promise<void> {
    await this.send(TextFieldHarness.find(this.element), password);
  }

  /** Proves with a code that it is you, where that is asked. */
  async confirmWithCode(code: string): Promise<void> {
    await this.send(CodeInputHarness.find(this.element), code);
  }

  /** Fills in the field and presses the button. */
  protected async send(field: CodeInputHarness | TextFieldHarness, text: string): Promise<void> {
    await field.fill('');
    await field.type(text);
    await this.press('submit');
  }
}
