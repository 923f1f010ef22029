/** Milliseconds between two checks. React has no event for this. */
const POLL_INTERVAL = 50;
/** Milliseconds. A page that is slow for another reason must not keep its code field waiting. */
const LONGEST_WAIT_FOR_SCRIPTS = 1000;
/** Milliseconds, once React has begun. */
const LONGEST_WAIT_FOR_REACT = 10_000;

const wait = (delay = 0): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, delay);
  });

/**
 * Resolves when the scripts in the page's HTML have run, for a second at most, and when React, if it
 * hydrates around an element, has reached the element. Hydration that begins later is not detected.
 *
 * Why: a framework that hydrates compares the page with what it rendered. It treats children that an
 * element has added as a mismatch: React then renders the whole page again (its error 418).
 */
export async function whenHydrated(element: Element): Promise<void> {
  await Promise.race([scriptsHaveRun(), wait(LONGEST_WAIT_FOR_SCRIPTS)]);
  const end = performance.now() + LONGEST_WAIT_FOR_REACT;
  while (isHydrating(element) && performance.now() < end) await wait(POLL_INTERVAL);
  // The effects of a React page, which may set properties, run after it has marked the element.
  if (hasReactMark(element, 'Fiber')) await wait(POLL_INTERVAL);
}

/** Modules and deferred scripts run before `DOMContentLoaded`, asynchronous ones before `load`. */
function scriptsHaveRun(): Promise<void> {
  // The page's script may come after ours in the same bundle.
  if (document.readyState === 'complete') return wait();
  return new Promise((resolve) => {
    globalThis.addEventListener('load', () => resolve(), { once: true });
    if (hasOwnAsyncScript()) return;
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}

/** Returns whether the page runs its own code asynchronously. Scripts of other sites count visits. */
function hasOwnAsyncScript(): boolean {
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[async]')];
  return scripts.some(({ src, type }) => type === 'module' || src.startsWith(location.origin));
}

/** React marks each node that it has hydrated, and the container that it hydrates, with a property. */
const hasReactMark = (node: Node, mark: 'Fiber' | 'Container'): boolean =>
  Object.keys(node).some((key) => key.startsWith(`__react${mark}$`));

/**
 * Returns whether React is hydrating around an element and has not reached it. It finishes children
 * before their parents, so a child of a finished parent is not React's, unless it is in a `<Suspense>`,
 * which is hydrated after its parent: React marks those with comments.
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
  let sibling = node.previousSibling;
  while (sibling) {
    if (sibling instanceof Comment && sibling.data === '/$') depth += 1;
    else if (sibling instanceof Comment && sibling.data.startsWith('$')) depth -= 1;
    if (depth < 0) return true;
    sibling = sibling.previousSibling;
  }
  return false;
}
