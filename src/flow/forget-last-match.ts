/**
 * Makes the last match of a regular expression an empty one in an empty text.
 *
 * The engine remembers the last match, and the text that it was found in: `RegExp.lastMatch`. Any script on the
 * page can read it (C9).
 */
export function forgetLastMatch(): void {
  /(?:)/.test('');
}
