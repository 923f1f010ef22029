import type { MfaOperation } from '../../src/backend/backend.js';
import type { ScriptedBackend } from '../../src/testing/index.js';

/** The ways in which an element has to forget everything, and is there again. */
export const WAYS_TO_LEAVE: Readonly<Record<string, (element: HTMLElement) => Promise<void>>> = {
  'the element was removed': async (element) => {
    const { parentElement } = element;
    element.remove();
    await Promise.resolve();
    parentElement?.append(element);
  },
  'the page was left': () => {
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    return Promise.resolve();
  },
};

/** Leaves, and waits for the first request once the element is there again: what it showed before is gone by then. */
export async function leaveUntilRequested(
  { element, backend }: { readonly element: HTMLElement; readonly backend: ScriptedBackend },
  leave: (element: HTMLElement) => Promise<void> | void,
  operation: MfaOperation,
): Promise<void> {
  const held = backend.hold(operation);
  await leave(element);
  await held.called;
  await (element as HTMLElement & { updateComplete: Promise<boolean> }).updateComplete;
  held.proceed();
}
