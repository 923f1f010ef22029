/** Every element in and under a node, painted or not, in light and shadow trees. */
export function everything(node: Node): Element[] {
  const trees = node instanceof Element && node.shadowRoot ? [node.shadowRoot, node] : [node];
  const below = trees.flatMap((tree) => [...tree.childNodes].flatMap(everything));
  return node instanceof Element ? [node, ...below] : below;
}
