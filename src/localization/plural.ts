import { getLocale } from './locale.js';

/** What is said of each plural form that a language has beside `other` (CLDR). */
type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, () => string>>> & {
  readonly other: () => string;
};

/** Rules are slow to make, so there is one a locale. */
const rules = new Map<string, Intl.PluralRules>();

function formOf(count: number): Intl.LDMLPluralRule {
  const locale = getLocale();
  const known = rules.get(locale) ?? new Intl.PluralRules(locale);
  rules.set(locale, known);
  return known.select(count);
}

/**
 * The message for a count, in the plural form that the page's locale has for it. Each form is a message
 * of its own, with an id that ends in the form: `.one`, `.other`.
 *
 * French says `one` of 0 as well, so 0 has a message of its own wherever it can be.
 *
 * @param count A whole number, 0 or more.
 */
export const plural = (count: number, forms: Forms): string =>
  (forms[formOf(count)] ?? forms.other)();
