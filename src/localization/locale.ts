import { activateLocale, BUNDLED_LOCALE, getLocale, type Patterns } from './active-locale.js';
import { allLocales } from './generated/locale-codes.js';
import { localeFor, type Locale } from './locale-for.js';
import { loadedPatterns, loadPatterns, stopWaiting, timesOut } from './locale-loader.js';
import { followPageLocale } from './page-locale.js';
import { pageState } from './page-state.js';

export { getLocale };
export type { Locale };

/** Milliseconds that elements wait for the file of a locale before they render in another one. */
const LOAD_TIMEOUT = 3000;

/** Milliseconds that they then wait for the file of that other one. */
const REPLACEMENT_TIMEOUT = 1000;

let wanted: Locale | undefined;
let pending: Promise<void> | undefined;

/**
 * Returns a promise that resolves when the locale of the page, or the one in its place, is in use. It
 * never rejects. An element waits for it before its first render, so that a German page does not start
 * in another language.
 *
 * @returns `undefined` if no locale is being loaded.
 */
export const pendingLocale = (): Promise<void> | undefined => pending;

/**
 * Sets the locale of all elements on the page. A page has one locale (README, Languages). It stays
 * until `<html lang>` changes to another language.
 *
 * Every locale but Dutch is in a file of its own. While it loads the elements keep their locale, for four
 * seconds at most. After three, or if the file cannot be loaded, they use the nearest one: Dutch for formal
 * Dutch, English for any other language, and Dutch if English cannot be loaded either.
 *
 * @example
 * ```ts
 * await setLocale('nl-x-formal');
 * ```
 *
 * @param locale A locale of the library.
 * @returns Resolves when the elements use the locale. Rejects if it cannot be loaded. Another call tries
 *   again, except in browsers that cache a failed import until the page is reloaded (before 2026).
 * @throws Error if the library does not have the locale.
 */
export function setLocale(locale: Locale): Promise<void> {
  if (!isLocale(locale)) throw new Error(`There is no locale "${String(locale)}".`);
  pageState.locale = locale;
  const shown = useLocale(locale);
  pageState.changes.dispatchEvent(new Event('locale'));
  return shown;
}

const isLocale = (locale: string | undefined): locale is Locale =>
  (allLocales as readonly (string | undefined)[]).includes(locale);

/** Sets the locale of this copy of the library. */
function useLocale(locale: Locale): Promise<void> {
  wanted = locale;
  stopWaiting();
  const shown = showIfWanted(locale);
  if (getLocale() === locale) return shown;
  const settled = replaceIfLate(locale, shown);
  pending = settled;
  void settled.then(() => {
    if (pending === settled) pending = undefined;
  });
  return shown;
}

/** Shows another locale in place of one that does not load in time, until it does. */
async function replaceIfLate(locale: Locale, shown: Promise<void>): Promise<void> {
  if (!(await timesOut(shown, LOAD_TIMEOUT))) return;
  const nearest = locale === 'en' ? BUNDLED_LOCALE : localeFor(locale, ['en', BUNDLED_LOCALE]);
  if (await timesOut(showIfWanted(locale, nearest), REPLACEMENT_TIMEOUT))
    await showIfWanted(locale, BUNDLED_LOCALE);
}

/** Shows a locale, or another in its place, unless a later call has set yet another one. */
function showIfWanted(locale: Locale, shown = locale): Promise<void> {
  const show = (patterns: Patterns) => {
    if (wanted === locale && getLocale() !== locale) activateLocale(shown, patterns);
  };
  const here = loadedPatterns(shown);
  if (!here) return loadPatterns(shown).then(show);
  show(here);
  return Promise.resolve();
}

/** Uses the locale that a script of the page has set, here or in another copy of the library. */
function followPageState(): void {
  const { locale } = pageState;
  // A locale that this copy does not have, or cannot load, leaves the one of `<html lang>`.
  if (locale !== wanted && isLocale(locale)) useLocale(locale).catch(() => undefined);
}

// Importing the library without a document, as in server rendering, must not fail.
if (typeof document !== 'undefined') {
  const { locale } = pageState;
  followPageLocale((pageLocale) => {
    pageState.locale = undefined;
    return useLocale(pageLocale);
  });
  pageState.locale = locale;
  followPageState();
  pageState.changes.addEventListener('locale', followPageState);
}
