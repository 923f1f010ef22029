import type { LitElement } from 'lit';
import type { Secret } from '../../flow/random-walk/walked-flows.js';
import { contents, PLANTED, plantedEnrollment, tracesIn } from '../../support/planted-secrets.js';
import type { RandomChoice } from '../../support/random-choice.js';
// Loaded on demand: a walk, in which the time flies, does not wait for the network.
import '../../../src/elements/qr-code/qrcode.js';
import { allElements } from '../../support/page.js';
import { ElementWalk, type Act, type Settings } from './element-walk.js';
import { PageOfAuthor } from './page-of-author.js';
import { Person } from './person.js';

type SecretTag = 'mfa-qr-code' | 'mfa-recovery-code-list';

/** What a page sets of each element, and how to tell that its secret shows. */
const TAGS = {
  'mfa-qr-code': {
    settings: {
      value: [plantedEnrollment.otpauthUri, '', 'geen adres'],
      label: ['Code voor je app', ''],
    },
    isSet: (element: object) => Reflect.get(element, 'value') === plantedEnrollment.otpauthUri,
    isShown: (element: Element) =>
      allElements(element).some((it) => it.matches('svg[role=img] path')),
  },
  'mfa-recovery-code-list': {
    settings: {
      codes: [PLANTED.recoveryCodes, [], undefined],
      issuer: ['ProfiPortaal', undefined],
      createdAt: [new Date(0), undefined],
    },
    isSet: (element: object) => (Reflect.get(element, 'codes') as unknown[]).length > 0,
    isShown: (element: Element) => tracesIn(contents(element), PLANTED.recoveryCodes).length === 2,
  },
} as const;

/** A random walk through an element that shows a secret which the page sets and takes away. */
export class SecretWalk extends ElementWalk {
  protected override readonly settings: Settings;
  readonly #tag: SecretTag;
  readonly #person: Person;

  private constructor(tag: SecretTag, page: PageOfAuthor<LitElement>, random: RandomChoice) {
    super(page, random);
    this.#tag = tag;
    this.settings = TAGS[tag].settings;
    this.#person = new Person(page, random);
  }

  static async start(tag: SecretTag, random: RandomChoice): Promise<SecretWalk> {
    const walk = new SecretWalk(tag, await PageOfAuthor.open(document.createElement(tag)), random);
    await walk.settle();
    return walk;
  }

  protected override use(): Act {
    return this.random.oneIn(4) ? this.set() : this.#person.act();
  }

  protected override async settle(): Promise<void> {
    await super.settle();
    // A drawing takes a while.
    await this.element.updateComplete;
  }

  protected override check(): void {
    const { isSet, isShown } = TAGS[this.#tag];
    this.require(
      isSet(this.element) === isShown(this.element),
      'what is set shows, and nothing else',
    );
  }

  protected override get holds(): readonly Secret[] {
    return TAGS[this.#tag].isSet(this.element) ? ['recovery-codes'] : [];
  }

  /** A page that takes away what has the focus leaves nothing to focus. */
  protected override mayLackFocus(): boolean {
    return !TAGS[this.#tag].isSet(this.element);
  }
}
