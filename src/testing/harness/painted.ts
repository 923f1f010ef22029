import { paintedChildren } from './painted-children.js';

const isPainted = (element: Element): boolean =>
  // A slot has no box of its own, whatever shows in it.
  element.localName === 'slot' || element.checkVisibility({ visibilityProperty: true });

/** Every painted element in and under a node, in reading order, through shadow trees and slots. */
export function painted(node: Node): Element[] {
  const isElement = node instanceof Element;
  if (isElement && !isPainted(node)) return [];
  return [...(isElement ? [node] : []), ...paintedChildren(node).flatMap(painted)];
}
