import { getLocale } from './locale.js';

/**
 * An amount of time in the words of the page's locale: "3 minuten", "1,5 uur".
 *
 * @param amount 0 or more.
 */
export const formatUnit = (amount: number, unit: 'second' | 'minute' | 'hour' | 'day'): string =>
  new Intl.NumberFormat(getLocale(), { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
