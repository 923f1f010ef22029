/**
 * Puts text on the clipboard.
 *
 * The clipboard is not emptied afterwards (C15): to see that it still holds this text the browser
 * would ask the person for leave to read it, and emptying it unseen could lose something else.
 *
 * @returns Whether it is really there: false where the browser, a policy of the page or of the frame
 *   around it refuses, or where there is no clipboard at all (C14, C16). The person then has to be
 *   shown text to select.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
