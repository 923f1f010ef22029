/**
 * The languages of the portal and of its manual, each by its own name, in the order of the menu. They
 * are the locales of the library (`locales/lit-localize.json`), which a test compares.
 */
export const LANGUAGES = {
  nl: 'Nederlands',
  'nl-x-formal': 'Nederlands (u)',
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
} as const;

export type Locale = keyof typeof LANGUAGES;

export const LOCALES = Object.keys(LANGUAGES) as Locale[];
