/** Milliseconds within which the download must begin; the longest that C13 allows. */
const REVOKE_AFTER = 1000;

/**
 * Saves a text as a file.
 *
 * @param name The name of the file. Must not say anything about the user.
 * @param text The content of the file.
 */
export function downloadText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Safari opens the file only after the click, so do not revoke at once. Never revoking would leave
  // the codes in memory (C13).
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER);
}
