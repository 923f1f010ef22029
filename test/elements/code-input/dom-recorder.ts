/**
 * Records everything that a script can read of the nodes and styles of the page, as a session recorder does
 * that masks inputs: it sees the length of a value only. It reads closed shadow trees too, which a recorder
 * can whose script runs first, and animations, which recorders may read one day.
 */
export class DomRecorder {
  readonly #trees = new Map<Element, ShadowRoot>();
  readonly #observer = new MutationObserver((records) => this.#write(records));
  #lines: string[] = [];

  constructor() {
    const observe = (host: Element, tree: ShadowRoot) => {
      this.#trees.set(host, tree);
      this.#observe(tree);
    };
    // Hides the inherited method until the end.
    HTMLElement.prototype.attachShadow = function (init) {
      const tree = Element.prototype.attachShadow.call(this, init);
      observe(this, tree);
      return tree;
    };
    this.#observe(document);
  }

  /** Returns what was recorded since the last call: every change, and the page as it is now. */
  take(): string {
    this.#write(this.#observer.takeRecords());
    const lines = [...this.#lines, ...this.#describe(document)];
    this.#lines = [];
    return lines.join('\n');
  }

  stop(): void {
    Reflect.deleteProperty(HTMLElement.prototype, 'attachShadow');
    this.#observer.disconnect();
  }

  #observe(tree: Node): void {
    this.#observer.observe(tree, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    for (const type of ['slotchange', 'scroll', 'input', 'change', 'selectionchange'])
      tree.addEventListener(type, () => this.#lines.push(type), { capture: true });
  }

  #write(records: readonly MutationRecord[]): void {
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      this.#lines.push(`${type} ${String(attributeName)} of ${target.nodeName}`);
      for (const node of [target, ...addedNodes, ...removedNodes])
        this.#lines.push(...this.#describe(node));
    }
  }

  *#describe(node: Node): Generator<string> {
    yield node instanceof Text ? node.data : node.nodeName;
    if (node instanceof Element) {
      for (const { name, value } of node.attributes) yield `${name}="${value}"`;
      for (const { effect } of node.getAnimations())
        if (effect instanceof KeyframeEffect) yield JSON.stringify(effect.getKeyframes());
      yield `scrolled ${node.scrollLeft} ${node.scrollTop}, in ${node.assignedSlot?.name ?? 'no slot'}`;
      const tree = this.#trees.get(node) ?? node.shadowRoot;
      if (tree) yield* this.#describe(tree);
    }
    if (node instanceof HTMLInputElement) yield '*'.repeat(node.value.length);
    if (node instanceof Document || node instanceof ShadowRoot)
      for (const sheet of [...node.styleSheets, ...node.adoptedStyleSheets])
        for (const { cssText } of sheet.cssRules) yield cssText;
    for (const child of node.childNodes) yield* this.#describe(child);
  }
}
