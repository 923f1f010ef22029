import { allElements } from '../../../src/testing/harness/dom.js';
import { labelOf, visibleElements, text } from '../../support/page.js';

const REGIONS =
  '[role=alert], [role=status], [role=log], [aria-live=polite], [aria-live=assertive]';

/**
 * Records what a screen reader announces by itself, in order: the new text of live regions, and what the
 * focus moves to. Like a screen reader, it reads the page after a task, not during one.
 *
 * - `status: text`, `alert: text`: a region got this text. With `(late)` if a polite region came into
 *   the page with its text in it, which many screen readers do not announce; with `(unheard)` if it is
 *   behind a modal dialog.
 * - `focus: heading "name"`, with the description behind it if there is one.
 */
export class Transcript {
  readonly lines: string[] = [];
  readonly #observer = new MutationObserver((records) => this.#note(records));
  readonly #ended = new AbortController();
  readonly #watched = new WeakSet<Node>();
  /** Regions that were in the page before the current task. */
  #standing = new WeakSet<Element>();
  readonly #touched = new Set<Element>();
  #focused: Element | undefined;
  #turn: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.#watch();
    for (const region of regions()) this.#standing.add(region);
  }

  stop(): void {
    this.#observer.disconnect();
    this.#ended.abort();
    clearTimeout(this.#turn);
  }

  /** Returns the lines since the last call. */
  take(): string[] {
    return this.lines.splice(0);
  }

  readonly #handleFocus = (event: Event): void => {
    this.#focused = event.composedPath()[0] as Element;
    this.#later();
  };

  /** Observes every tree, also new ones. */
  #watch(): void {
    const trees = [
      document,
      ...allElements(document).flatMap(({ shadowRoot }) => shadowRoot ?? []),
    ];
    for (const tree of trees.filter((one) => !this.#watched.has(one))) {
      this.#watched.add(tree);
      this.#observer.observe(tree, { childList: true, characterData: true, subtree: true });
      // A focus move within one tree dispatches no event outside of it.
      tree.addEventListener('focusin', this.#handleFocus, { signal: this.#ended.signal });
    }
  }

  #note(records: readonly MutationRecord[]): void {
    this.#watch();
    for (const { target } of records) {
      const region = (target instanceof Element ? target : target.parentElement)?.closest(REGIONS);
      if (region) this.#touched.add(region);
    }
    for (const region of regions()) if (!this.#standing.has(region)) this.#touched.add(region);
    this.#later();
  }

  #later(): void {
    this.#turn ??= setTimeout(() => this.#write());
  }

  #write(): void {
    this.#turn = undefined;
    if (this.#focused?.isConnected) this.lines.push(`focus: ${spoken(this.#focused)}`);
    this.#focused = undefined;
    for (const region of regions()) {
      const said = text(region);
      if (said && this.#touched.has(region)) this.lines.push(this.#heard(region, said));
      this.#standing.add(region);
    }
    this.#touched.clear();
  }

  #heard(region: Element, said: string): string {
    const kind = region.getAttribute('role') ?? region.ariaLive ?? '';
    const isLate = kind !== 'alert' && !this.#standing.has(region);
    return `${kind}: ${said}${isLate ? ' (late)' : ''}${isBehindDialog(region) ? ' (unheard)' : ''}`;
  }
}

const regions = (): Element[] =>
  allElements(document.body).filter((it) => it.matches(REGIONS) && it.checkVisibility());

function isBehindDialog(region: Element): boolean {
  const dialog = allElements(document.body).findLast((it) => it.matches('dialog:modal'));
  return dialog !== undefined && !visibleElements(dialog).includes(region);
}

/** Returns the role, the name and the description, as far as the elements use them. */
function spoken(element: Element): string {
  const description = described(element);
  return `${roleOf(element)} "${nameOf(element)}"${description ? `, ${description}` : ''}`;
}

function roleOf(element: Element): string {
  if (element.matches('h1, h2, h3')) return 'heading';
  if (element.matches('a')) return 'link';
  if (element.matches('[type=checkbox]')) return 'checkbox';
  return element.matches('input') ? 'field' : element.localName;
}

function nameOf(element: Element): string {
  if (element.matches('input:not([type=checkbox])')) return labelOf(element as HTMLInputElement);
  return element.getAttribute('aria-label') ?? text(element.closest('label') ?? element);
}

function described(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  return (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => root.getElementById(id)?.textContent.trim() ?? '')
    .filter(Boolean)
    .join(' ');
}
