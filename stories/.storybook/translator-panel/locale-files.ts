import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { patternOf } from '../../../locales/tools/pattern.js';
import { readXliff, type Unit } from '../../../locales/tools/read-xliff.js';
import { STALE } from '../../../locales/tools/update-locale.js';
import {
  LOCALES_CHANGED,
  type BrokenFile,
  type LocaleData,
  type TranslatedMessage,
} from './locale-data.js';

/** Milliseconds: of changes that are closer together, the watcher reports only the first. */
const SETTLED = 250;

const MODULE = 'virtual:locales';
const RESOLVED = `\0${MODULE}`;

/** The messages of a locale by id, and the lines on which they begin. */
interface LocaleFile {
  readonly units: ReadonlyMap<string, Unit>;
  readonly lines: ReadonlyMap<string, number>;
}

/**
 * The translators' files in one folder. A file that has become unreadable keeps its last content, so that
 * a typing error removes nothing from the page.
 */
export class LocaleFiles {
  readonly #folder: string;
  readonly #read = new Map<string, LocaleFile>();
  readonly #broken = new Map<string, BrokenFile>();

  constructor(folder: string) {
    this.#folder = folder;
    for (const name of readdirSync(folder)) this.read(name);
  }

  /** Reads a file again, if it is a translator's. */
  read(name: string): void {
    if (!name.endsWith('.xlf')) return;
    const file = join(this.#folder, name);
    const locale = basename(name, '.xlf');
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    try {
      this.#read.set(locale, { units: readXliff(text), lines: linesOf(text) });
      this.#broken.delete(locale);
    } catch (error) {
      this.#broken.set(locale, { file: `locales/${name}`, ...whyBroken(error) });
    }
  }

  get data(): LocaleData {
    const ids = new Set([...this.#read.values()].flatMap(({ units }) => [...units.keys()]));
    const stories = this.#stories;
    return {
      messages: [...ids].map((id) => this.#message(id, stories[id] ?? [])),
      broken: [...this.#broken.values()],
    };
  }

  #message(id: string, stories: readonly string[]): TranslatedMessage {
    const found = [...this.#read].flatMap(([locale, { units, lines }]) => {
      const unit = units.get(id);
      return unit ? [{ locale, unit, line: lines.get(id) ?? 1 }] : [];
    });
    const [first] = found;
    return {
      id,
      note: first?.unit.description ?? '',
      source: patternOf(first?.unit.source ?? []),
      targets: Object.fromEntries(
        found.flatMap(({ locale, unit: { target } }) => (target ? [[locale, target]] : [])),
      ),
      stale: found.flatMap(({ locale, unit: { state } }) => (state === STALE ? [locale] : [])),
      lines: Object.fromEntries(found.map(({ locale, line }) => [locale, line])),
      stories,
    };
  }

  /** Written by the test of all stories; empty before its first run. */
  get #stories(): Readonly<Record<string, readonly string[]>> {
    const file = join(this.#folder, 'stories.json');
    if (!existsSync(file)) return {};
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, readonly string[]>;
  }
}

const linesOf = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text
      .split('\n')
      .flatMap((line, index) =>
        Array.from(
          line.matchAll(/<trans-unit\b[^>]*\sid="([^"]+)"/g),
          ({ 1: id = '' }) => [id, index + 1] as const,
        ),
      ),
  );

/** The parser reports a line; other errors do not. */
function whyBroken(error: unknown): { line: number; reason: string } {
  const { message, locator } = error as Error & { locator?: { lineNumber?: number } };
  return {
    line: locator?.lineNumber ?? 1,
    reason: message.replace(/^Reporting .* caused Error: /, ''),
  };
}

/**
 * Provides the translators' files to the preview as a module. While Storybook runs, a saved file is on the
 * page without a reload.
 *
 * @param folder `LOCALES_DIR` names another one, for experiments.
 */
export function localeFiles(
  folder = process.env.LOCALES_DIR ?? fileURLToPath(new URL('../../../locales', import.meta.url)),
): Plugin {
  const files = new LocaleFiles(folder);
  return {
    name: 'locale-files',
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? `export default ${JSON.stringify(files.data)}` : undefined),
    configureServer({ watcher, environments: { client } }) {
      watcher.add(folder);
      const send = (file: string) => {
        files.read(basename(file));
        // The module is for a page that is loaded later; an open page gets the event.
        const module = client.moduleGraph.getModuleById(RESOLVED);
        if (module) client.moduleGraph.invalidateModule(module);
        client.hot.send(LOCALES_CHANGED, files.data);
      };
      const follow = (file: string) => {
        if (!file.startsWith(folder + sep) || !file.endsWith('.xlf')) return;
        send(file);
        setTimeout(() => send(file), SETTLED).unref();
      };
      // Many editors write a new file and replace the old one.
      watcher.on('change', follow);
      watcher.on('add', follow);
    },
  };
}
