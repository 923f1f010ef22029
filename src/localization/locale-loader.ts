import { loadOnce } from '../backend/load-once.js';
import { BUNDLED_LOCALE, BUNDLED_PATTERNS, type Patterns } from './active-locale.js';
import type { Locale } from './locale-for.js';

type FileLocale = Exclude<Locale, typeof BUNDLED_LOCALE>;

const files: Record<FileLocale, () => Promise<{ readonly templates: Patterns }>> = {
  en: loadOnce(() => import('./generated/en.js')),
  'nl-x-formal': loadOnce(() => import('./generated/nl-x-formal.js')),
  de: loadOnce(() => import('./generated/de.js')),
  fr: loadOnce(() => import('./generated/fr.js')),
};

/** The messages that are here. */
const loaded = new Map<Locale, Patterns>([[BUNDLED_LOCALE, BUNDLED_PATTERNS]]);

let cancelTimeout: (() => void) | undefined;

/** Returns the messages of a locale if they are here. */
export const loadedPatterns = (locale: Locale): Patterns | undefined => loaded.get(locale);

/** Loads the messages of a locale once. If that fails, the next call tries again. */
export async function loadPatterns(locale: Locale): Promise<Patterns> {
  const { templates } = await files[locale as FileLocale]();
  loaded.set(locale, templates);
  return templates;
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
