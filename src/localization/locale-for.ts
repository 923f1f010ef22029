/** What a page that says nothing gets. */
const DEFAULT_LOCALE = 'nl';

/** What a page in a language we do not speak gets. */
const FALLBACK_LOCALE = 'en';

/**
 * The locale for a page.
 *
 * @param language The page's `<html lang>`, a BCP 47 tag or empty.
 * @param locales The locales there are.
 * @returns Dutch when the page says nothing; the locale with the same tag, or else with the same
 *   language (`nl-BE` → `nl`); English for any other language.
 */
export function localeFor<Locale extends string>(
  language: string,
  locales: readonly Locale[],
): Locale {
  const wanted = language.trim().toLowerCase() || DEFAULT_LOCALE;
  const find = (tag: string) => locales.find((locale) => locale.toLowerCase() === tag);
  const found = find(wanted) ?? find(wanted.split('-')[0] ?? '') ?? find(FALLBACK_LOCALE);
  if (found === undefined)
    throw new Error(`There is no locale ${FALLBACK_LOCALE} to fall back to.`);
  return found;
}
