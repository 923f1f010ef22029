import type { StrResult } from '@lit/localize';
import { activePattern } from './active-locale.js';
import { customPattern } from './custom-messages.js';

export { str } from '@lit/localize';

/** A message in the code: a string, or a string with values, written with `str`. */
type Template = string | StrResult;

/** `lit-localize extract` recognizes a call of this function by the last field. */
interface Msg {
  (template: Template, options: { readonly id: string; readonly desc: string }): string;
  _LIT_LOCALIZE_MSG_: never;
}

/** Matches the place of a value in a pattern. */
const VALUE = /\{(\d+)\}/g;

/** Matches letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * Keeps a value from changing the order of the text around it, or the text that of the value, where
 * either is written from right to left. The two characters are invisible (Unicode 9, 2.4: isolates).
 */
const isolate = (pattern: string, values: readonly string[]): string[] =>
  values.map((value) => (RIGHT_TO_LEFT.test(pattern + value) ? `\u2068${value}\u2069` : value));

/** Returns true if {@link setMessageTransform} has set a function. */
export const hasMessageTransform = (): boolean => transform !== undefined;

/** Replaces `{0}`, `{1}` in a pattern with the values. */
export const fill = (pattern: string, values: readonly string[]): string =>
  pattern.replaceAll(VALUE, (placeholder, index) => values[Number(index)] ?? placeholder);

/** A message before it is displayed. */
export interface TransformedMessage {
  readonly id: string;
  /** In the locale of the page, with `{0}`, `{1}` for the values. */
  readonly pattern: string;
  readonly values: readonly string[];
}

let transform: ((message: TransformedMessage) => string) | undefined;

/**
 * Sets a function that returns the text of every message. Storybook and tests use it to mark messages
 * and for pseudo-locales. `undefined` removes it.
 */
export function setMessageTransform(newTransform: typeof transform): void {
  transform = newTransform;
}

/**
 * Returns a message in the locale of the page: the page's own message, or else the translation. It is
 * always plain text. A build writes calls of this function in place of those of {@link msg}
 * (src/build/messages.ts).
 *
 * @param pattern The message where there is no translation, with `{0}`, `{1}` for the values.
 */
export function message(id: string, pattern: string, ...given: readonly unknown[]): string {
  const values = given.map(String);
  const used = customPattern(id, values.length) ?? activePattern(id) ?? pattern;
  if (transform) return transform({ id, pattern: used, values });
  return values.length > 0 ? fill(used, isolate(used, values)) : used;
}

/**
 * Returns a message in the locale of the page, as {@link message} does. Each has an `id` and, for
 * translators, a `desc` that starts with the screen on which it shows.
 *
 * @example
 * ```ts
 * msg(str`Linked on ${day}`, { id: 'authenticators.linked-on', desc: 'Linked apps: {0} is a date' });
 * ```
 */
export const msg = ((template, { id }): string => {
  if (typeof template === 'string') return message(id, template);
  const { strings, values } = template;
  const pattern = strings.reduce((before, text, index) => `${before}{${index - 1}}${text}`);
  return message(id, pattern, ...values);
}) as Msg;
