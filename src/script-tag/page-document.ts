/**
 * The document of the page, read from its prototype: the members that the browser defines.
 *
 * Why: a form, image or frame with a name hides the member of the same name, so that in a page with
 * `<form name="createElement">`, `document.createElement` is that form. The modules in the script-tag
 * build get this object as `document` (inside-a-page.ts).
 */
export const pageDocument = new Proxy(document, {
  get(page, name) {
    const value: unknown = Reflect.get(Document.prototype, name, page);
    return typeof value === 'function' ? (value.bind(page) as unknown) : value;
  },
  set: (page, name, value) => Reflect.set(Document.prototype, name, value, page),
});

/** Returns {@link pageDocument} in place of the document, and any other node as it is. */
export const throughPage = (node: Node | null): Node | null =>
  node === document ? pageDocument : node;

/**
 * The members of the document that Lit uses. It is a node, because Lit also makes it the root of a
 * TreeWalker, and parks the walker there.
 */
export const litDocument = Object.assign(
  new Comment(),
  Object.fromEntries(
    ['createComment', 'createElement', 'createTextNode', 'createTreeWalker', 'importNode'].map(
      (name) => [name, Reflect.get(pageDocument, name) as unknown],
    ),
  ),
);
