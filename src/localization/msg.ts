import { msg as litMsg, type StrResult } from '@lit/localize';
import { customPattern } from './custom-messages.js';

export { str } from '@lit/localize';

/** A message before it is translated: a text, or one with values in it, written with `str`. */
type Template = string | StrResult;

/** By the last field `lit-localize extract` knows a call of this function for a message. */
interface Msg {
  (template: Template, options: { readonly id: string; readonly desc: string }): string;
  _LIT_LOCALIZE_MSG_: never;
}

/** The translation. By this type `extract` does not take the call itself for a message. */
const translate = (template: Template, id: string): string =>
  (litMsg as (template: Template, options: { id: string }) => string)(template, { id });

/** The values of a message, in the order of the source. */
const valuesOf = (template: Template): readonly string[] =>
  typeof template === 'string' ? [] : template.values.map(String);

/** A translated message with `{0}`, `{1}` where its values go: what translators and pages write. */
function patternOf(template: Template, id: string): string {
  if (typeof template === 'string') return translate(template, id);
  return translate({ ...template, values: template.values.map((_, index) => `{${index}}`) }, id);
}

/** A pattern with its values in place. */
const fill = (pattern: string, values: readonly string[]): string =>
  pattern.replaceAll(/\{(\d+)\}/g, (placeholder, index) => values[Number(index)] ?? placeholder);

/** One message on its way to the screen. */
export interface TransformedMessage {
  readonly id: string;
  /** In the page's locale, with `{0}`, `{1}` where its values go. */
  readonly pattern: string;
  readonly values: readonly string[];
}

let passed: ((message: TransformedMessage) => string) | undefined;

/**
 * Lets every message pass through a function that gives its text; for Storybook and tests, which mark
 * messages or make pseudo-locales of them. `undefined` ends it.
 */
export function setMessageTransform(through: typeof passed): void {
  passed = through;
}

/**
 * A message in the page's locale: the page's own words for it, else the translation. Always a plain text;
 * a sentence with an element in it is put together by `sentenceAround`.
 *
 * The one door to `@lit/localize`'s function of the same name. Each message has an `id` and, for
 * translators, a `desc` that begins with the screen it stands on.
 */
export const msg = ((template, { id }): string => {
  const own = customPattern(id);
  if (passed) {
    return passed({ id, pattern: own ?? patternOf(template, id), values: valuesOf(template) });
  }
  return own === undefined ? translate(template, id) : fill(own, valuesOf(template));
}) as Msg;
