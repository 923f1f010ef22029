import { allElements, visibleText } from '../../../src/testing/harness/dom.js';
import { targets, type Target } from './targets.js';

/** If Tab is pressed this many times more than there are targets, the focus is trapped. */
const SPARE = 3;

/**
 * A walk with the Tab key over all targets within an element, from before the first to after the last.
 * A driver of the browser presses the keys; this class checks where the focus is after each press.
 *
 * - The focus visits each target, in reading order, and nothing else (WCAG 2.2, 2.1.1, 2.4.3; A12).
 * - Only a modal dialog contains the focus (2.1.2).
 * - The focused element looks different from when it is not focused (2.4.7), and is not covered (2.4.11;
 *   A18).
 * - At the end, only the focus has changed (3.2.1; A11).
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
    // The page behind a modal dialog cannot be focused, so the walk starts at the dialog's last target.
    const start = this.#dialog ? this.#targets.at(-1)?.element : this.#before;
    (start as HTMLElement | undefined)?.focus();
  }

  /** Starts a walk within an element, after the element was painted without the focus. */
  static async begin(within: HTMLElement): Promise<KeyboardWalk> {
    await removeFocus();
    return new KeyboardWalk(within);
  }

  /**
   * Checks where a press of Tab moved the focus.
   *
   * @returns `true` if the walk is over.
   */
  look(): boolean {
    const element = deepFocus();
    const target = this.#targets.find((one) => one.element === element);
    if (target) this.#meet(target);
    // From a dialog, Tab may reach the browser's own buttons, but no other part of the page.
    else if (this.#dialog && element === document.body) this.#isOver = this.#met.length > 0;
    else if (element === this.#behind) this.#isOver = true;
    else this.#complaints.add(`the focus is on ${nameOf(element)}, which is not a target`);
    this.#presses += 1;
    if (this.#presses > this.#targets.length + SPARE) {
      this.#complaints.add('the focus is trapped');
      this.#isOver = true;
    }
    return this.#isOver;
  }

  /** Ends the walk: restores the page, without the focus, and returns complaints. */
  async end(): Promise<string[]> {
    const met = this.#met.map(this.#nameOf).join(', ');
    const expected = this.#targets.map(({ name }) => name).join(', ');
    if (met !== expected)
      this.#complaints.add(`Tab leads to ${met}; in reading order: ${expected}`);
    await removeFocus();
    this.#before.remove();
    this.#behind.remove();
    const text = visibleText(this.#within);
    if (text !== this.#text) {
      this.#complaints.add(`the focus alone changed "${this.#text}" to "${text}"`);
    }
    return [...this.#complaints];
  }

  #meet({ element, name }: Target): void {
    // The focus has cycled through the dialog.
    if (this.#dialog && element === this.#met[0]) {
      this.#isOver = true;
      return;
    }
    this.#met.push(element);
    if (lookOf(element) === this.#looks.get(element)) {
      this.#complaints.add(`${name} looks the same with the focus`);
    }
    const over = coveringElement(element);
    if (over) this.#complaints.add(`${name} is covered by ${nameOf(over)} when it has the focus`);
  }

  readonly #nameOf = (element: Element): string =>
    this.#targets.find((target) => target.element === element)?.name ?? nameOf(element);
}

function stop(name: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.textContent = name;
  return button;
}

/** Removes the focus and waits until that is painted. */
async function removeFocus(): Promise<void> {
  (deepFocus() as HTMLElement | null)?.blur();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

const openDialog = (within: HTMLElement): Element | undefined =>
  allElements(within).findLast((element) => element.matches('dialog:modal'));

/** Returns the focused element, through shadow trees. */
function deepFocus(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

const SEEN = ['boxShadow', 'borderColor', 'borderWidth', 'backgroundColor'] as const;

/** Returns the painted properties of an element; for a field, also those of the shadow tree around it. */
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

/** Returns the element that covers the middle of an element, if any. */
function coveringElement(element: Element): Element | undefined {
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
