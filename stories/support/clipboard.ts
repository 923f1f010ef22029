/**
 * Gives the page another clipboard, or none, as a page without TLS has.
 *
 * @param writeText What it does with a text; without it there is no clipboard.
 * @returns Makes it what it was.
 */
export function withClipboard(writeText?: () => Promise<void>): () => void {
  const value = writeText && { writeText };
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value });
  return () => Reflect.deleteProperty(navigator, 'clipboard');
}
