import { templates } from '../../src/localization/generated/nl.js';

/** The id of a message of the library. */
export type MessageId = keyof typeof templates;

/** The parts of a message in the order of the Dutch sentence: its texts, and its values by their index. */
const partsOf = (id: MessageId): readonly (string | { readonly index: number })[] =>
  templates[id]
    .split(/\{(\d+)\}/)
    .map((part, at) => (at % 2 === 0 ? part : { index: Number(part) }));

/**
 * The Dutch text of a message of the library. Tests name a button, a heading or an error by the id of
 * its message, so that a change of the text changes no test.
 *
 * @param values The values of `{0}`, `{1}` and so on, as they read on the page.
 * @example button(element, message('code.submit')).click();
 * @example expect(labelOf(field(element))).to.equal(message('code.label', 6));
 */
export const message = (id: MessageId, ...values: readonly (string | number)[]): string =>
  partsOf(id)
    .map((part) => {
      if (typeof part === 'string') return part;
      const value = values[part.index];
      if (value === undefined) throw new Error(`"${id}" needs a value for {${part.index}}.`);
      return value;
    })
    .join('');

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/**
 * Matches a message of which not every value is known.
 *
 * @param values As for {@link message}; a value that is left out may be anything.
 * @example untilText(element, messagePattern('authenticators.linked-on'))
 */
export const messagePattern = (
  id: MessageId,
  ...values: readonly (string | number | RegExp | undefined)[]
): RegExp =>
  new RegExp(
    partsOf(id)
      .map((part) => {
        if (typeof part === 'string') return escaped(part);
        const value = values[part.index] ?? /.+/;
        return value instanceof RegExp ? value.source : escaped(String(value));
      })
      .join(''),
  );
