import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LoopGuard } from './loop-guard.js';

/** An attribute of what an element created, and of copies of it, but not of what an author wrote. */
const MARK = 'data-mfa-created';

/** The elements that `create()` and `copy()` have made. A page's copy of one has the mark, but is not in this set. */
const originals = new WeakSet<Element>();

/**
 * Returns whether an author wrote this, and not an element of this library. A library that patches a page may
 * reuse what an element created for what the author wrote, which removes the mark.
 */
export const isAuthored = (element: Element): boolean => !element.hasAttribute(MARK);

const isCopy = (element: Element): boolean => !isAuthored(element) && !originals.has(element);

/** The place of a node: its parent, and the slot of the parent's shadow tree, '' for none. */
interface Place {
  readonly parent: HTMLElement;
  readonly slot: string;
}

/** Writes only a change, because whoever observes the attribute sees each write. */
function assignSlot(element: HTMLElement, slot: string): void {
  if (element.slot !== slot) element.slot = slot;
}

/** Returns whether an element has the focus, also while another window is in front. */
function isFocused(element: Element): boolean {
  const { activeElement } = element.getRootNode() as Partial<DocumentOrShadowRoot>;
  return activeElement === element || element.matches(':focus');
}

/** Selects in an input what is selected in another one. Some inputs, such as those for email, have no selection. */
export function copySelection(from: HTMLInputElement, to: HTMLInputElement): void {
  const { selectionStart, selectionEnd } = from;
  if (selectionStart === null || to.selectionStart === null) return;
  to.setSelectionRange(selectionStart, selectionEnd);
}

/**
 * Owns what an element puts into its light DOM, and keeps it there: what another script removes, moves
 * or empties is put back before the next paint, with the focus and the selection. A copy, as
 * `innerHTML +=`, `cloneNode()` and snapshots make it, is removed.
 *
 * Why: pages patch themselves from the server's HTML or from a virtual DOM (Turbo, htmx, Livewire,
 * React), which do not contain what an element has added to itself.
 *
 * The host updates after each such change, also of what an author wrote: it then calls {@link place},
 * {@link watch} and {@link release} again as needed. That loses nothing, because nodes are reused.
 *
 * @example
 * ```ts
 * #children = new PlacedChildren(this);
 * #input = this.#children.create('input');
 *
 * updated() {
 *   this.#children.place(this.#input, 'input');
 *   this.#children.settle();
 * }
 * ```
 */
export class PlacedChildren implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #onChange: (isRestored: boolean) => void;
  readonly #placed = new Map<HTMLElement, Place>();
  readonly #watched = new Map<Node, MutationObserverInit>();
  readonly #observer = new MutationObserver(() => this.#handleChanges());
  readonly #loopGuard: LoopGuard;
  /** The node that has the focus, or had it until it was taken away. */
  #focused: HTMLElement | undefined;
  /** Whether the observer has to begin again: other nodes count now, or it was stopped. */
  #isStale = true;
  /** Whether the host was told of a change, and has not settled yet. */
  #isUpdating = false;
  /** Whether it was moved, and may have lost the focus by that. */
  #mayHaveLostFocus = false;

  /**
   * @param onChange Called when another script has changed something, with whether something had to be put
   *   back. Updates the host by default.
   */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    onChange: (isRestored: boolean) => void = () => host.requestUpdate(),
  ) {
    this.#host = host;
    this.#onChange = onChange;
    this.#loopGuard = new LoopGuard(host, () => this.#handleChanges());
    host.addController(this);
    host.addEventListener('focusin', this.#handleFocusIn);
    host.addEventListener('focusout', this.#handleFocusOut);
  }

  hostConnected(): void {
    this.#mayHaveLostFocus = true;
    this.#restore();
    this.#restoreFocus();
    this.#observe();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    // A host that is only moved is connected again by then.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#focused = undefined;
    });
  }

  /** Creates an element that is later placed. */
  create<Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name] {
    const element = document.createElement(name);
    originals.add(element);
    return element;
  }

  /** Copies what an author wrote, to place the copy elsewhere. Ids stay unique in the page. */
  copy(element: HTMLElement): HTMLElement {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const inner of [copy, ...copy.querySelectorAll('[id]')]) inner.removeAttribute('id');
    originals.add(copy);
    return copy;
  }

  /** Puts a node into a slot, at the end of its parent, and keeps it there until it is released. */
  place(child: HTMLElement, slot: string, parent: HTMLElement = this.#host): void {
    if (isAuthored(child)) child.setAttribute(MARK, '');
    this.#isStale ||= !this.#placed.has(child);
    this.#placed.set(child, { parent, slot });
    this.#restore();
  }

  /** Whether a node was placed and not released. */
  has(child: HTMLElement): boolean {
    return this.#placed.has(child);
  }

  /**
   * Moves what an author wrote into a slot, with its focus. It stays the author's: if it is removed, it is
   * not put back.
   */
  adopt(child: HTMLElement, slot: string, parent: HTMLElement = this.#host): void {
    assignSlot(child, slot);
    if (child.parentNode === parent) return;
    if (isFocused(child)) this.#focused = child;
    this.#mayHaveLostFocus = true;
    parent.append(child);
  }

  /** Updates the host when another script changes this node. */
  watch(node: Node, changes: MutationObserverInit): void {
    if (this.#watched.has(node)) return;
    this.#watched.set(node, changes);
    this.#isStale = true;
  }

  /** No longer keeps or watches a node, and removes it if it was placed. */
  release(node: HTMLElement): void {
    const isPlaced = this.#placed.delete(node);
    if (this.#watched.delete(node) || isPlaced) this.#isStale = true;
    if (isPlaced) {
      if (this.#focused && node.contains(this.#focused)) this.#focused = undefined;
      node.remove();
    }
  }

  /** Returns whether a node contains what has the focus, or had it until it was taken away. */
  hadFocus(node: HTMLElement): boolean {
    return this.#focused !== undefined && node.contains(this.#focused);
  }

  /** Passes the focus on to what takes the place of a node, if the node has or had the focus. */
  passFocus(from: HTMLInputElement, to: HTMLInputElement): void {
    if (this.#focused !== from && !isFocused(from)) return;
    this.#focused = to;
    this.#mayHaveLostFocus = true;
    copySelection(from, to);
  }

  /** Called after the host's own changes, so that they are not taken for those of another script. */
  settle(): void {
    this.#restore();
    // Only what is rendered can have the focus.
    this.#restoreFocus();
    this.#mayHaveLostFocus = false;
    this.#isUpdating = false;
    this.#ignoreOwnChanges();
  }

  get #parents(): Set<HTMLElement> {
    return new Set([this.#host, ...[...this.#placed.values()].map(({ parent }) => parent)]);
  }

  #handleChanges(): void {
    if (!this.#host.isConnected) return;
    if (this.#loopGuard.countChange()) {
      this.#observer.disconnect();
      this.#isStale = true;
      return;
    }
    const isRestored = this.#restore();
    if (isRestored) this.#loopGuard.countRestoration();
    this.#ignoreOwnChanges();
    // If an update fails, its own changes must not bring about the next one.
    if (this.#isUpdating && !isRestored) return;
    this.#isUpdating = true;
    this.#onChange(isRestored);
  }

  /** Puts back what is missing, and removes copies. Returns whether something was missing. */
  #restore(): boolean {
    let isMissing = false;
    for (const parent of this.#parents) {
      for (const child of [...parent.children]) if (isCopy(child)) child.remove();
    }
    for (const [child, { parent, slot }] of this.#placed) {
      if (isAuthored(child)) {
        this.#placed.delete(child);
        continue;
      }
      assignSlot(child, slot);
      if (child.parentNode === parent) continue;
      parent.append(child);
      isMissing = true;
    }
    if (isMissing) {
      this.#mayHaveLostFocus = true;
      this.#restoreFocus();
    }
    return isMissing;
  }

  #restoreFocus(): void {
    const focused = this.#focused;
    if (!this.#mayHaveLostFocus || !focused?.isConnected || isFocused(focused)) return;
    const { activeElement, body } = document;
    // The user or the page may have moved the focus meanwhile.
    if (activeElement && activeElement !== body) return;
    const input = focused instanceof HTMLInputElement ? focused : undefined;
    const { selectionStart = null, selectionEnd = null } = input ?? {};
    focused.focus({ preventScroll: true });
    if (selectionStart !== null) input?.setSelectionRange(selectionStart, selectionEnd);
  }

  #ignoreOwnChanges(): void {
    if (this.#isStale) this.#observe();
    else this.#observer.takeRecords();
  }

  /** Observes exactly what is placed and watched now. The last call for a node counts. */
  #observe(): void {
    this.#observer.disconnect();
    this.#isStale = false;
    const isEmpty = this.#placed.size + this.#watched.size === 0;
    if (isEmpty || !this.#host.isConnected) return;
    for (const parent of this.#parents) this.#observer.observe(parent, { childList: true });
    for (const child of this.#placed.keys()) {
      this.#observer.observe(child, { attributeFilter: ['slot', MARK] });
    }
    for (const [node, changes] of this.#watched) this.#observer.observe(node, changes);
  }

  readonly #handleFocusIn = ({ target }: FocusEvent): void => {
    this.#focused = target instanceof HTMLElement && target !== this.#host ? target : undefined;
  };

  /**
   * Some browsers fire `focusout` when an element with the focus is removed. It is put back in the same
   * task, so what counts is the next one.
   */
  readonly #handleFocusOut = ({ target, relatedTarget }: FocusEvent): void => {
    if (relatedTarget) {
      this.#focused = undefined;
      return;
    }
    setTimeout(() => {
      if (this.#focused && this.#focused === target && !isFocused(this.#focused))
        this.#focused = undefined;
    });
  };
}
