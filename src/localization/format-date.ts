import { getLocale } from './locale.js';

const FORMATS = {
  day: { dateStyle: 'long' },
  minute: { dateStyle: 'long', timeStyle: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A formatter is slow to make and is asked for in every row, so there is one a locale. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * A moment in the words of the page's locale: "3 november 2026", "3 november 2026 om 09:05".
 *
 * @param date A valid date.
 * @param precision `day`, or `minute` to give the time as well.
 * @param timeZone An IANA time zone; the device's own when left out.
 */
export function formatDate(date: Date, precision: keyof typeof FORMATS, timeZone?: string): string {
  const key = [getLocale(), precision, timeZone].join(' ');
  const known = formatters.get(key);
  if (known) return known.format(date);
  const made = new Intl.DateTimeFormat(getLocale(), {
    ...FORMATS[precision],
    ...(timeZone !== undefined && { timeZone }),
  });
  formatters.set(key, made);
  return made.format(date);
}
