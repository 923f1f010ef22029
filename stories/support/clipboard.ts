/**
 * Replaces the page's clipboard, or removes it: a page without TLS has none.
 *
 * @param writeText The method of the new clipboard. Without it, there is none.
 * @returns A function that restores the original.
 */
export function replaceClipboard(writeText?: () => Promise<void>): () => void {
  const value = writeText && { writeText };
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value });
  return () => Reflect.deleteProperty(navigator, 'clipboard');
}
