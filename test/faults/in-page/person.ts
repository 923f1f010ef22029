import { typeText } from '../../../src/testing/harness/enter-text.js';
import { TYPED } from '../typed.js';
import { controlIn, fieldIn } from './read-page.js';

/** A person at the page: presses controls, and types what each field asks for. */
export class Person {
  readonly #element: Element;
  #tries = 0;

  constructor(element: Element) {
    this.#element = element;
  }

  /** Presses a control by its part, as a click does. */
  press(part: string): void {
    const control = controlIn(this.#element, part);
    if (!control) throw new Error(`"${part}" cannot be pressed.`);
    control.focus();
    control.click();
  }

  /** Types into the visible field, in place of what is in it. */
  type(what: string): void {
    const field = fieldIn(this.#element);
    if (!field) throw new Error(`There is no field for ${what}.`);
    field.focus();
    field.select();
    typeText(field, this.#textFor(what));
    if (what === 'codes' || what === 'recoveryCodes' || what === 'name') this.#tries += 1;
  }

  /** What the visible field asks for. */
  get asked(): string | undefined {
    const field = fieldIn(this.#element);
    if (!field) return undefined;
    if (field.type === 'password') return 'password';
    if (field.name === 'recovery-code') return 'recoveryCodes';
    return field.name === 'authenticator-name' ? 'name' : 'codes';
  }

  /** Each code works once, and a name is another one each time. */
  #textFor(what: string): string {
    if (what === 'password') return TYPED.password;
    if (what === 'name') return this.#tries === 0 ? TYPED.name : `${TYPED.name} ${this.#tries + 1}`;
    const texts = what === 'recoveryCodes' ? TYPED.recoveryCodes : TYPED.codes;
    return texts[this.#tries] ?? '';
  }
}
