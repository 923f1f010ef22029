import { getLocale } from './active-locale.js';

/** Every locale of the library writes whole numbers below this as JavaScript does. */
const FIRST_WITH_SEPARATOR = 1000;

/**
 * Formats a number with the digits and separators of the locale: "1.200". A small one needs no formatter, of
 * which the first on a page is slow to create.
 */
export const formatNumber = (number: number): string =>
  number >= 0 && number < FIRST_WITH_SEPARATOR && Number.isInteger(number)
    ? String(number)
    : new Intl.NumberFormat(getLocale()).format(number);
