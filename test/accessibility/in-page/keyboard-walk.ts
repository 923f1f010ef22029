import { allElements, visibleText } from '../../../src/testing/harness/dom.js';
import { targets, type Target } from './targets.js';

/** More presses of Tab than a page has places to stop at: the focus is caught somewhere. */
const SPARE = 3;

/**
 * A walk with the Tab key over everything that can be pressed, from before it to behind it. The keys
 * are pressed by who can (a driver of the browser); this looks where each has led.
 *
 * - Each target is met, in reading order, and nothing else is (WCAG 2.2, 2.1.1, 2.4.3; A12).
 * - Nothing holds the focus but a modal dialog, and that does (2.1.2).
 * - Where the focus is looks different from where it is not (2.4.7), and lies under nothing (2.4.11;
 *   A18).
 * - Nothing but the focus has changed in the end (3.2.1; A11).
 */
export class KeyboardWalk {
  readonly #within: HTMLElement;
  readonly #targets: readonly Target[];
  readonly #looks: ReadonlyMap<Element, string>;
  readonly #text: string;
  readonly #dialog: Element | undefined;
  readonly #before = stop('before');
  readonly #behind = stop('behind');
  readonly #met: Element[] = [];
  readonly #complaints = new Set<string>();
  #presses = 0;
  #isOver = false;

  private constructor(within: HTMLElement) {
    this.#within = within;
    this.#dialog = openDialog(within);
    this.#text = visibleText(within);
    this.#targets = targets(within);
    this.#looks = new Map(this.#targets.map(({ element }) => [element, lookOf(element)]));
    within.before(this.#before);
    within.after(this.#behind);
    // What is behind a modal dialog takes no focus: there a walk begins at the end, and goes round.
    const start = this.#dialog ? this.#targets.at(-1)?.element : this.#before;
    (start as HTMLElement | undefined)?.focus();
  }

  /** A walk over what stands within an element, which has been painted without the focus. */
  static async begin(within: HTMLElement): Promise<KeyboardWalk> {
    await leave();
    return new KeyboardWalk(within);
  }

  /** Looks where a press of Tab has led. @returns Whether the walk is over. */
  look(): boolean {
    const element = deepFocus();
    const target = this.#targets.find((one) => one.element === element);
    if (target) this.#meet(target);
    // From a dialog the browser's own buttons can be reached, and nothing else of the page.
    else if (this.#dialog && element === document.body) this.#isOver = this.#met.length > 0;
    else if (element === this.#behind) this.#isOver = true;
    else this.#complaints.add(`the focus is on ${nameOf(element)}, which is nothing to press`);
    this.#presses += 1;
    if (this.#presses > this.#targets.length + SPARE) {
      this.#complaints.add('the focus does not get out');
      this.#isOver = true;
    }
    return this.#isOver;
  }

  /** What is wrong. The page is as it was, without the focus. */
  async end(): Promise<string[]> {
    const met = this.#met.map(this.#nameOf).join(', ');
    const expected = this.#targets.map(({ name }) => name).join(', ');
    if (met !== expected)
      this.#complaints.add(`Tab leads to ${met}; in reading order: ${expected}`);
    await leave();
    this.#before.remove();
    this.#behind.remove();
    const text = visibleText(this.#within);
    if (text !== this.#text) {
      this.#complaints.add(`by the focus alone "${this.#text}" became "${text}"`);
    }
    return [...this.#complaints];
  }

  #meet({ element, name }: Target): void {
    // Around a dialog, and then at its first place again.
    if (this.#dialog && element === this.#met[0]) {
      this.#isOver = true;
      return;
    }
    this.#met.push(element);
    if (lookOf(element) === this.#looks.get(element)) {
      this.#complaints.add(`${name} looks no different with the focus`);
    }
    const over = whatLiesOver(element);
    if (over) this.#complaints.add(`${name} lies under ${nameOf(over)} when it has the focus`);
  }

  readonly #nameOf = (element: Element): string =>
    this.#targets.find((target) => target.element === element)?.name ?? nameOf(element);
}

function stop(name: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.textContent = name;
  return button;
}

/** Takes the focus away and waits until that is painted. */
async function leave(): Promise<void> {
  (deepFocus() as HTMLElement | null)?.blur();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

const openDialog = (within: HTMLElement): Element | undefined =>
  allElements(within).findLast((element) => element.matches('dialog:modal'));

/** What has the focus, through shadow trees. */
function deepFocus(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

const SEEN = ['boxShadow', 'borderColor', 'borderWidth', 'backgroundColor'] as const;

/** How an element is painted, with the shadow tree that paints around a field. */
function lookOf(element: Element): string {
  const around = element.parentElement?.shadowRoot;
  const painted =
    element.matches('input') && around ? [element, ...allElements(around)] : [element];
  return painted
    .filter((one) => one instanceof Element)
    .map((one) => {
      const style = getComputedStyle(one);
      const outline = style.outlineStyle === 'none' ? '' : style.outline;
      return [outline, ...SEEN.map((property) => style[property])].join();
    })
    .join(';');
}

/** What is hit in the middle of an element, where that is neither it nor a part of it. */
function whatLiesOver(element: Element): Element | undefined {
  const box = element.getClientRects()[0];
  if (!box) return undefined;
  const hit = deepestAt(box.x + box.width / 2, box.y + box.height / 2);
  if (!hit || hit.contains(element) || element.contains(hit)) return undefined;
  return hit;
}

function deepestAt(x: number, y: number): Element | null {
  let element = document.elementFromPoint(x, y);
  for (;;) {
    const inner = element?.shadowRoot?.elementFromPoint(x, y);
    if (!inner || inner === element) return element;
    element = inner;
  }
}

const nameOf = (element: Element | null): string =>
  element ? `<${element.localName}> "${visibleText(element).slice(0, 60)}"` : 'nothing';
