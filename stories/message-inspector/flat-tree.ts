import { flatTreeChildren } from '../../src/testing/harness/dom.js';

/** Attributes that hold words: what is read out, or shown by the browser itself. */
const SPOKEN = [
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'placeholder',
  'title',
] as const;

/** What holds text that nobody reads as such. */
const SILENT = 'script, style, template, noscript';

/** A text, or an attribute with words, and the element it stands at. */
export type Wording =
  | { readonly element: Element; readonly node: Text }
  | { readonly element: Element; readonly attribute: string };

/** The element that a node shows in: its slot, its parent, or the host of its shadow tree. */
export function shownWithin(node: Node): Element | null {
  const slot = node instanceof Element || node instanceof Text ? node.assignedSlot : null;
  if (slot) return slot;
  const { parentNode } = node;
  return parentNode instanceof ShadowRoot ? parentNode.host : node.parentElement;
}

/**
 * Seen, or there for a screen reader only: not what is folded away, or not displayed. What has no box
 * of its own, as a slot has none, shows what is in it.
 */
const isThere = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true }) ||
  getComputedStyle(element).display === 'contents';

/**
 * The texts and the attributes with words that are on the page, in the order in which they are read,
 * through every shadow tree and slot.
 */
export function* wordingsIn(element: Element): Generator<Wording> {
  if (element.matches(SILENT) || !isThere(element)) return;
  for (const attribute of SPOKEN) {
    if (element.getAttribute(attribute)?.trim()) yield { element, attribute };
  }
  for (const node of flatTreeChildren(element)) {
    if (node instanceof Element) yield* wordingsIn(node);
    else if (node instanceof Text && node.data.trim()) yield { element, node };
  }
}
