import { createHash } from 'node:crypto';
import type { Placeholder } from '@lit/localize-tools/lib/messages.js';

/** A message as lit-localize has it: texts, and the expressions of the code between them. */
export type Contents = readonly (string | Placeholder)[];

/** A message as people write it: "You have {0} of your {1} codes left". */
export type Pattern = string;

const PLACEHOLDER = /\{(\d+)\}/;

export const patternOf = (contents: Contents): Pattern =>
  contents.map((part) => (typeof part === 'string' ? part : `{${part.index}}`)).join('');

/** What a pattern says, with the expressions that its source has for its placeholders. */
export function contentsOf(pattern: Pattern, source: Contents): Contents {
  const expressions = placeholdersIn(source);
  // Each second part is what stood between the braces.
  return pattern.split(PLACEHOLDER).flatMap((part, at) => {
    if (at % 2 === 0) return part ? [part] : [];
    return [expressions.find(({ index }) => index === Number(part)) ?? `{${part}}`];
  });
}

export const placeholdersIn = (contents: Contents): readonly Placeholder[] =>
  contents.filter((part) => typeof part !== 'string');

/** What is wrong with the placeholders of a translation: "has no {1}, has {2}". */
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
 * A translation after its English has changed. Where the expressions of the code only changed places,
 * each value stays with its words; where the English says the same around them, `{0}` stays `{0}`.
 */
export function carryOver(target: Pattern, before: Contents, now: Contents): Pattern {
  const old = placeholdersIn(before);
  const current = placeholdersIn(now);
  const places = old.map(
    (placeholder) =>
      [
        String(placeholder.index),
        current.filter(({ untranslatable }) => untranslatable === placeholder.untranslatable),
      ] as const,
  );
  const haveMoved = places.every(([, found]) => found.length === 1);
  if (!haveMoved || patternOf(before) === patternOf(now)) return target;
  const moved = new Map(places.map(([index, [found]]) => [index, found?.index]));
  return target
    .split(PLACEHOLDER)
    .map((part, at) => (at % 2 === 0 ? part : `{${moved.get(part) ?? part}}`))
    .join('');
}

/** Enough of a hash to notice a change by. */
export const hashOf = (pattern: Pattern): string =>
  createHash('sha256').update(pattern).digest('hex').slice(0, 16);
