import { getLocale } from './active-locale.js';

/** Formats a number with the digits and separators of the locale: "1.200". */
export const formatNumber = (number: number): string =>
  new Intl.NumberFormat(getLocale()).format(number);
