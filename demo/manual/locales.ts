/** The languages of the portal and of its manual; Dutch first. */
export const LOCALES = ['nl', 'nl-x-formal', 'en', 'de', 'fr'] as const;

export type Locale = (typeof LOCALES)[number];
