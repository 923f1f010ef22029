import type { AuthenticatorsElement } from '../../elements/authenticators/authenticators-element.js';
import { visibleText } from './dom.js';
import { FlowHarness } from './flow-harness.js';
import { TextFieldHarness } from './text-field-harness.js';

/**
 * Drives an `mfa-authenticators`, which lists the linked apps.
 *
 * @example
 * ```ts
 * const apps = AuthenticatorsHarness.find();
 * await apps.unlink('Google Authenticator');
 * await apps.confirm();
 * ```
 */
export class AuthenticatorsHarness extends FlowHarness<AuthenticatorsElement> {
  static readonly tag = 'mfa-authenticators';

  /** The names of the linked apps, in the order of the list. */
  get names(): string[] {
    return this.all('[part~=name]').map(visibleText);
  }

  /** Starts to unlink an app. A confirmation shows first: see {@link confirm}. */
  async unlink(name: string): Promise<void> {
    await this.#pressAt(name, 'unlink');
  }

  /** Renames an app. */
  async rename(name: string, newName: string): Promise<void> {
    await this.#pressAt(name, 'rename');
    await this.send(TextFieldHarness, newName);
  }

  /** Starts the enrollment of another app. */
  async linkAnother(): Promise<void> {
    await this.press('link');
  }

  /** Accepts the confirmation that shows. */
  async confirm(): Promise<void> {
    await this.press('submit');
  }

  /** Cancels the confirmation that shows. */
  async cancel(): Promise<void> {
    await this.press('cancel');
  }

  async #pressAt(name: string, action: string): Promise<void> {
    const row = () =>
      this.all('li').find((item) =>
        [...item.querySelectorAll('[part~=name]')].some((part) => visibleText(part) === name),
      );
    await this.pressWhen(
      () => row()?.querySelector<HTMLElement>(`[part~="${action}"]`),
      () => `No "${action}" for "${name}" among: ${this.names.join(', ')}`,
    );
  }
}
