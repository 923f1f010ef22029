import type { LocaleModule } from '@lit/localize';
import { templates } from './generated/nl.js';
import type { Locale } from './locale-for.js';

/** The locales in the bundle. Each other locale is a file of its own, loaded when a page uses it. */
export const BUNDLED_LOCALES = ['en', 'nl'] as const satisfies readonly Locale[];

type FileLocale = Exclude<Locale, (typeof BUNDLED_LOCALES)[number]>;

const files: Record<FileLocale, () => Promise<LocaleModule>> = {
  'nl-x-formal': () => import('./generated/nl-x-formal.js'),
  de: () => import('./generated/de.js'),
  fr: () => import('./generated/fr.js'),
};

// Not `import * as`: for that, a bundler copies all members of an object, also those it inherits.
const dutch: LocaleModule = { templates };

/** The messages that are loaded. Those of the source locale are in the code itself. */
const loaded = new Map<string, LocaleModule>([
  ['en', { templates: {} }],
  ['nl', dutch],
]);

const loading = new Map<Locale, Promise<void>>();

/** Milliseconds that an element waits for its locale before it renders in another one. */
const LOAD_TIMEOUT = 3000;

let cancelTimeout: (() => void) | undefined;

/** Returns the messages of a locale that is loaded. */
export const messagesOf = (locale: string): LocaleModule => loaded.get(locale) ?? dutch;

/** Returns true if {@link loadLocale} has to load a file before the locale can be used. */
export const needsFile = (locale: Locale): locale is FileLocale => !loaded.has(locale);

/** Loads the messages of a locale once. If that fails, the next call tries again. */
export function loadLocale(locale: FileLocale): Promise<void> {
  const pending = loading.get(locale);
  if (pending) return pending;
  const promise = files[locale]().then(
    (module) => void loaded.set(locale, module),
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
export function timesOut(promise: Promise<void>): Promise<boolean> {
  return new Promise((resolve) => {
    cancelTimeout = () => resolve(false);
    const timer = setTimeout(() => resolve(true), LOAD_TIMEOUT);
    void promise
      .then(
        () => resolve(false),
        () => resolve(true),
      )
      .then(() => clearTimeout(timer));
  });
}
