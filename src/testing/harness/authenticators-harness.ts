import type { AuthenticatorsElement } from '../../elements/authenticators/authenticators-element.js';
import { FlowHarness } from './flow-harness.js';
import { readableText } from './readable-text.js';
import { TextFieldHarness } from './text-field-harness.js';

/** Drives an `mfa-authenticators`: the linked apps. */
export class AuthenticatorsHarness extends FlowHarness<AuthenticatorsElement> {
  static readonly tag = 'mfa-authenticators';

  /** The names of the linked apps, in the order of the list. */
  get names(): string[] {
    return this.all('[part~=name]').map(readableText);
  }

  /** Asks to take a link away: the question whether that is meant comes first. */
  async unlink(name: string): Promise<void> {
    await this.#pressAt(name, 'unlink');
  }

  /** Gives an app another name. */
  async rename(name: string, newName: string): Promise<void> {
    await this.#pressAt(name, 'rename');
    await this.send(TextFieldHarness.find(this.element), newName);
  }

  /** Begins to link another app. */
  async linkAnother(): Promise<void> {
    await this.press('link');
  }

  /** Says yes to the question that shows. */
  async confirm(): Promise<void> {
    await this.press('submit');
  }

  /** Says no to the question that shows. */
  async cancel(): Promise<void> {
    await this.press('cancel');
  }

  async #pressAt(name: string, action: string): Promise<void> {
    const row = this.all('li').find((item) =>
      [...item.querySelectorAll('[part~=name]')].some((part) => readableText(part) === name),
    );
    const control = row?.querySelector<HTMLElement>(`[part~="${action}"]`);
    if (!control) throw new Error(`No "${action}" for "${name}" among: ${this.names.join(', ')}`);
    control.focus();
    control.click();
    await this.painted();
  }
}
