import { getLocale } from './active-locale.js';

const FORMATS = {
  day: { dateStyle: 'long' },
  minute: { dateStyle: 'long', timeStyle: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Formatters by locale, because one is slow to create and every row uses one. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * Formats a date in the locale of the page: "3 november 2026", "3 november 2026 om 09:05".
 *
 * @param date A valid date.
 * @param precision `day`, or `minute` to include the time.
 * @param timeZone An IANA time zone. Default: the time zone of the device.
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
