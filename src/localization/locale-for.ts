import type { allLocales } from './generated/locale-codes.js';

// Not in locale-loader.ts, whose types need @lit/localize: a page may not have that.
/** A locale of the library. */
export type Locale = (typeof allLocales)[number];

/** The locale of a page without `<html lang>`. */
const DEFAULT_LOCALE = 'nl';

/** The locale of a page in a language that the library does not have. */
const FALLBACK_LOCALE = 'en';

/**
 * Returns the locale for a page.
 *
 * - If `language` is empty, Dutch.
 * - The locale with the same tag, regardless of the region (`nl-BE-x-formal` → `nl-x-formal`).
 * - The locale with the same language (`de-AT` → `de`).
 * - For any other language, English.
 *
 * @param language The page's `<html lang>`, a BCP 47 tag or empty.
 * @param locales The available locales.
 */
export function localeFor<Available extends string>(
  language: string,
  locales: readonly Available[],
): Available {
  const wanted = language.trim().toLowerCase() || DEFAULT_LOCALE;
  const find = (tag: string) => locales.find((locale) => locale.toLowerCase() === tag);
  const [ahead = '', ownPart] = wanted.split(/-(?=x-)/);
  const [spoken = ''] = ahead.split('-');
  const found =
    find(wanted) ??
    (ownPart === undefined ? undefined : find(`${spoken}-${ownPart}`)) ??
    find(spoken) ??
    find(FALLBACK_LOCALE);
  if (found === undefined)
    throw new Error(`There is no locale ${FALLBACK_LOCALE} to fall back to.`);
  return found;
}
