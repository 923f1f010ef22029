import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readXliff } from './read-xliff.js';
import type { LocaleFiles, Lock, Removed, UpdatedLocale } from './update-locale.js';
import { writeXliff } from './write-xliff.js';

/** The files of `locales/`. */
export class LocaleFolder {
  readonly #folder: string;

  /** @param root The folder of the project. */
  constructor(root: string) {
    this.#folder = join(root, 'locales');
  }

  /** @throws With the name of the file that cannot be read. */
  read(locale: string): LocaleFiles {
    return {
      units: this.#parse(`${locale}.xlf`, readXliff) ?? new Map(),
      lock: this.#parse(`lock/${locale}.json`, (text) => JSON.parse(text) as Lock) ?? {},
      removed: this.#parse(`removed/${locale}.json`, (text) => JSON.parse(text) as Removed) ?? {},
    };
  }

  /** By message id, the stories that show it, if Storybook's tests have ever written that down. */
  readStories(): Readonly<Record<string, readonly string[]>> | undefined {
    return this.#parse(
      'stories.json',
      (text) => JSON.parse(text) as Readonly<Record<string, readonly string[]>>,
    );
  }

  write(locale: string, updated: UpdatedLocale, sourceLocale: string): void {
    for (const [name, text] of filesOf(locale, updated, sourceLocale)) this.#write(name, text);
  }

  /** The files that `write` would change. */
  outdated(locale: string, updated: UpdatedLocale, sourceLocale: string): readonly string[] {
    return filesOf(locale, updated, sourceLocale)
      .filter(([name, text]) => this.#text(name) !== text)
      .map(([name]) => `locales/${name}`);
  }

  #text(name: string): string | undefined {
    const path = join(this.#folder, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  }

  #parse<Parsed>(name: string, parse: (text: string) => Parsed): Parsed | undefined {
    const text = this.#text(name);
    if (text === undefined) return undefined;
    try {
      return parse(text);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`locales/${name} cannot be read. ${why}`, { cause: error });
    }
  }

  /** Only where something changes, so that nothing is made again for it. */
  #write(name: string, text: string | undefined): void {
    const path = join(this.#folder, name);
    if (this.#text(name) === text) return;
    if (text === undefined) {
      rmSync(path);
      return;
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** Everything that is kept of a locale: `undefined` for a file with nothing in it. */
function filesOf(
  locale: string,
  { units, lock, removed }: UpdatedLocale,
  sourceLocale: string,
): readonly (readonly [name: string, text: string | undefined])[] {
  const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
  return [
    [`${locale}.xlf`, writeXliff(units, { source: sourceLocale, target: locale })],
    [`lock/${locale}.json`, json(lock)],
    [`removed/${locale}.json`, Object.keys(removed).length > 0 ? json(removed) : undefined],
  ];
}
