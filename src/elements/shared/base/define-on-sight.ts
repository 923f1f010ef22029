import { reportMisconfiguration } from '../../../localization/report-misconfiguration.js';

/** Registers an element: imports its `mfa-*.ts`. */
type Define = () => Promise<unknown>;

/**
 * Registers each element once it is in the page, also in an open shadow tree. A closed one cannot be looked
 * into.
 *
 * @param elements What registers an element, by its tag name.
 */
export function defineOnSight(elements: Readonly<Record<string, Define>>): void {
  const missing = new Map(Object.entries(elements));
  const loading = new Set<string>();
  /** The names of other scripts whose definition is, or was, waited for. */
  const awaited = new Set<string>();
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach(look);
  });

  function look(node: Node): void {
    if (!(node instanceof Element)) return;
    for (const element of [node, ...node.querySelectorAll('*')]) see(element);
  }

  function see(element: Element): void {
    const { localName, shadowRoot } = element;
    if (shadowRoot) watch(shadowRoot);
    if (!localName.includes('-')) return;
    const define = missing.get(localName);
    if (define) load(localName, define);
    else if (!customElements.get(localName)) lookAgainOnceDefined(localName);
  }

  /** Its shadow tree may come with its definition. No element is kept until then: it may be removed. */
  function lookAgainOnceDefined(tag: string): void {
    if (awaited.has(tag)) return;
    awaited.add(tag);
    customElements.whenDefined(tag).then(
      () => watch(document.documentElement),
      // Not every name with a dash may be that of a custom element: `font-face` of SVG may not.
      () => undefined,
    );
  }

  function load(tag: string, define: Define): void {
    if (loading.has(tag)) return;
    loading.add(tag);
    define().then(
      () => {
        missing.delete(tag);
        if (missing.size === 0) observer.disconnect();
      },
      () => {
        loading.delete(tag);
        reportMisconfiguration(tag, 'Its file does not load. Publish every file of dist/.');
        // The next such element tries again, and so does a device that is online again.
        addEventListener('online', () => watch(document.documentElement), { once: true });
      },
    );
  }

  function watch(root: Element | ShadowRoot): void {
    observer.observe(root, { childList: true, subtree: true });
    root.querySelectorAll('*').forEach(see);
  }

  watch(document.documentElement);
}
