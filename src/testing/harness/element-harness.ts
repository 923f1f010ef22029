import { everything } from './everything.js';
import { includes } from './includes.js';
import { painted } from './painted.js';
import { readableText } from './readable-text.js';
import { until } from './until.js';

/** The live regions of a tag, the error beside a field, and what describes a box that gets the focus. */
const MESSAGES = '[role=alert], [role=status], [aria-live], [slot=error], [part~=reminder]';

/** A harness and the tag it drives. */
export interface HarnessClass<Harness> {
  readonly tag: keyof HTMLElementTagNameMap;
  new (element: never): Harness;
}

/**
 * Drives one tag as a person does: finds it, presses what can be pressed, and reads what it says.
 *
 * It knows the tag by its parts and roles, not by its words, so it works in every language and in
 * every version that keeps them. It needs a real browser and no test framework.
 */
export abstract class ElementHarness<Shown extends HTMLElement> {
  /** The tag itself. */
  readonly element: Shown;

  constructor(element: Shown) {
    this.element = element;
  }

  /**
   * The first of these tags in and under a node, through shadow trees.
   *
   * @throws Error when there is none.
   */
  static find<Harness>(this: HarnessClass<Harness>, root: Node = document): Harness {
    const element = everything(root).find(({ localName }) => localName === this.tag);
    if (!element) throw new Error(`There is no <${this.tag}> here.`);
    return new this(element as never);
  }

  /** All that can be read, with single spaces. */
  get text(): string {
    return readableText(this.element);
  }

  /** What it tells the person now: an error, a success, what it is doing. Empty when nothing. */
  get message(): string {
    const regions = painted(this.element).filter((inner) => inner.matches(MESSAGES));
    return regions
      .filter((region) => !regions.some((other) => other !== region && other.contains(region)))
      .map(readableText)
      .filter(Boolean)
      .join(' ');
  }

  /** Whether a control that does this can be pressed now, by the name of its part. */
  offers(action: string): boolean {
    return this.#control(action) !== undefined;
  }

  /**
   * Presses a button or a link.
   *
   * @param action The name of its part: `submit`, `cancel`, `use-recovery-code` …
   * @throws Error that names what can be pressed when this cannot.
   */
  async press(action: string): Promise<void> {
    const control = this.#control(action);
    if (!control) throw new Error(`"${action}" cannot be pressed here: ${this.#actions()}.`);
    control.focus();
    control.click();
    await this.painted();
  }

  /**
   * Waits until the tag says this, or something like it.
   *
   * @param patience Milliseconds to wait at most. Default 4000; so it is below.
   */
  async untilMessage(expected: string | RegExp, patience?: number): Promise<void> {
    await until(
      () => includes(this.message, expected),
      () => `The message ${String(expected)} did not come; it is "${this.message}".`,
      patience,
    );
  }

  /** Waits until this can be read anywhere in the tag. */
  async untilText(expected: string | RegExp, patience?: number): Promise<void> {
    await until(
      () => includes(this.text, expected),
      () => `${String(expected)} cannot be read in: ${this.text}`,
      patience,
    );
  }

  /** Waits until a control that does this is there. */
  async untilOffers(action: string, patience?: number): Promise<void> {
    await until(
      () => this.offers(action),
      () => `"${action}" did not come; there is: ${this.#actions()}.`,
      patience,
    );
  }

  /** Ticks or unticks a checkbox, by the name of its part. */
  protected async tick(name: string, checked: boolean): Promise<void> {
    const checkbox = this.one<HTMLInputElement>(`input[type=checkbox][part~="${name}"]`);
    if (checkbox.checked !== checked) checkbox.click();
    await this.painted();
  }

  /** Waits until what was done has been painted. */
  protected async painted(): Promise<void> {
    // What a press leads to takes microtasks; a new task comes after all of them.
    await new Promise((resolve) => setTimeout(resolve));
    await (this.element as { updateComplete?: Promise<unknown> }).updateComplete;
  }

  /** The painted elements that match. */
  protected all<Found extends Element>(selector: string): Found[] {
    return painted(this.element).filter((inner): inner is Found => inner.matches(selector));
  }

  /**
   * The painted element that matches.
   *
   * @throws Error when there is none.
   */
  protected one<Found extends Element>(selector: string): Found {
    const [found] = this.all<Found>(selector);
    if (!found) throw new Error(`Nothing matches ${selector} in: ${this.text}`);
    return found;
  }

  #control(action: string): HTMLElement | undefined {
    return this.all<HTMLElement>(`[part~="${action}"]:is(button, a, summary, input)`)[0];
  }

  #actions(): string {
    const controls = this.all<HTMLElement>('[part]:is(button, a, summary, input)');
    return controls.map(({ part }) => [...part].at(-1) ?? '').join(', ') || 'nothing';
  }
}
