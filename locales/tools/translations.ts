import type { Message } from '@lit/localize-tools/lib/messages.js';
import { contentsOf, wrongPlaceholders, type Contents, type Pattern } from './pattern.js';

/** The locales that a locale is a variant of, the nearest first: `nl` for `nl-x-formal`. */
const relativesOf = (locale: string, locales: readonly string[]): readonly string[] =>
  locales.filter((other) => locale.startsWith(`${other}-`)).toSorted((a, b) => b.length - a.length);

/**
 * Every message in every locale. Where a locale has no translation, or one that would lose a value, it
 * has that of the locale it is a variant of: a page in formal Dutch never shows English where there is
 * Dutch. Otherwise it has the English.
 *
 * @param targets The translations in the files, by locale and message id.
 */
export function translationsOf(
  messages: readonly Message[],
  targets: ReadonlyMap<string, ReadonlyMap<string, Pattern>>,
): Map<string, ReadonlyMap<string, Contents>> {
  const locales = [...targets.keys()];
  const translate = (locale: string, { name, contents }: Message): Contents => {
    const pattern = [locale, ...relativesOf(locale, locales)]
      .map((each) => targets.get(each)?.get(name))
      .find((target) => target !== undefined && !wrongPlaceholders(target, contents));
    return pattern === undefined ? contents : contentsOf(pattern, contents);
  };
  return new Map(
    locales.map((locale) => [
      locale,
      new Map(messages.map((message) => [message.name, translate(locale, message)])),
    ]),
  );
}
