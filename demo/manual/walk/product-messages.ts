import { readFileSync } from 'node:fs';
import { DOMParser, type Element } from '@xmldom/xmldom';
import type { Locale } from '../../server/pages/languages.js';
import { ManualError } from '../manual-error.js';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

/** `{0}` for each placeholder, as messages are written everywhere else. */
function patternOf(element: Element): string {
  return Array.from(element.childNodes, (node) =>
    'getAttribute' in node
      ? `{${(node as Element).getAttribute('id') ?? ''}}`
      : (node.nodeValue ?? ''),
  ).join('');
}

/** The messages of the tags in a language, by id; English where there is no translation yet. */
function readMessages(locale: Locale): Map<string, string> {
  const file = locale === 'en' ? 'nl' : locale;
  const xliff = new DOMParser().parseFromString(read(`locales/${file}.xlf`), 'text/xml');
  const messages = new Map<string, string>();
  for (const unit of Array.from(xliff.getElementsByTagName('trans-unit'))) {
    const source = unit.getElementsByTagName('source')[0];
    const target = locale === 'en' ? undefined : unit.getElementsByTagName('target')[0];
    const chosen = target ?? source;
    if (chosen) messages.set(unit.getAttribute('id') ?? '', patternOf(chosen));
  }
  return messages;
}

/** The translations of the portal's own texts, by the Dutch text. */
const readPortal = (locale: Locale): Partial<Record<string, string>> =>
  locale === 'nl'
    ? {}
    : (JSON.parse(read(`demo/portal/assets/languages/${locale}.json`)) as Record<string, string>);

const PLURAL_CATEGORIES: readonly Intl.LDMLPluralRule[] = ['one', 'two', 'few', 'many', 'other'];

const isString = (value: string | undefined): value is string => value !== undefined;

/** Names are compared without soft hyphens, as assistive technology leaves them out. */
const asExpression = (pattern: string): string =>
  pattern
    .replaceAll('\u00ad', '')
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+')
    .replace(/\{\d+\}/g, '.+');

/** What the product calls things in a language: so that the manual finds them by their names. */
export class ProductWords {
  readonly locale: Locale;
  readonly #messages: Map<string, string>;
  readonly #portal: Partial<Record<string, string>>;

  constructor(locale: Locale) {
    this.locale = locale;
    this.#messages = readMessages(locale);
    this.#portal = readPortal(locale);
  }

  /** A message of the tags, in any of its plural forms, with anything where its placeholders are. */
  message(id: string): RegExp {
    const forms = [id, ...PLURAL_CATEGORIES.map((category) => `${id}.${category}`)];
    const patterns = forms.map((form) => this.#messages.get(form)).filter(isString);
    if (patterns.length === 0) {
      throw new ManualError(`The tags have no message “${id}”, which the manual's walk looks for.`);
    }
    return new RegExp(`^\\s*(?:${patterns.map(asExpression).join('|')})\\s*$`, 'u');
  }

  /** The messages of the tags that have nothing to fill in and are too long to be in a text by chance. */
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
