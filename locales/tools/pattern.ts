import { createHash } from 'node:crypto';
import type { Placeholder } from '@lit/localize-tools/lib/messages.js';

/** A message as lit-localize reads it: texts, with the expressions of the code between them. */
export type Contents = readonly (string | Placeholder)[];

/** A message as people write it: "You have {0} of your {1} codes left". */
export type Pattern = string;

const PLACEHOLDER = /\{(\d+)\}/;

export const patternOf = (contents: Contents): Pattern =>
  contents.map((part) => (typeof part === 'string' ? part : `{${part.index}}`)).join('');

/** The contents of a pattern: its placeholders become the expressions of the source. */
export function contentsOf(pattern: Pattern, source: Contents): Contents {
  const expressions = placeholdersIn(source);
  // Every second part is the number between the braces.
  return pattern.split(PLACEHOLDER).flatMap((part, at) => {
    if (at % 2 === 0) return part ? [part] : [];
    return [expressions.find(({ index }) => index === Number(part)) ?? `{${part}}`];
  });
}

export const placeholdersIn = (contents: Contents): readonly Placeholder[] =>
  contents.filter((part) => typeof part !== 'string');

/** Describes the faults in the placeholders of a translation: "has no {1}, has {2}". */
export function wrongPlaceholders(target: Pattern, source: Contents): string | undefined {
  const wanted = indexesIn(patternOf(source));
  const found = indexesIn(target);
  const wrong = [
    ...wanted.filter((index) => !found.includes(index)).map((index) => `has no {${index}}`),
    ...found.filter((index) => !wanted.includes(index)).map((index) => `has {${index}}`),
    ...wanted
      .filter((index) => found.filter((other) => other === index).length > 1)
      .map((index) => `has {${index}} more than once`),
  ];
  return wrong.length > 0 ? wrong.join(', ') : undefined;
}

const indexesIn = (pattern: Pattern): readonly string[] =>
  pattern.split(PLACEHOLDER).filter((_, at) => at % 2 === 1);

/**
 * Returns a translation after its English has changed. If the expressions only moved, each value moves
 * along, so that nobody reads swapped values until the translation is edited.
 */
export function carryOver(target: Pattern, before: Contents, now: Contents): Pattern {
  const current = placeholdersIn(now);
  const moves = placeholdersIn(before).map(
    ({ index, untranslatable }) =>
      [String(index), current.filter((one) => one.untranslatable === untranslatable)] as const,
  );
  const haveMoved = moves.every(([, found]) => found.length === 1);
  if (!haveMoved || patternOf(before) === patternOf(now)) return target;
  const moved = new Map(moves.map(([index, [found]]) => [index, found?.index]));
  return target
    .split(PLACEHOLDER)
    .map((part, at) => (at % 2 === 0 ? part : `{${moved.get(part) ?? part}}`))
    .join('');
}

/** A hash that is long enough to notice a change. */
export const hashOf = (pattern: Pattern): string =>
  createHash('sha256').update(pattern).digest('hex').slice(0, 16);
