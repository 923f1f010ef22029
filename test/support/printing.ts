const realPrint = window.print.bind(window);

/**
 * Replaces the print dialog of the browser.
 *
 * @param printed Called when the dialog opens. Without it, nothing happens, as on a phone, where the dialog
 * opens later.
 * @returns A function that restores the real dialog.
 */
export function printWith(printed: () => void = () => undefined): () => void {
  window.print = printed;
  return () => {
    window.print = realPrint;
  };
}
