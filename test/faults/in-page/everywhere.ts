const roots = new Set<Document | ShadowRoot>([document]);

/** Calls back for the document, and for each shadow root as it is made. */
export function forEachRoot(call: (root: Document | ShadowRoot) => void): void {
  call(document);
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with the element, below
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    roots.add(root);
    call(root);
    return root;
  };
}

/**
 * Returns the visible elements that match, in the document and in all shadow trees: much faster than to walk
 * through all elements, and in no order.
 */
export function everywhere(selector: string): Element[] {
  return [...roots]
    .filter((root) => root.isConnected)
    .flatMap((root) => [...root.querySelectorAll(selector)])
    .filter((element) => element.checkVisibility({ visibilityProperty: true }));
}

/** Forgets the shadow trees of a cell that has ended. */
export function forgetRoots(): void {
  for (const root of roots) if (!root.isConnected) roots.delete(root);
}
