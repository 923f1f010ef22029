import { getLocale } from './locale.js';

/** A number in the digits and with the separators of the page's locale: "1.200". */
export const formatNumber = (number: number): string =>
  new Intl.NumberFormat(getLocale()).format(number);
