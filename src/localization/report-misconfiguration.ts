/**
 * Tells the owner of the page in the console what to mend; the element shows the same message.
 *
 * @param tag The tag that is set up wrongly.
 * @param message One sentence that says what to do; never holds a secret.
 */
export function reportMisconfiguration(tag: string, message: string): void {
  // eslint-disable-next-line no-console -- the console is where a developer looks; nothing else is logged
  console.error(`<${tag}>: ${message}`);
}
