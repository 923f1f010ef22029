/**
 * Calls back once an event has passed its last listener, also if one of them stopped it on its way.
 *
 * Why: an own event that is dispatched inside a listener overtakes the event it follows from: the
 * ancestors hear of it first. A microtask overtakes it too, because the browser runs them between two
 * listeners of the user's events.
 */
export function afterDispatch(event: Event, callback: () => void): void {
  const last = event.bubbles ? event.composedPath().at(-1) : event.target;
  const waiting = new AbortController();
  const end = (): void => {
    waiting.abort();
    clearTimeout(fallback);
    callback();
  };
  const fallback = setTimeout(end);
  const handleLast = (it: Event): void => {
    if (it === event) end();
  };
  // Added during the dispatch, so it is behind every other listener there.
  last?.addEventListener(event.type, handleLast, { signal: waiting.signal });
}
