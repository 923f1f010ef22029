/** Before one-time codes existed (RFC 4226). Also later than the zero of every clock: 1601, 1900, 1970, 1980, 2001. */
const EARLIEST = Date.UTC(2005, 0);

/** Databases write "never" as the last year that they have: 2999, 9999. */
const LATEST = Date.UTC(2100, 0);

/** Matches what a server sends in place of a date: nothing, zero, a negative number, or the first or last year. */
const NO_DATE = /^(?:[-+].*|0*|null|undefined|none|never|invalid date|(?:[01]\d{3}|9999)-.*)$/i;

/** Returns true for a value that says in any notation that there is no date. */
export const saysNoDate = (value: unknown): boolean =>
  (typeof value === 'string' || typeof value === 'number') && NO_DATE.test(String(value).trim());

/**
 * Returns a date that a server means, or `undefined`: for an invalid date, for the zero of a clock that
 * was never set (`0001-01-01` of .NET, 1970 of Unix), for the end of all time, and for a number in another
 * unit than expected. The clock of the device has no part in it.
 */
export function meantDate(date: Date | undefined): Date | undefined {
  const time = date?.getTime() ?? Number.NaN;
  return time >= EARLIEST && time < LATEST ? date : undefined;
}
