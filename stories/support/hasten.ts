/**
 * Makes timeouts of these delays pass at once, or never.
 *
 * @param delays The delays in milliseconds, each with what becomes of it.
 * @returns A function that restores the original.
 */
export function hasten(delays: Readonly<Record<number, 'at once' | 'never'>>): () => void {
  const later = window.setTimeout.bind(window);
  const hastened = (callback: () => void, delay = 0) => {
    const fate = delays[delay];
    return fate === 'never' ? 0 : later(callback, fate === 'at once' ? 0 : delay);
  };
  window.setTimeout = hastened as typeof window.setTimeout;
  return () => {
    window.setTimeout = later;
  };
}
