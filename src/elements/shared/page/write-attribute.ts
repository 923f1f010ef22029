/**
 * Sets an attribute; `undefined` removes it. Writes only a change, because whoever observes the element sees each
 * write.
 */
export function writeAttribute(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
