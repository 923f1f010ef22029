const realPrint = window.print.bind(window);

/**
 * Puts this in place of the browser's print dialog.
 *
 * @param printed Called when it opens. Without it: a phone, where it opens later.
 * @returns Puts the real one back.
 */
export function printWith(printed: () => void = () => undefined): () => void {
  window.print = printed;
  return () => {
    window.print = realPrint;
  };
}
