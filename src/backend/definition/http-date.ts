/** IMF-fixdate and its two old forms all end so or are refused (RFC 9110, section 5.6.7). */
const HTTP_DATE = /^[A-Z][a-z]{2,8}, .* GMT$/;

/**
 * The moment an HTTP date stands for, in ms since 1970.
 *
 * @returns `undefined` when it is none, or there is none that the page may read.
 */
export function readHttpDate(text: string | null | undefined): number | undefined {
  const time = text && HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
