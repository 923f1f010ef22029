import { getLocale } from './active-locale.js';

const SECONDS_A_MINUTE = 60;
const HOUR = 60;
const DAY = 24 * HOUR;
/** Below this many minutes, minutes are exact enough for a person; from here half hours are. */
const FEW_HOURS = 1.5 * HOUR;
/** From this many minutes, days are exact enough. */
const FEW_DAYS = 2 * DAY;

/**
 * Formats a waiting time: "45 seconden", "2 minuten". It is rounded up, so that nobody returns too early.
 *
 * @param seconds Whole seconds, 0 or more.
 */
export function formatDuration(seconds: number): string {
  return seconds > SECONDS_A_MINUTE
    ? formatUnit(Math.ceil(seconds / SECONDS_A_MINUTE), 'minute')
    : formatUnit(seconds, 'second');
}

/**
 * Formats the difference of two clocks, about as exactly as a person would say it: "3 minuten",
 * "1,5 uur", "365 dagen".
 *
 * @param minutes 0 or more. Less than one becomes one.
 */
export function formatClockDifference(minutes: number): string {
  if (minutes < FEW_HOURS) return formatUnit(Math.max(1, Math.round(minutes)), 'minute');
  if (minutes < FEW_DAYS) return formatUnit(Math.round((2 * minutes) / HOUR) / 2, 'hour');
  return formatUnit(Math.round(minutes / DAY), 'day');
}

const formatUnit = (amount: number, unit: 'second' | 'minute' | 'hour' | 'day'): string =>
  new Intl.NumberFormat(getLocale(), { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
