/** Milliseconds between two looks at whether React has hydrated an element. React tells nobody. */
const LOOK_AGAIN = 50;
/** Milliseconds after which an element no longer waits for React. */
const LONGEST = 10_000;

const nextTask = (delay = 0): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, delay);
  });

/**
 * Resolves when no framework can be about to hydrate an element of the server's HTML: when the scripts
 * of the page have run and, where React hydrates around the element, it has reached the element.
 *
 * Why: a framework that hydrates compares the page with what it rendered. It takes children that an
 * element has added to itself for a mistake: React then renders the whole page again (its error 418).
 */
export async function hydrated(element: Element): Promise<void> {
  await scriptsHaveRun();
  const end = performance.now() + LONGEST;
  while (isHydrating(element) && performance.now() < end) await nextTask(LOOK_AGAIN);
}

/** Modules and deferred scripts run before `DOMContentLoaded`, asynchronous ones before `load`. */
function scriptsHaveRun(): Promise<void> {
  // The page's script may come after ours in the same bundle.
  if (document.readyState === 'complete') return nextTask();
  return new Promise((resolve) => {
    globalThis.addEventListener('load', () => resolve(), { once: true });
    if (document.querySelector('script[async]')) return;
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}

/** React marks each node that it has hydrated, and the container that it hydrates, with a property. */
const hasReactMark = (node: Node, mark: 'Fiber' | 'Container'): boolean =>
  Object.keys(node).some((key) => key.startsWith(`__react${mark}$`));

/**
 * Returns whether React is hydrating around an element and has not reached it. It finishes children
 * before their parents, so a child of a finished parent is not React's, unless it is in a `<Suspense>`
 * that is hydrated later: React marks those with comments.
 */
function isHydrating(element: Element): boolean {
  let isSuspended = false;
  // Nothing is above a document, whatever a form with the name "parentNode" in it says.
  for (let node: Node | null = element; node; node = nodeAbove(node)) {
    if (node instanceof ShadowRoot) return isHydrating(node.host);
    if (hasReactMark(node, 'Fiber')) return isSuspended;
    isSuspended ||= isInSuspense(node);
    if (hasReactMark(node, 'Container')) return true;
  }
  return false;
}

const nodeAbove = (node: Node): Node | null => (node instanceof Document ? null : node.parentNode);

/** `<!--$-->` begins the content of a `<Suspense>` in the server's HTML, `<!--/$-->` ends it. */
function isInSuspense(node: Node): boolean {
  let depth = 0;
  for (let { previousSibling: it } = node; it; it = it.previousSibling) {
    if (!(it instanceof Comment)) continue;
    if (it.data === '/$') depth += 1;
    else if (it.data.startsWith('$')) depth -= 1;
    if (depth < 0) return true;
  }
  return false;
}
