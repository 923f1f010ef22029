/** The children of a node as they are painted: shadow trees, and what is slotted into them. */
export function paintedChildren(node: Node): readonly Node[] {
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedNodes();
    return assigned.length > 0 ? assigned : [...node.childNodes];
  }
  const tree = node instanceof Element ? (node.shadowRoot ?? node) : node;
  return [...tree.childNodes];
}
