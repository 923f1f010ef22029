import type { allLocales } from './generated/locale-codes.js';

// Not in locale-loader.ts, whose types need @lit/localize: a page may not have that.
/** A locale of the library. */
export type Locale = (typeof allLocales)[number];

/** The locale of a page without `<html lang>`. */
const DEFAULT_LOCALE = 'nl';

/** The locale of a page in a language that the library does not have. */
const FALLBACK_LOCALE = 'en';

/** Matches the `lang` of a page that knows no language: a template without a value, or a tag for it. */
const NO_LANGUAGE = /^(und|null|undefined|none)?$/;

/**
 * Returns the locale for a page.
 *
 * - If `language` names none, Dutch.
 * - The locale with the same private part, regardless of the region and of how it is marked
 *   (`nl-BE-x-formal`, and `nl-NL-formal` of WordPress → `nl-x-formal`).
 * - The locale with the same tag, or with the longest beginning of it (`de-AT` → `de`).
 * - For any other language, English.
 *
 * Why it is not strict: servers write their own notation into `lang`, such as `nl_NL`, `nl_NL.UTF-8`,
 * `nl_BE@euro`, `dut`, `nl,en` or `Dutch`, and what is meant is plain.
 *
 * @param language The page's `<html lang>`, in any spelling, or empty.
 * @param locales The available locales.
 */
export function localeFor<Available extends string>(
  language: string,
  locales: readonly Available[],
): Available {
  const said = language.trim().toLowerCase();
  const wanted = NO_LANGUAGE.test(said) ? DEFAULT_LOCALE : said;
  const [first = '', ...others] = wanted.match(/[\p{L}\d]+/gu) ?? [];
  const spoken = shortCode(first, locales);
  const candidates = [
    ...others.map((part) => `${spoken}-x-${part}`),
    ...others.map((_, index) => [spoken, ...others.slice(0, others.length - index)].join('-')),
    spoken,
    FALLBACK_LOCALE,
  ];
  for (const candidate of candidates) {
    const found = locales.find((locale) => locale.toLowerCase() === candidate);
    if (found !== undefined) return found;
  }
  throw new Error(`There is no locale ${FALLBACK_LOCALE} to fall back to.`);
}

/** The codes of ISO 639-2/B, which Safari does not know. */
const BIBLIOGRAPHIC: Readonly<Record<string, string>> = { dut: 'nl', fre: 'fr', ger: 'de' };

/** Returns `nl` for `dut` and `nld`, and for the name of the language, in English or in itself. */
function shortCode(language: string, locales: readonly string[]): string {
  if (language.length < 3) return language;
  // Throws for text that is no language tag.
  if (/^[a-z]{3}$/.test(language))
    return BIBLIOGRAPHIC[language] ?? new Intl.Locale(language).language;
  const isName = (code: string, reader: string) =>
    new Intl.DisplayNames(reader, { type: 'language' }).of(code)?.toLowerCase() === language;
  return (
    locales
      .map((locale) => locale.replace(/-.*/, ''))
      .find((code) => isName(code, FALLBACK_LOCALE) || isName(code, code)) ?? language
  );
}
