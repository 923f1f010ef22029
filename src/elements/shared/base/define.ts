/**
 * Registers a custom element once. The first registration wins, so that a page that loads the library
 * twice keeps working (C74).
 */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}
