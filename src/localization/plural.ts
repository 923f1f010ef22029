import { getLocale } from './active-locale.js';

/** A message for each plural form that a language has beside `other` (CLDR). */
type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, () => string>>> & {
  readonly other: () => string;
};

/** Rules by locale, because they are slow to create. */
const rules = new Map<string, Intl.PluralRules>();

function formOf(count: number): Intl.LDMLPluralRule {
  const locale = getLocale();
  const known = rules.get(locale) ?? new Intl.PluralRules(locale);
  rules.set(locale, known);
  return known.select(count);
}

/**
 * Returns the message for a count, in its plural form in the locale of the page. Each form is a message
 * of its own, with an id that ends in the form: `.one`, `.other`.
 *
 * French uses `one` for 0 as well, so 0 has a message of its own wherever it can occur.
 *
 * @param count A whole number, 0 or more.
 */
export const plural = (count: number, forms: Forms): string =>
  (forms[formOf(count)] ?? forms.other)();
