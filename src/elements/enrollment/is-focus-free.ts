/** Whether the focus is in this element or nowhere, so that nobody is disturbed when it moves. */
export function isFocusFree(element: Element): boolean {
  const { activeElement } = element.getRootNode() as Document | ShadowRoot;
  return !activeElement || activeElement === document.body || element.contains(activeElement);
}
