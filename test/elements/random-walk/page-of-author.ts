import { fixture, html } from '@open-wc/testing';
import { focusedElement } from './flat-tree.js';

/** What a script must not touch: it belongs to the author of the page. */
const ALL_CHANGES = {
  attributes: true,
  characterData: true,
  childList: true,
  subtree: true,
} as const;

/** The sheet that is printed is beside the body (print-sheet.ts). */
const isPrintSheet = (node: Node): boolean => node.nodeName === 'MFA-PRINT-SHEET';

/** A page of an author, with an element in one of two places. */
export class PageOfAuthor<Walked extends HTMLElement> {
  readonly element: Walked;
  readonly #main: HTMLElement;
  #place = 0;
  readonly #observer = new MutationObserver((records) => this.#records.push(...records));
  readonly #records: MutationRecord[] = [];

  private constructor(main: HTMLElement, element: Walked) {
    this.#main = main;
    this.element = element;
    this.put();
    this.#observer.observe(document.documentElement, ALL_CHANGES);
  }

  static async open<Walked extends HTMLElement>(element: Walked): Promise<PageOfAuthor<Walked>> {
    const main = await fixture<HTMLElement>(html`
      <main>
        <h1>Mijn account</h1>
        <p>Welkom.</p>
        <form><input name="search" aria-label="Zoeken" /></form>
        <section></section>
        <section></section>
      </main>
    `);
    return new PageOfAuthor(main, element);
  }

  /** Puts the element into its place, or into the other. */
  put(isOther = false): void {
    if (isOther) this.#place = 1 - this.#place;
    this.#main.querySelectorAll('section').item(this.#place).append(this.element);
  }

  /** Focuses a field of the page. */
  focusElsewhere(): void {
    this.#main.querySelector('input')?.focus();
  }

  /** Whether the person is in the element. */
  get hasFocusInside(): boolean {
    const focused = focusedElement();
    return focused !== undefined && this.element.contains(outermost(focused));
  }

  /** Returns what was changed outside of the element since the last call. */
  takeChanges(): string[] {
    this.#records.push(...this.#observer.takeRecords());
    return this.#records.splice(0).flatMap((record) => {
      const { target, type, attributeName, addedNodes, removedNodes } = record;
      const nodes = [...addedNodes, ...removedNodes];
      const isOurs =
        this.element.contains(target) ||
        !target.isConnected ||
        isPrintSheet(target) ||
        (nodes.length > 0 && nodes.every((node) => node === this.element || isPrintSheet(node)));
      return isOurs ? [] : [`${type} ${attributeName ?? ''} of ${target.nodeName}`];
    });
  }

  close(): void {
    this.#observer.disconnect();
    this.#main.remove();
  }
}

/** Returns the element of the document that an element is in, through shadow trees. */
function outermost(element: Element): Element {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? outermost(root.host) : element;
}
