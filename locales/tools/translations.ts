import type { Message } from '@lit/localize-tools/lib/messages.js';
import { contentsOf, patternOf, wrongPlaceholders, type Pattern } from './pattern.js';

/** The locales that a locale is a kind of, the nearest first: `nl-x-formal` of `nl`. */
const relativesOf = (locale: string, locales: readonly string[]): readonly string[] =>
  locales.filter((other) => locale.startsWith(`${other}-`)).toSorted((a, b) => b.length - a.length);

/**
 * What every locale says of every message. Where it has no translation, or one that would lose a value,
 * it speaks as the locale that it is a kind of does: a page in formal Dutch never shows English where
 * there is Dutch. Then English.
 *
 * @param targets The translations there are, by locale and message id.
 */
export function translationsOf(
  messages: readonly Message[],
  targets: ReadonlyMap<string, ReadonlyMap<string, Pattern>>,
): Map<string, Message[]> {
  const sayIn = (locale: string, { name, contents }: Message): Pattern | undefined => {
    const target = targets.get(locale)?.get(name);
    return target === undefined || wrongPlaceholders(target, contents) ? undefined : target;
  };
  const locales = [...targets.keys()];
  return new Map(
    locales.map((locale) => [
      locale,
      messages.map((message) => {
        const said = [locale, ...relativesOf(locale, locales)]
          .map((each) => sayIn(each, message))
          .find((pattern) => pattern !== undefined);
        const { name, contents } = message;
        return { name, contents: [...contentsOf(said ?? patternOf(contents), contents)] };
      }),
    ]),
  );
}
