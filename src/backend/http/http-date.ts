/** IMF-fixdate and its two obsolete forms; anything else is rejected (RFC 9110, section 5.6.7). */
const HTTP_DATE = /^[A-Z][a-z]{2,8}, .* GMT$/;

/**
 * Parses an HTTP date.
 *
 * @returns Milliseconds since 1970; `undefined` if the text is not an HTTP date, or the header is missing
 * or hidden from the page.
 */
export function readHttpDate(text: string | null | undefined): number | undefined {
  const time = text && HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
