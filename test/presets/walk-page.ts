import { fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { HarnessClass } from '../../src/testing/harness/element-harness.js';
import type { FlowHarness } from '../../src/testing/harness/flow-harness.js';
import {
  AuthenticatorsHarness,
  ChallengeHarness,
  EnrollmentHarness,
  LoginHarness,
  RecoveryCodesHarness,
} from '../../src/testing/index.js';
import { allElements } from '../support/page.js';
import { Navigations } from './navigations.js';
import { RecordedEvents } from './recorded-events.js';
import type { Recording, Scenario } from './recording.js';
import { Replay } from './replay.js';

const HARNESSES = {
  'mfa-login': LoginHarness,
  'mfa-enrollment': EnrollmentHarness,
  'mfa-challenge': ChallengeHarness,
  'mfa-authenticators': AuthenticatorsHarness,
  'mfa-recovery-codes': RecoveryCodesHarness,
} as const satisfies Record<Scenario['tag'], unknown>;

/** The page of a scenario, with its tag, and the server that answers as recorded. */
export class WalkPage {
  readonly replay: Replay;
  readonly heard: RecordedEvents;
  readonly departures: Navigations;
  readonly #recording: Recording;
  readonly #scenario: Scenario;
  readonly #undo: (() => void)[] = [];
  #tag: HTMLElement | undefined;

  constructor(recording: Recording, scenario: Scenario) {
    this.#recording = recording;
    this.#scenario = scenario;
    this.replay = new Replay(recording.baseUrl);
    this.heard = new RecordedEvents();
    this.departures = new Navigations();
    this.#undo.push(
      () => this.heard.stop(),
      () => this.departures.stop(),
      holdChance(),
      closeBroadcasts(),
    );
  }

  /** Opens the page: its cookies, its markup and the tag. */
  async open(): Promise<void> {
    const { definition, baseUrl, issuer, account, cookies = {}, markup = '' } = this.#recording;
    const preset = definition ? undefined : this.#recording.preset;
    for (const [name, value] of Object.entries(cookies)) this.#setCookie(name, value);
    const page = await fixture<HTMLElement>(html`<main></main>`);
    const tag = document.createElement(this.#scenario.tag);
    const attributes = { preset, issuer, account, 'base-url': baseUrl };
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined) tag.setAttribute(name, value);
    }
    tag.setAttribute('allowed-origins', this.#otherOrigins.join(' '));
    if ('cancelable' in tag) tag.cancelable = true;
    if ('rememberDevice' in tag) tag.rememberDevice = true;
    if (definition) tag.definition = definition;
    tag.fetcher = this.replay.fetch;
    const variables = this.#scenario.variables ?? this.#recording.variables;
    if (variables) tag.variables = variables;
    this.heard.listenTo(tag);
    page.append(document.createRange().createContextualFragment(markup), tag);
    this.#tag = tag;
  }

  /** The tag itself. */
  get tag(): HTMLElement {
    if (!this.#tag) throw new Error('A scenario begins with the act "open".');
    return this.#tag;
  }

  /** What a person reads and presses in the tag. */
  get harness(): FlowHarness<HTMLElement> {
    // Each harness takes the tag of its own name, which is how they are listed.
    return new HARNESSES[this.#scenario.tag](this.tag as never);
  }

  /** Whether the tag says to the page's developer what is wrong with the page. */
  get isMisconfigured(): boolean {
    return allElements(this.tag).some((element) => element.matches('.developer-message'));
  }

  /** The harness of a tag within, when it is there now. */
  find<Harness>(Kind: HarnessClass<Harness>): Harness | undefined {
    const element = allElements(this.tag).find(({ localName }) => localName === Kind.tag);
    return element && new Kind(element as never);
  }

  /** Closes the page, and leaves nothing behind. */
  close(): void {
    this.#tag?.remove();
    for (const undo of this.#undo.reverse()) undo();
  }

  /** Where the product may send a person, beside this site. */
  get #otherOrigins(): string[] {
    return this.#scenario.steps.flatMap(({ then }) => {
      const { protocol, origin } = new URL(
        typeof then === 'object' && 'leavesFor' in then ? then.leavesFor : '',
        document.baseURI,
      );
      return protocol === 'https:' ? [origin] : [];
    });
  }

  /** As it stands there, however it is encoded; a name with a prefix has rules of its own. */
  #setCookie(name: string, value: string): void {
    const secure = name.startsWith('__') ? '; secure' : '';
    document.cookie = `${name}=${value}; path=/${secure}`;
    this.#undo.push(() => {
      document.cookie = `${name}=; path=/; max-age=0${secure}`;
    });
  }
}

/** Every secret that is made here is the same. */
function holdChance(): () => void {
  const bytes = Uint8Array.from({ length: 20 }, (_, index) => index);
  crypto.getRandomValues = <Numbers extends ArrayBufferView | null>(numbers: Numbers): Numbers => {
    if (numbers instanceof Uint8Array) numbers.set(bytes.subarray(0, numbers.length));
    return numbers;
  };
  // The real one is inherited.
  return () => Reflect.deleteProperty(crypto, 'getRandomValues');
}

/** Other tests run on this site at the same time: their lists are not those of this account. */
function closeBroadcasts(): () => void {
  const { BroadcastChannel: Real } = globalThis;
  globalThis.BroadcastChannel = class extends Real {
    constructor(name: string) {
      super(`${name} of the walks`);
    }
  };
  return () => {
    globalThis.BroadcastChannel = Real;
  };
}
