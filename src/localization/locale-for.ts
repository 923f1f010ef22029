/** What a page that says nothing gets. */
const DEFAULT_LOCALE = 'nl';

/** What a page in a language we do not speak gets. */
const FALLBACK_LOCALE = 'en';

/**
 * The locale for a page.
 *
 * @param language The page's `<html lang>`, a BCP 47 tag or empty.
 * @param locales The locales there are.
 * @returns Dutch when the page says nothing; the locale with the same tag, whatever its region
 *   (`nl-BE-x-formal` → `nl-x-formal`), or else with the same language (`de-AT` → `de`); English for any
 *   other language.
 */
export function localeFor<Locale extends string>(
  language: string,
  locales: readonly Locale[],
): Locale {
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
