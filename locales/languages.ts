import type { Locale } from '../src/localization/locale.js';

export type { Locale };

/**
 * The name of each locale in its own language, in the order of menus: those of the portal, its manual
 * and Storybook, and the stories' tests.
 */
export const LANGUAGES = {
  nl: 'Nederlands',
  'nl-x-formal': 'Nederlands (u)',
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
} as const satisfies Record<Locale, string>;

export const LOCALES = Object.keys(LANGUAGES) as Locale[];
