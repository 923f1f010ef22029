/** Returns all elements of a node, itself included, visible or not, in light and shadow trees. */
export function allElements(node: Node): Element[] {
  const trees = node instanceof Element && node.shadowRoot ? [node.shadowRoot, node] : [node];
  const descendants = trees.flatMap((tree) => [...tree.childNodes].flatMap(allElements));
  return node instanceof Element ? [node, ...descendants] : descendants;
}

/** Returns the visible elements of a node, itself included, in reading order of the flat tree. */
export function visibleElements(node: Node): Element[] {
  const isElement = node instanceof Element;
  if (isElement && !isVisible(node)) return [];
  return [...(isElement ? [node] : []), ...flatTreeChildren(node).flatMap(visibleElements)];
}

const isVisible = (element: Element): boolean =>
  // A slot has no box of its own, even if its content is visible.
  element.localName === 'slot' || isShown(element, { visibilityProperty: true });

/** Simulated documents, such as jsdom, have no layout: there, only `hidden` hides an element. */
const isShown = (element: Element, options?: CheckVisibilityOptions): boolean =>
  'checkVisibility' in element
    ? element.checkVisibility(options)
    : !(element as Element).hasAttribute('hidden');

/** Returns the children of a node in the flat tree: shadow trees, with what is slotted into them. */
export function flatTreeChildren(node: Node): readonly Node[] {
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedNodes();
    return assigned.length > 0 ? assigned : [...node.childNodes];
  }
  const tree = node instanceof Element ? (node.shadowRoot ?? node) : node;
  return [...tree.childNodes];
}

/** Returns the text that a person can read in a node, with single spaces. */
export const visibleText = (node: Node): string => rawText(node).replaceAll(/\s+/g, ' ').trim();

function rawText(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element || node instanceof DocumentFragment)) return '';
  if (node instanceof HTMLStyleElement) return '';
  const isHidden = node instanceof Element && node.localName !== 'slot' && !isShown(node);
  return isHidden ? '' : `${flatTreeChildren(node).map(rawText).join('')} `;
}

/** Returns true if a text contains the expected string, or matches the expected pattern. */
export const matchesText = (text: string, expected: string | RegExp): boolean =>
  typeof expected === 'string' ? text.includes(expected) : expected.test(text);

/** Milliseconds between two checks. */
const INTERVAL = 5;

/** The default timeout in milliseconds: ample for a busy machine. */
const TIMEOUT = 4000;

/**
 * Waits until a condition is true.
 *
 * @param check Returns true if the condition holds. Called repeatedly.
 * @param failure Returns the message of the error. Called when the time is over.
 * @param timeout Milliseconds to wait at most. Default 4000.
 * @throws Error if the condition does not become true in time.
 */
export async function waitUntil(
  check: () => boolean,
  failure: () => string,
  timeout = TIMEOUT,
): Promise<void> {
  const end = performance.now() + timeout;
  while (!check()) {
    if (performance.now() > end) throw new Error(failure());
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
}
