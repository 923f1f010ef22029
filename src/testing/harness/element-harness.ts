import { allElements, matchesText, visibleElements, visibleText, waitUntil } from './dom.js';

/** Live regions, the error of a field, and the description of a checkbox that receives the focus. */
const MESSAGES = '[role=alert], [role=status], [aria-live], [slot=error], [part~=reminder]';

/** The class of a harness, with the tag name of the element it drives. */
export interface HarnessClass<Harness> {
  readonly tag: keyof HTMLElementTagNameMap;
  new (element: never): Harness;
}

/**
 * Drives one element as a person does: finds it, presses its controls, and reads its text.
 *
 * A harness finds controls by their parts and roles, not by their text. A test that uses it works in
 * every language, and in every version that keeps the parts. It needs no test framework. What a person
 * sees it reads best in a real browser: a simulated document, such as jsdom, has no layout.
 *
 * An action waits until its step is there: no test has to wait for that itself.
 *
 * @example
 * ```ts
 * const challenge = ChallengeHarness.find();
 * await challenge.enterCode('123456');
 * await challenge.untilMessage(/\S/);
 * ```
 */
export abstract class ElementHarness<Shown extends HTMLElement> {
  /** The element that the harness drives. */
  readonly element: Shown;

  constructor(element: Shown) {
    this.element = element;
  }

  /**
   * Finds the first element with this tag name in a node, through shadow trees.
   *
   * @throws Error if there is none.
   */
  static find<Harness>(this: HarnessClass<Harness>, root: Node = document): Harness {
    const element = allElements(root).find(({ localName }) => localName === this.tag);
    if (!element) throw new Error(`There is no <${this.tag}> here.`);
    return new this(element as never);
  }

  /** The visible text, with single spaces. */
  get text(): string {
    return visibleText(this.element);
  }

  /** The messages that show: an error, a success, a pending request. Empty if there are none. */
  get message(): string {
    const regions = visibleElements(this.element).filter((inner) => inner.matches(MESSAGES));
    return regions
      .filter((region) => !regions.some((other) => other !== region && other.contains(region)))
      .map(visibleText)
      .filter(Boolean)
      .join(' ');
  }

  /** Returns true if a control can be pressed, by the name of its part. */
  offers(action: string): boolean {
    return this.#control(action) !== undefined;
  }

  /**
   * Presses a button or a link, as soon as it can be pressed.
   *
   * @param action The name of its part, such as `submit`, `cancel` or `use-recovery-code`.
   * @throws Error if it cannot be pressed within 4 seconds. The message lists the controls that can.
   */
  async press(action: string): Promise<void> {
    await this.pressWhen(
      () => this.#control(action),
      () => `"${action}" cannot be pressed here: ${this.#actions()}.`,
    );
  }

  /** Presses a control as soon as it is there. */
  protected async pressWhen(
    find: () => HTMLElement | null | undefined,
    failure: () => string,
  ): Promise<void> {
    await waitUntil(() => find() != null, failure);
    const control = find();
    control?.focus();
    control?.click();
    await this.rendered();
  }

  /**
   * Waits until {@link message} contains or matches the expected text.
   *
   * @param timeout Milliseconds to wait at most. Default 4000, as in the methods below.
   */
  async untilMessage(expected: string | RegExp, timeout?: number): Promise<void> {
    await waitUntil(
      () => matchesText(this.message, expected),
      () => `The message ${String(expected)} did not come; it is "${this.message}".`,
      timeout,
    );
  }

  /** Waits until {@link text} contains or matches the expected text. */
  async untilText(expected: string | RegExp, timeout?: number): Promise<void> {
    await waitUntil(
      () => matchesText(this.text, expected),
      () => `${String(expected)} cannot be read in: ${this.text}`,
      timeout,
    );
  }

  /** Waits until {@link offers} is true for a control. */
  async untilOffers(action: string, timeout?: number): Promise<void> {
    await waitUntil(
      () => this.offers(action),
      () => `"${action}" did not come; there is: ${this.#actions()}.`,
      timeout,
    );
  }

  /** Checks or unchecks a checkbox, by the name of its part. */
  protected async setChecked(name: string, checked: boolean): Promise<void> {
    const selector = `input[type=checkbox][part~="${name}"]`;
    await waitUntil(
      () => this.all(selector).length > 0,
      () => `There is no checkbox "${name}" in: ${this.text}`,
    );
    const checkbox = this.one<HTMLInputElement>(selector);
    if (checkbox.checked !== checked) checkbox.click();
    await this.rendered();
  }

  /** Waits until the element has rendered the result of an action. */
  protected async rendered(): Promise<void> {
    // A press is handled in microtasks; a new task runs after all of them.
    await new Promise((resolve) => setTimeout(resolve));
    await (this.element as { updateComplete?: Promise<unknown> }).updateComplete;
  }

  /** Returns the visible elements that match. */
  protected all<Found extends Element>(selector: string): Found[] {
    return visibleElements(this.element).filter((inner): inner is Found => inner.matches(selector));
  }

  /**
   * Returns the first visible element that matches.
   *
   * @throws Error if there is none.
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
