import { configureLocalization, type LocaleModule } from '@lit/localize';
import { allLocales, sourceLocale, targetLocales } from './generated/locale-codes.js';
import * as dutch from './generated/nl.js';
import { localeFor } from './locale-for.js';

/** A locale the library speaks. */
export type Locale = (typeof allLocales)[number];

/** Dutch is in the bundle, so that the first thing painted is Dutch; others load when asked for. */
const templates = {
  nl: () => Promise.resolve(dutch),
  'nl-x-formal': () => import('./generated/nl-x-formal.js'),
  de: () => import('./generated/de.js'),
  fr: () => import('./generated/fr.js'),
} satisfies Record<(typeof targetLocales)[number], () => Promise<LocaleModule>>;

/**
 * The only configuration of @lit/localize in the library: a second one would throw. The built
 * library carries its own copy of @lit/localize, so a page that uses it too is not disturbed.
 */
const localization = configureLocalization({
  sourceLocale,
  targetLocales,
  loadLocale: (locale) => templates[locale as keyof typeof templates](),
});

/** The locale every tag on the page is showing now. */
export const getLocale = (): Locale => localization.getLocale() as Locale;

/**
 * Shows every tag on the page in a locale. There is one locale a page (README, Languages).
 *
 * @param locale One of the library's locales.
 * @returns Resolves when the locale's words are there.
 * @throws When the library does not speak this locale.
 */
export const setLocale = (locale: Locale): Promise<void> => localization.setLocale(locale);

const pageLocale = (): Locale => localeFor(document.documentElement.lang, allLocales);

/** `<html lang>` decides, also when a script changes it later. */
function followPage(): void {
  void setLocale(pageLocale());
  new MutationObserver(() => void setLocale(pageLocale())).observe(document.documentElement, {
    attributeFilter: ['lang'],
  });
}

// Importing the library where there is no document (a server render) must not fail.
if (typeof document !== 'undefined') followPage();
