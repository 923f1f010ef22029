import { formatUnit } from './format-unit.js';

const SECONDS_A_MINUTE = 60;

/**
 * A waiting time in words: "45 seconden", "2 minuten". Rounded up, so that nobody returns too early.
 *
 * @param seconds Whole seconds, 0 or more.
 */
export function duration(seconds: number): string {
  return seconds > SECONDS_A_MINUTE
    ? formatUnit(Math.ceil(seconds / SECONDS_A_MINUTE), 'minute')
    : formatUnit(seconds, 'second');
}
