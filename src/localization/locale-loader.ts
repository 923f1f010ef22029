import { BUNDLED_LOCALE, BUNDLED_PATTERNS, type Patterns } from './active-locale.js';
import type { Locale } from './locale-for.js';

type FileLocale = Exclude<Locale, typeof BUNDLED_LOCALE>;

const files: Record<FileLocale, () => Promise<{ readonly templates: Patterns }>> = {
  en: () => import('./generated/en.js'),
  'nl-x-formal': () => import('./generated/nl-x-formal.js'),
  de: () => import('./generated/de.js'),
  fr: () => import('./generated/fr.js'),
};

/** The messages that are here. */
const loaded = new Map<Locale, Patterns>([[BUNDLED_LOCALE, BUNDLED_PATTERNS]]);

const loading = new Map<Locale, Promise<Patterns>>();

let cancelTimeout: (() => void) | undefined;

/** Returns the messages of a locale if they are here. */
export const loadedPatterns = (locale: Locale): Patterns | undefined => loaded.get(locale);

/** Loads the messages of a locale once. If that fails, the next call tries again. */
export function loadPatterns(locale: Locale): Promise<Patterns> {
  const pending = loading.get(locale);
  if (pending) return pending;
  const promise = files[locale as FileLocale]().then(
    ({ templates }) => {
      loaded.set(locale, templates);
      return templates;
    },
    (error: unknown) => {
      loading.delete(locale);
      throw error;
    },
  );
  loading.set(locale, promise);
  return promise;
}

/** Makes the pending {@link timesOut} resolve to false. */
export const stopWaiting = (): void => cancelTimeout?.();

/** Resolves to true if a promise rejects, or if the time is over before it resolves. */
export function timesOut(promise: Promise<void>, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    cancelTimeout = () => resolve(false);
    const timer = setTimeout(() => resolve(true), milliseconds);
    void promise
      .then(
        () => resolve(false),
        () => resolve(true),
      )
      .then(() => clearTimeout(timer));
  });
}
