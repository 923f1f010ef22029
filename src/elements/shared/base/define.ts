/**
 * Registers a tag once. The first one wins: a page that loads the library twice goes on working
 * (C74).
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
