/**
 * Selects all of an element, also in a shadow tree, where `selectAllChildren` and `addRange` do not work.
 *
 * @returns Whether the page has a selection now.
 */
export function selectContent(element: Element): boolean {
  const selection = getSelection();
  if (!selection) return false;
  selection.setBaseAndExtent(element, 0, element, element.childNodes.length);
  return selection.rangeCount > 0;
}
