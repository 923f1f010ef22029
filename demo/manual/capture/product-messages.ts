import { readFileSync } from 'node:fs';
import { patternOf } from '../../../locales/tools/pattern.js';
import { readXliff } from '../../../locales/tools/read-xliff.js';
import type { Locale } from '../../../locales/languages.js';
import { ManualError } from '../manual-error.js';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** The messages of the elements by id; English where a translation is missing. */
function readMessages(locale: Locale): ReadonlyMap<string, string> {
  // Every file has the English as its source.
  const units = readXliff(read(`locales/${locale === 'en' ? 'nl' : locale}.xlf`));
  return new Map(
    Array.from(units, ([id, { source, target }]) => [
      id,
      (locale === 'en' ? undefined : target) ?? patternOf(source),
    ]),
  );
}

/** The translations of the portal's own texts, by the Dutch text. */
const readPortalTexts = (locale: Locale): Partial<Record<string, string>> =>
  locale === 'nl'
    ? {}
    : (JSON.parse(read(`demo/portal/assets/languages/${locale}.json`)) as Record<string, string>);

const PLURAL_CATEGORIES: readonly Intl.LDMLPluralRule[] = ['one', 'two', 'few', 'many', 'other'];

const isString = (value: string | undefined): value is string => value !== undefined;

/** Leaves out soft hyphens, as accessible names do. */
const asExpression = (pattern: string): string =>
  pattern
    .replaceAll('\u00ad', '')
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+')
    .replace(/\{\d+\}/g, '.+');

/** The texts of the elements and of the portal in one language, by which the manual finds controls. */
export class ProductMessages {
  readonly locale: Locale;
  readonly #messages: ReadonlyMap<string, string>;
  readonly #portal: Partial<Record<string, string>>;

  constructor(locale: Locale) {
    this.locale = locale;
    this.#messages = readMessages(locale);
    this.#portal = readPortalTexts(locale);
  }

  /** Matches a message of the elements in any of its plural forms, with any values in its placeholders. */
  message(id: string): RegExp {
    const forms = [id, ...PLURAL_CATEGORIES.map((category) => `${id}.${category}`)];
    const patterns = forms.map((form) => this.#messages.get(form)).filter(isString);
    if (patterns.length === 0) {
      throw new ManualError(`The elements have no message “${id}”, which the manual looks for.`);
    }
    return new RegExp(`^\\s*(?:${patterns.map(asExpression).join('|')})\\s*$`, 'u');
  }

  /** The messages without placeholders that are too long to occur in a text by chance. */
  sentences(): string[] {
    return [...this.#messages.values()].filter(
      (text) => !text.includes('{') && text.split(' ').length > 2,
    );
  }

  /** A text of the portal's own pages. */
  portal(dutch: string): string {
    return this.locale === 'nl' ? dutch : (this.#portal[dutch] ?? dutch);
  }
}
