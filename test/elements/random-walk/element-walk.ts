import type { LitElement } from 'lit';
import type { MfaOperation } from '../../../src/backend/backend.js';
import { setLocale } from '../../../src/localization/locale.js';
import type { Secret } from '../../flow/random-walk/walked-flows.js';
import { FakeTime } from '../../support/fake-time.js';
import { allElements } from '../../support/page.js';
import type { RandomChoice } from '../../support/random-choice.js';
import { focusedElement } from './flat-tree.js';
import { PageFaults } from './page-faults.js';
import type { PageOfAuthor } from './page-of-author.js';
import { announcements, brokenReferences, misplacedSecrets, liveRegions } from './rules.js';
import { settle } from './settle.js';

/** Who acts. */
type Actor = 'person' | 'server' | 'page' | 'time';

export interface Act {
  readonly actor: Actor;
  readonly name: string;
  /** The operation that the server has done. */
  readonly done?: MfaOperation;
}

const LOCALES = ['nl', 'en', 'de'] as const;

/** The values that a page may give to properties, and take away, at any time. */
export type Settings = Readonly<Record<string, readonly unknown[]>>;

/**
 * A random walk through one element, as a person and a page use it. After every act, what must always hold is
 * checked.
 */
export abstract class ElementWalk<Walked extends LitElement = LitElement> {
  /** The acts so far, to repeat a walk that fails. */
  readonly acts: string[] = [];
  /** The steps that were on the screen. */
  readonly visited = new Set<string>();
  protected readonly random: RandomChoice;
  protected readonly page: PageOfAuthor<Walked>;
  protected readonly time = new FakeTime();
  readonly #faults = new PageFaults();
  #isHidden = false;
  /** Whether the person was in the element when it began to load. */
  #awaitsFocus = false;

  constructor(page: PageOfAuthor<Walked>, random: RandomChoice) {
    this.page = page;
    this.random = random;
  }

  /** Does one act, and checks what must hold after it. */
  async act(): Promise<void> {
    const regions = liveRegions(this.element);
    const wasInside = this.page.hasFocusInside || this.#awaitsFocus;
    const act = await this.#choose();
    this.acts.push(`${act.actor}: ${act.name}`);
    await this.settle();
    this.check(act);
    this.#checkFocus(wasInside && act.actor !== 'page');
    if (act.actor !== 'page') {
      this.#checkAnnouncements(announcements(regions, liveRegions(this.element)));
    }
    this.#checkPage();
  }

  /** Waits until nothing goes on in the element. */
  protected async settle(): Promise<void> {
    await settle(() => this.isBusy);
  }

  /** Removes the element, and all that the walk has changed in the page. */
  async end(): Promise<void> {
    this.page.close();
    await settle(() => false);
    this.#faults.stop();
    this.time.stop();
    await setLocale('nl');
  }

  /** What this page may set. */
  protected abstract readonly settings: Settings;

  /** Does an act of the person or the server. */
  protected abstract use(): Act;

  /** Checks what must hold for this element. */
  protected abstract check(act: Act): void;

  /** The secrets that may be on the screen or in a field now. */
  protected abstract get holds(): readonly Secret[];

  protected get element(): Walked {
    return this.page.element;
  }

  protected get isBusy(): boolean {
    return allElements(this.element).some((it) => (it as Partial<LitElement>).isUpdatePending);
  }

  /** Whether there is nothing to focus yet, or no more. */
  protected mayLackFocus(): boolean {
    return false;
  }

  protected require(holds: boolean, rule: string): void {
    if (!holds) throw new Error(rule);
  }

  protected requireNone(broken: readonly string[], rule: string): void {
    this.require(broken.length === 0, `${rule}: ${broken.join(', ')}`);
  }

  /** The page gives a property another value. */
  protected set(): Act {
    const name = this.random.of(Object.keys(this.settings));
    const value = this.random.of(this.settings[name] ?? []);
    Reflect.set(this.element, name, value);
    return { actor: 'page', name: `${name} = ${JSON.stringify(value) ?? 'none'}` };
  }

  #choose(): Act | Promise<Act> {
    const choice = this.random.below(100);
    if (this.#isHidden && choice < 50) return this.#comeBack();
    if (this.#isHidden || choice < 4) return this.#pass();
    if (choice < 8) return this.set();
    if (choice < 10) return this.#leave();
    if (choice < 12) return this.#move();
    if (choice < 14) return this.#hide();
    if (choice < 15) return this.#translate();
    if (choice < 16) return this.#returnToTab();
    return this.use();
  }

  #pass(): Act {
    const seconds = this.random.of([1, 3, 11, 65, 400]);
    this.time.pass(seconds);
    return { actor: 'time', name: `${seconds} seconds` };
  }

  async #leave(): Promise<Act> {
    this.element.remove();
    if (this.random.oneIn(2)) await settle(() => false);
    this.page.put(this.random.oneIn(2));
    return { actor: 'page', name: 'removes the element and puts it back' };
  }

  #move(): Act {
    this.page.put(true);
    return { actor: 'page', name: 'moves the element' };
  }

  #hide(): Act {
    this.#isHidden = true;
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    return { actor: 'page', name: 'is left' };
  }

  /** The person who comes back begins anew: the element does not move the focus. */
  #comeBack(): Act {
    this.#isHidden = false;
    blur();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    return { actor: 'page', name: 'is shown again' };
  }

  async #translate(): Promise<Act> {
    const locale = this.random.of(LOCALES);
    await setLocale(locale);
    return { actor: 'page', name: `uses ${locale}` };
  }

  #returnToTab(): Act {
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('focus'));
    return { actor: 'page', name: 'has the focus again' };
  }

  /** While an element loads, it may have nothing to focus. What it then shows has the focus. */
  #checkFocus(wasInside: boolean): void {
    const isNowhere = focusedElement() === undefined;
    this.#awaitsFocus = wasInside && isNowhere && this.mayLackFocus();
    this.require(
      !wasInside || !isNowhere || this.mayLackFocus(),
      'the focus is not lost while the person is in the element',
    );
  }

  #checkAnnouncements(announced: readonly string[]): void {
    this.require(
      announced.length <= 1,
      `an act is followed by one announcement, not by "${announced.join('" and "')}"`,
    );
  }

  #checkPage(): void {
    const { element, holds, page } = this;
    this.requireNone(
      misplacedSecrets(element, holds),
      'no secret is where its step does not hold it',
    );
    this.requireNone(brokenReferences(element), 'each reference leads to an element');
    this.requireNone(page.takeChanges(), 'what is outside of the element stays as it is');
    this.requireNone(this.#faults.take(), 'nothing throws or warns');
  }
}

/** Takes the focus from what has it. */
export function blur(): void {
  const focused = focusedElement();
  if (focused instanceof HTMLElement) focused.blur();
}
