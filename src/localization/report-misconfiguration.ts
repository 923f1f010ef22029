/**
 * Reports a mistake in the configuration to the owner of the page, in the console.
 *
 * @param tag The tag name of the element that is configured wrongly.
 * @param message One sentence that says what to do. It never contains a secret.
 */
export function reportMisconfiguration(tag: string, message: string): void {
  // eslint-disable-next-line no-console -- the console is where a developer looks; nothing else is logged
  console.error(`<${tag}>: ${message}`);
}
