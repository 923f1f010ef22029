import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readXliff } from './read-xliff.js';
import type { LocaleFiles, Lock, UpdatedLocale } from './update-locale.js';
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
    };
  }

  /** By message id, the stories that show it. `undefined` until the tests of Storybook write it. */
  readStories(): Readonly<Record<string, readonly string[]>> | undefined {
    return this.#parse(
      'stories.json',
      (text) => JSON.parse(text) as Readonly<Record<string, readonly string[]>>,
    );
  }

  /** Writes only the files that change, so that nothing is built again for the others. */
  write(locale: string, updated: UpdatedLocale, sourceLocale: string): void {
    for (const [name, text] of this.#changed(locale, updated, sourceLocale)) {
      const path = join(this.#folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }

  /** The files that `write` would change. */
  outdated(locale: string, updated: UpdatedLocale, sourceLocale: string): readonly string[] {
    return this.#changed(locale, updated, sourceLocale).map(([name]) => `locales/${name}`);
  }

  #changed(locale: string, { units, lock }: UpdatedLocale, source: string): [string, string][] {
    const files: [string, string][] = [
      [`${locale}.xlf`, writeXliff(units, { source, target: locale })],
      [`lock/${locale}.json`, `${JSON.stringify(lock, null, 2)}\n`],
    ];
    return files.filter(([name, text]) => this.#text(name) !== text);
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
}
