import { flatTreeChildren } from '../../../src/testing/harness/dom.js';
import { isFlowTag } from './screens.js';

const isSlot = (element: Element): boolean => element.localName === 'slot';

const isVisible = (element: Element): boolean =>
  isSlot(element) || element.checkVisibility({ visibilityProperty: true });

/** Returns the visible elements of an element with a flow, without what is in another element with a flow. */
export function ownVisible(host: Element): Element[] {
  const within = (node: Node): Element[] => {
    if (!(node instanceof Element) || !isVisible(node)) return [];
    const isOther = node !== host && isFlowTag(node.localName);
    return [node, ...(isOther ? [] : flatTreeChildren(node).flatMap(within))];
  };
  return within(host);
}

/** Returns the element that has the focus, through shadow trees; `undefined` if that is none, or the page. */
export function focusedElement(): Element | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active && active !== document.body && active !== document.documentElement
    ? active
    : undefined;
}

/** Returns the nearest ancestor or the element itself that matches, through shadow trees. */
export function closestOf(element: Element, selector: string): Element | undefined {
  const found = element.closest(selector);
  if (found) return found;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? closestOf(root.host, selector) : undefined;
}
