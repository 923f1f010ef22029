import { templates as dutch } from './generated/nl.js';
import type { Locale } from './locale-for.js';

/** The messages of a locale by id, with `{0}`, `{1}` for the values. */
export type Patterns = Readonly<Record<string, string>>;

/**
 * The locale in the bundle, active before the first paint. Each other locale is a file of its own, loaded
 * when a page uses it.
 */
export const BUNDLED_LOCALE = 'nl' satisfies Locale;

/** The messages of the bundled locale. A build leaves none here: it writes each in the code (src/build/messages.ts). */
export const BUNDLED_PATTERNS: Patterns = dutch;

let active: Locale = BUNDLED_LOCALE;
let activePatterns = BUNDLED_PATTERNS;

/** Dispatches `change` when another locale is active. */
export const localeChanges = new EventTarget();

/** Returns the locale that the elements on the page use now. */
export const getLocale = (): Locale => active;

/** Returns a message of the active locale, or `undefined` if its text is in the code. */
export const activePattern = (id: string): string | undefined => activePatterns[id];

/** Makes all elements of this copy of the library use a locale. */
export function activateLocale(locale: Locale, patterns: Patterns): void {
  active = locale;
  activePatterns = patterns;
  localeChanges.dispatchEvent(new Event('change'));
}
