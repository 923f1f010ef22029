import { getLocale } from './active-locale.js';

const MILLISECONDS_A_DAY = 24 * 60 * 60 * 1000;

/** From this many days a larger unit reads better: there are then always at least two of it. */
const IN_WEEKS = 14;
const IN_MONTHS = 60;
const IN_YEARS = 700;

/** Clocks that differ by less are usual (RFC 4120, section 8.2), so a moment so far ahead is now. */
const CLOCK_TOLERANCE = 5 * 60 * 1000;

/** The mean over the 400 years after which the calendar repeats itself. */
const DAYS_A_MONTH = 30.436875;
const DAYS_A_YEAR = 365.2425;

/** Formatters by locale or time zone, because one is slow to create and every row uses one. */
const relative = new Map<string, Intl.RelativeTimeFormat>();
const calendars = new Map<string | undefined, Intl.DateTimeFormat>();

/**
 * Formats how long ago a day was, by the calendar: "vandaag", "gisteren", "5 dagen geleden", "3 weken
 * geleden". Yesterday begins at midnight, not 24 hours ago, even if a day has 23 or 25 hours.
 *
 * @param date A valid date.
 * @param now The moment to count back from.
 * @param timeZone An IANA time zone. Default: the time zone of the device.
 * @returns `undefined` for a later day, because one of the two clocks is then wrong by more than minutes.
 */
export function formatRelativeTime(date: Date, now: Date, timeZone?: string): string | undefined {
  const ahead = date.getTime() - now.getTime();
  if (ahead > 0 && ahead <= CLOCK_TOLERANCE) return ago(0, 'day');
  const days = calendarDay(now, timeZone) - calendarDay(date, timeZone);
  if (days < 0) return undefined;
  if (days < IN_WEEKS) return ago(days, 'day');
  if (days < IN_MONTHS) return ago(Math.floor(days / 7), 'week');
  if (days < IN_YEARS) return ago(Math.round(days / DAYS_A_MONTH), 'month');
  return ago(Math.round(days / DAYS_A_YEAR), 'year');
}

function ago(amount: number, unit: Intl.RelativeTimeFormatUnit): string {
  const locale = getLocale();
  const format = relative.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  relative.set(locale, format);
  return format.format(-amount, unit);
}

/** Returns the calendar day of a moment, counted from the first of January 1970. */
function calendarDay(moment: Date, timeZone: string | undefined): number {
  const calendar =
    calendars.get(timeZone) ??
    new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      ...(timeZone !== undefined && { timeZone }),
    });
  calendars.set(timeZone, calendar);
  const parts = calendar.formatToParts(moment);
  const read = (type: 'year' | 'month' | 'day') =>
    Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(read('year'), read('month') - 1, read('day')) / MILLISECONDS_A_DAY;
}
