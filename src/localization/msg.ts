import { msg as litMsg, type StrResult } from '@lit/localize';
import { customPattern } from './custom-messages.js';

export { str } from '@lit/localize';

/** A message before it is translated: a string, or a string with values, written with `str`. */
type Template = string | StrResult;

/** `lit-localize extract` recognizes a call of this function by the last field. */
interface Msg {
  (template: Template, options: { readonly id: string; readonly desc: string }): string;
  _LIT_LOCALIZE_MSG_: never;
}

/** Returns the translation. Because of this type `extract` does not treat the call as a message. */
const translate = (template: Template, id: string): string =>
  (litMsg as (template: Template, options: { id: string }) => string)(template, { id });

/** Returns the values of a message, in the order of the source. */
const valuesOf = (template: Template): readonly string[] =>
  typeof template === 'string' ? [] : template.values.map(String);

/** Matches letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * Keeps a value from changing the order of the text around it, or the text that of the value, where
 * either is written from right to left. The two characters are invisible (Unicode 9, 2.4: isolates).
 */
const isolate = (pattern: string, values: readonly string[]): string[] =>
  values.map((value) => (RIGHT_TO_LEFT.test(pattern + value) ? `\u2068${value}\u2069` : value));

/** Returns a translated message with `{0}`, `{1}` for its values, as translators and pages write it. */
function patternOf(template: Template, id: string): string {
  if (typeof template === 'string') return translate(template, id);
  return translate({ ...template, values: template.values.map((_, index) => `{${index}}`) }, id);
}

/** Returns true if {@link setMessageTransform} has set a function. */
export const hasMessageTransform = (): boolean => transform !== undefined;

/** Replaces `{0}`, `{1}` in a pattern with the values. */
export const fill = (pattern: string, values: readonly string[]): string =>
  pattern.replaceAll(/\{(\d+)\}/g, (placeholder, index) => values[Number(index)] ?? placeholder);

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
 * always plain text.
 *
 * The only caller of the function of the same name in `@lit/localize`. Each message has an `id` and, for
 * translators, a `desc` that starts with the screen on which it shows.
 *
 * @example
 * ```ts
 * msg(str`Linked on ${day}`, { id: 'authenticators.linked-on', desc: 'Linked apps: {0} is a date' });
 * ```
 */
export const msg = ((template, { id }): string => {
  const own = customPattern(id);
  const values = valuesOf(template);
  if (transform) return transform({ id, pattern: own ?? patternOf(template, id), values });
  if (own !== undefined) return fill(own, isolate(own, values));
  return typeof template === 'string'
    ? translate(template, id)
    : translate({ ...template, values: isolate('', values) }, id);
}) as Msg;
