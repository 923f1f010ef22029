/**
 * Puts text on the clipboard.
 *
 * @returns Whether it is really there: false where the browser or a policy refuses (C14, C16), and
 *   then the person has to be shown text to select.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
