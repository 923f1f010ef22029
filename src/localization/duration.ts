import { getLocale } from './localization.js';

const SECONDS_A_MINUTE = 60;

/**
 * A waiting time in words: "45 seconden", "2 minuten". Rounded up, so that nobody returns too early.
 *
 * @param seconds Whole seconds, 0 or more.
 */
export function duration(seconds: number): string {
  const inMinutes = seconds > SECONDS_A_MINUTE;
  const amount = inMinutes ? Math.ceil(seconds / SECONDS_A_MINUTE) : seconds;
  return new Intl.NumberFormat(getLocale(), {
    style: 'unit',
    unit: inMinutes ? 'minute' : 'second',
    unitDisplay: 'long',
  }).format(amount);
}
