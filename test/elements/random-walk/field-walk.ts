import type { FieldElement } from '../../../src/elements/shared/base/field-element.js';
import type { RandomChoice } from '../../support/random-choice.js';
import { focusedElement } from './flat-tree.js';
import { ElementWalk, type Act } from './element-walk.js';
import { PageOfAuthor } from './page-of-author.js';
import { Person } from './person.js';

type FieldTag = 'mfa-code-input' | 'mfa-text-field';

/** Matches what a field may hold. */
const VALUES: Readonly<Record<FieldTag, RegExp>> = {
  'mfa-code-input': /^\d{0,6}$/,
  'mfa-text-field': /^/,
};

/** A random walk through a field, which a person fills in and a page sets up anew all the time. */
export class FieldWalk extends ElementWalk<FieldElement> {
  protected override readonly settings = {
    label: ['Code', ''],
    hint: ['Uit de app', ''],
    error: ['Die code klopt niet', ''],
    value: ['123', '864209', '', null],
    defaultValue: ['12', ''],
    name: ['code', undefined],
    required: [true, false],
    disabled: [true, false],
    readonly: [true, false],
    masked: [true, false],
    length: [6],
  };
  readonly #person: Person;

  private constructor(page: PageOfAuthor<FieldElement>, random: RandomChoice) {
    super(page, random);
    this.#person = new Person(page, random);
  }

  static async start(tag: FieldTag, random: RandomChoice): Promise<FieldWalk> {
    const walk = new FieldWalk(await PageOfAuthor.open(document.createElement(tag)), random);
    await walk.settle();
    return walk;
  }

  protected override use(): Act {
    return this.#person.act();
  }

  protected override check(): void {
    const { element } = this;
    const { input, value } = element;
    this.require(element.querySelectorAll('input').length === 1, 'there is one input');
    this.require(input.isConnected, 'the input is in the page');
    this.require(value === input.value, 'the element and its input have the same value');
    this.require(VALUES[element.localName as FieldTag].test(value), `"${value}" may be typed`);
    const isMarked = input.getAttribute('aria-invalid') === 'true';
    this.require(isMarked === (element.error !== ''), 'an input with an error is marked');
    for (const name of ['disabled', 'required'] as const)
      this.require(input[name] === element[name], `the input is ${name} as the element is`);
    this.require(input.readOnly === element.readonly, 'the input is read-only as the element is');
  }

  /** What was typed stays in the field, and nowhere else. */
  protected override get holds() {
    return ['code'] as const;
  }

  /** A page that disables what has the focus takes it away. */
  protected override mayLackFocus(): boolean {
    return this.element.disabled && focusedElement() === undefined;
  }
}
