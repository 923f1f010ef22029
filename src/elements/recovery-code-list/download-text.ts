/** Milliseconds that the download may take to begin; the longest that C13 allows. */
const REVOKE_AFTER = 1000;

/**
 * Saves a text as a file.
 *
 * @param name The file's name; holds nothing about the person.
 * @param text What is in it.
 */
export function downloadText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Safari opens the file only after the click; a URL that stayed would keep it in memory (C13).
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER);
}
