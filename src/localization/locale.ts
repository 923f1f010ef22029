import { configureLocalization, type LocaleModule } from '@lit/localize';
import { allLocales, sourceLocale, targetLocales } from './generated/locale-codes.js';
import * as dutch from './generated/nl.js';
import { localeFor } from './locale-for.js';

/** A locale the library speaks. */
export type Locale = (typeof allLocales)[number];

/** Dutch and English are in the bundle; each other locale is a file of its own, loaded when a page asks. */
const INSIDE = ['en', 'nl'] as const satisfies readonly Locale[];

const outside: Record<Exclude<Locale, (typeof INSIDE)[number]>, () => Promise<LocaleModule>> = {
  'nl-x-formal': () => import('./generated/nl-x-formal.js'),
  de: () => import('./generated/de.js'),
  fr: () => import('./generated/fr.js'),
};

/** The words that are there. Those of the source locale are in the code itself. */
const words = new Map<string, LocaleModule>([
  ['en', { templates: {} }],
  ['nl', dutch],
]);

/**
 * The only configuration of @lit/localize in the library: a second one would throw. The built
 * library carries its own copy of @lit/localize, so a page that uses it too is not disturbed.
 *
 * It is only asked for words that are there: a locale that it could not load, it would never try again.
 */
const localization = configureLocalization({
  sourceLocale,
  targetLocales,
  loadLocale: (locale) => Promise.resolve(words.get(locale) ?? dutch),
});

/** Milliseconds that a tag waits for words before its first paint: after that, other words are better. */
const PATIENCE = 3000;

const loading = new Map<Locale, Promise<void>>();
let wanted: Locale | undefined;
let awaited: Promise<void> | undefined;
let stopWaiting: (() => void) | undefined;

/** The locale every tag on the page is showing now. */
export const getLocale = (): Locale => localization.getLocale() as Locale;

/**
 * Ends when the words are there that the page wants, or it has other words; never fails. A tag waits for
 * it before its first paint, so that a page in German does not begin in another language.
 *
 * @returns Nothing while no words are to come.
 */
export const pendingLocale = (): Promise<void> | undefined => awaited;

/**
 * Shows every tag on the page in a locale. There is one locale a page (README, Languages), and this is
 * it until `<html lang>` gets another language.
 *
 * The words of most locales are in a file of their own. Until they are there the tags keep the words
 * they have, but for three seconds at most: then, and where the file cannot be had, they speak the
 * nearest locale that needs no file: Dutch for formal Dutch, English for any other language.
 *
 * @param locale One of the library's locales.
 * @returns Resolves when the tags speak it. Rejects when its words cannot be loaded; asking again tries
 *   again, except in browsers that keep a failed import until the page is loaded anew (before 2026).
 * @throws When the library does not speak this locale.
 */
export function setLocale(locale: Locale): Promise<void> {
  if (!allLocales.includes(locale)) throw new Error(`There is no locale "${String(locale)}".`);
  wanted = locale;
  stopWaiting?.();
  if (words.has(locale)) return localization.setLocale(locale);
  const shown = load(locale as keyof typeof outside).then(() => showIfWanted(locale));
  const enough = runsOut(shown).then((isOut) => {
    if (isOut) return showIfWanted(locale, localeFor(locale, INSIDE));
  });
  awaited = enough;
  void enough.then(() => {
    if (awaited === enough) awaited = undefined;
  });
  return shown;
}

/** Shows a locale, or another in its place, unless yet another was asked for since. */
async function showIfWanted(locale: Locale, shown = locale): Promise<void> {
  if (wanted === locale) await localization.setLocale(shown);
}

/** Loads words once; when that fails, the next who asks tries again. */
function load(locale: keyof typeof outside): Promise<void> {
  const known = loading.get(locale);
  if (known) return known;
  const loaded = outside[locale]().then(
    (module) => void words.set(locale, module),
    (error: unknown) => {
      loading.delete(locale);
      throw error;
    },
  );
  loading.set(locale, loaded);
  return loaded;
}

/** Whether this fails, or patience ends, before it succeeds or other words are wanted. */
function runsOut(promise: Promise<void>): Promise<boolean> {
  return new Promise((resolve) => {
    stopWaiting = () => resolve(false);
    const timer = setTimeout(() => resolve(true), PATIENCE);
    void promise
      .then(
        () => resolve(false),
        () => resolve(true),
      )
      .then(() => clearTimeout(timer));
  });
}

/**
 * `<html lang>` decides, also when a script changes it later. One that only says the same again changes
 * nothing: what `setLocale` chose, such as formal Dutch on a page in Dutch, stays.
 */
function followPage(): void {
  let followed: Locale | undefined;
  const follow = () => {
    const locale = localeFor(document.documentElement.lang, allLocales);
    if (locale === followed) return;
    followed = locale;
    setLocale(locale).catch(() => {
      if (followed === locale) followed = undefined;
    });
  };
  follow();
  new MutationObserver(follow).observe(document.documentElement, { attributeFilter: ['lang'] });
}

// Importing the library where there is no document (a server render) must not fail.
if (typeof document !== 'undefined') followPage();
