import { formatUnit } from './format-unit.js';

const HOUR = 60;
const DAY = 24 * HOUR;
/** Minutes below which nobody thinks in half hours, and in days. */
const FEW_HOURS = 1.5 * HOUR;
const FEW_DAYS = 2 * DAY;

/**
 * How far two clocks are apart, in words and about as exactly as somebody would say it: "3 minuten",
 * "1,5 uur", "365 dagen".
 *
 * @param minutes 0 or more; less than one is said as one.
 */
export function clockDifference(minutes: number): string {
  if (minutes < FEW_HOURS) return formatUnit(Math.max(1, Math.round(minutes)), 'minute');
  if (minutes < FEW_DAYS) return formatUnit(Math.round((2 * minutes) / HOUR) / 2, 'hour');
  return formatUnit(Math.round(minutes / DAY), 'day');
}
