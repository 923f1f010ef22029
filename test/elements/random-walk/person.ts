import { allElements, fill, visibleElements } from '../../support/page.js';
import { PLANTED } from '../../support/planted-secrets.js';
import type { RandomChoice } from '../../support/random-choice.js';
import type { Act } from './element-walk.js';
import { focusedElement } from './flat-tree.js';
import type { PageOfAuthor } from './page-of-author.js';

/** Not the links to app stores, of which there are many, and which lead away. */
const CONTROLS = 'button, a[part], summary, input[type=checkbox]';
/** Saves a file. */
const SAVES = '[part~=download]';

/** A person who does anything that a keyboard can do in an element. */
export class Person {
  readonly #page: PageOfAuthor<HTMLElement>;
  readonly #random: RandomChoice;

  constructor(page: PageOfAuthor<HTMLElement>, random: RandomChoice) {
    this.#page = page;
    this.#random = random;
  }

  act(): Act {
    return { actor: 'person', name: this.#act() };
  }

  #act(): string {
    const choice = this.#random.below(100);
    if (choice < 3) {
      this.#page.focusElsewhere();
      return 'leaves the element with Tab';
    }
    if (choice < 6) {
      for (const type of ['keydown', 'keyup']) pressKey(type, 'Escape');
      return 'presses Escape';
    }
    const [fields, controls] = [this.#fields, this.#controls];
    const all = [...fields, ...controls];
    if (all.length === 0) return 'finds nothing to use';
    if (choice < 14) return this.#moveTo(this.#random.of(all));
    const typesNow = fields.length > 0 && (controls.length === 0 || this.#random.oneIn(2));
    return typesNow ? this.#type(this.#random.of(fields)) : this.#press(this.#random.of(controls));
  }

  #moveTo(target: HTMLElement): string {
    target.focus();
    return `moves to ${nameOf(target)} with Tab`;
  }

  #press(control: HTMLElement): string {
    control.focus();
    control.click();
    return `presses ${nameOf(control)}`;
  }

  #type(field: HTMLInputElement): string {
    const whole = this.#random.of(typedInto(field));
    const choice = this.#random.below(4);
    if (choice === 0) {
      field.focus();
      if (pressKey('keydown', 'Enter')) field.form?.requestSubmit();
      return `presses Enter in ${nameOf(field)}`;
    }
    if (choice < 3) {
      fill(field, whole);
      return `pastes into ${nameOf(field)}`;
    }
    // One more character, or one less once it is complete.
    const { length } = field.value;
    fill(field, whole.slice(0, length < whole.length ? length + 1 : length - 1));
    return `types in ${nameOf(field)}`;
  }

  /** What can be pressed. */
  get #controls(): HTMLElement[] {
    return this.#reachable.filter(
      (it): it is HTMLElement => it.matches(CONTROLS) && !it.matches(SAVES),
    );
  }

  /** What can be typed into. */
  get #fields(): HTMLInputElement[] {
    return this.#reachable.filter(
      (it): it is HTMLInputElement =>
        it instanceof HTMLInputElement && it.type !== 'checkbox' && !it.disabled && !it.readOnly,
    );
  }

  /** While a dialog is open, nothing else can be reached. */
  get #reachable(): Element[] {
    const { element } = this.#page;
    const dialog = allElements(element).find((it) => it.matches('dialog[open]'));
    return visibleElements(dialog ?? element);
  }
}

/** What a person may type into a field. */
function typedInto(field: HTMLInputElement): readonly string[] {
  if (field.type === 'password') return [PLANTED.password];
  if (field.inputMode === 'numeric') return [PLANTED.code];
  return field.name === 'recovery-code' ? PLANTED.recoveryCodes : ['Werktelefoon', ''];
}

/** Presses a key where the focus is. Returns whether the browser would go on with it. */
const pressKey = (type: string, key: string): boolean =>
  (focusedElement() ?? document.body).dispatchEvent(
    new KeyboardEvent(type, { key, bubbles: true, cancelable: true, composed: true }),
  );

const nameOf = (element: Element): string =>
  [element.localName, element.getAttribute('part') ?? element.getAttribute('name')]
    .filter(Boolean)
    .join(' ');
