import { fixture, html } from '@open-wc/testing';
import '../support/define-all.js';
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

/** The page of a scenario: its element, and the server that responds as recorded. */
export class WalkPage {
  readonly replay: Replay;
  readonly events: RecordedEvents;
  readonly navigations: Navigations;
  readonly #recording: Recording;
  readonly #scenario: Scenario;
  readonly #undo: (() => void)[] = [];
  #tag: HTMLElement | undefined;

  constructor(recording: Recording, scenario: Scenario) {
    this.#recording = recording;
    this.#scenario = scenario;
    this.replay = new Replay(recording.baseUrl);
    this.events = new RecordedEvents();
    this.navigations = new Navigations();
    this.#undo.push(
      () => this.events.stop(),
      () => this.navigations.stop(),
      fixRandomValues(),
      separateBroadcasts(),
    );
  }

  /** Opens the page: its cookies, its markup and the element. */
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
    this.events.listenTo(tag);
    page.append(document.createRange().createContextualFragment(markup), tag);
    this.#tag = tag;
  }

  /** The element of the scenario. */
  get tag(): HTMLElement {
    if (!this.#tag) throw new Error('A scenario begins with the action "open".');
    return this.#tag;
  }

  /** The harness of the element. */
  get harness(): FlowHarness<HTMLElement> {
    // Each harness takes the element of its own name, which is how they are listed.
    return new HARNESSES[this.#scenario.tag](this.tag as never);
  }

  /** Returns true if the element shows the developer a mistake of the page. */
  get isMisconfigured(): boolean {
    return allElements(this.tag).some((element) => element.matches('.developer-message'));
  }

  /** Returns the harness of an element within, if it is there now. */
  find<Harness>(Kind: HarnessClass<Harness>): Harness | undefined {
    const element = allElements(this.tag).find(({ localName }) => localName === Kind.tag);
    return element && new Kind(element as never);
  }

  /** Closes the page, and undoes everything that it changed. */
  close(): void {
    this.#tag?.remove();
    for (const undo of this.#undo.reverse()) undo();
  }

  /** The origins of the product that the page navigates to. */
  get #otherOrigins(): string[] {
    return this.#scenario.steps.flatMap(({ then }) => {
      const { protocol, origin } = new URL(
        typeof then === 'object' && 'leavesFor' in then ? then.leavesFor : '',
        document.baseURI,
      );
      return protocol === 'https:' ? [origin] : [];
    });
  }

  /** Sets a cookie, encoded as given. A name with a prefix (`__Host-`) needs `secure`. */
  #setCookie(name: string, value: string): void {
    const secure = name.startsWith('__') ? '; secure' : '';
    document.cookie = `${name}=${value}; path=/${secure}`;
    this.#undo.push(() => {
      document.cookie = `${name}=; path=/; max-age=0${secure}`;
    });
  }
}

/** Makes every generated secret the same. */
function fixRandomValues(): () => void {
  const bytes = Uint8Array.from({ length: 20 }, (_, index) => index);
  crypto.getRandomValues = <Numbers extends ArrayBufferView | null>(numbers: Numbers): Numbers => {
    if (numbers instanceof Uint8Array) numbers.set(bytes.subarray(0, numbers.length));
    return numbers;
  };
  // The real one is inherited.
  return () => Reflect.deleteProperty(crypto, 'getRandomValues');
}

/** Separates the broadcasts of this page from those of tests that run on this site at the same time. */
function separateBroadcasts(): () => void {
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
