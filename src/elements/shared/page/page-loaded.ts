/** Resolves when the page and the scripts it names have loaded; at once when they have. */
export function pageLoaded(): Promise<void> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => {
    globalThis.addEventListener('load', () => resolve(), { once: true });
  });
}
