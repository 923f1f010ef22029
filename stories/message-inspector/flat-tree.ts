import { flatTreeChildren } from '../../src/testing/harness/dom.js';

/** Attributes whose text is read out by a screen reader or shown by the browser. */
const READ_ATTRIBUTES = [
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'placeholder',
  'title',
] as const;

/** Elements whose text is not shown. */
const UNREAD = 'script, style, template, noscript';

/** A text node or an attribute that a user can read or hear, with its element. */
export type TextOrAttribute =
  | { readonly element: Element; readonly node: Text }
  | { readonly element: Element; readonly attribute: string };

/** The parent of a node in the flat tree: its slot, its parent, or the host of its shadow tree. */
export function flatTreeParent(node: Node): Element | null {
  const slot = node instanceof Element || node instanceof Text ? node.assignedSlot : null;
  if (slot) return slot;
  const { parentNode } = node;
  return parentNode instanceof ShadowRoot ? parentNode.host : node.parentElement;
}

/**
 * An element is rendered if it is visible, or there for a screen reader only. An element without a box of
 * its own, such as a slot, shows its children.
 */
const isRendered = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true }) ||
  getComputedStyle(element).display === 'contents';

/**
 * Finds the texts and the readable attributes on the page in reading order, through every shadow tree
 * and slot.
 */
export function* textsAndAttributesIn(element: Element): Generator<TextOrAttribute> {
  if (element.matches(UNREAD) || !isRendered(element)) return;
  for (const attribute of READ_ATTRIBUTES) {
    if (element.getAttribute(attribute)?.trim()) yield { element, attribute };
  }
  for (const node of flatTreeChildren(element)) {
    if (node instanceof Element) yield* textsAndAttributesIn(node);
    else if (node instanceof Text && node.data.trim()) yield { element, node };
  }
}

export const textOf = (item: TextOrAttribute): string =>
  'node' in item ? item.node.data : (item.element.getAttribute(item.attribute) ?? '');
