import { configureLocalization } from '@lit/localize';
import { allLocales, sourceLocale, targetLocales } from './generated/locale-codes.js';
import { localeFor, type Locale } from './locale-for.js';
import {
  BUNDLED_LOCALES,
  loadLocale,
  messagesOf,
  needsFile,
  stopWaiting,
  timesOut,
} from './locale-loader.js';
import { followPageLocale } from './page-locale.js';
import { pageState } from './page-state.js';

export type { Locale };

/**
 * The only configuration of @lit/localize in the library: a second one would throw. The built
 * library contains its own copy of @lit/localize, so a page that uses it too is not affected.
 *
 * `loadLocale` is called only for locales that are loaded: @lit/localize never retries a failed one.
 */
const localization = configureLocalization({
  sourceLocale,
  targetLocales,
  loadLocale: (locale) => Promise.resolve(messagesOf(locale)),
});

let wanted: Locale | undefined;
let pending: Promise<void> | undefined;

/** Returns the locale that the elements on the page use now. */
export const getLocale = (): Locale => localization.getLocale() as Locale;

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
 * Most locales are in a file of their own. While it loads the elements keep their locale, for three
 * seconds at most. After that, or if the file cannot be loaded, they use the nearest locale that needs
 * no file: Dutch for formal Dutch, English for any other language.
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
  if (!needsFile(locale)) return localization.setLocale(locale);
  const shown = loadLocale(locale).then(() => showIfWanted(locale));
  const settled = timesOut(shown).then((isLate) => {
    if (isLate) return showIfWanted(locale, localeFor(locale, BUNDLED_LOCALES));
  });
  pending = settled;
  void settled.then(() => {
    if (pending === settled) pending = undefined;
  });
  return shown;
}

/** Shows a locale, or another in its place, unless a later call has set yet another one. */
async function showIfWanted(locale: Locale, shown = locale): Promise<void> {
  if (wanted === locale) await localization.setLocale(shown);
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
