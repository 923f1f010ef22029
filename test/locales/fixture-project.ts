import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ProjectLocales } from '../../locales/tools/project-locales.js';
import type { UpdatedLocale } from '../../locales/tools/update-locale.js';

/** The messages in the code of a project: the English text by id. */
type Code = Readonly<Record<string, string>>;

/** The values that the messages use. */
const VALUES = 'const left = 1, total = 2, count = 1, name = "";';

const note = (id: string): string => `Screen ${id[0] ?? ''}: what ${id} is`;

/** A small project with messages, in a temporary folder. */
export class FixtureProject {
  readonly #root = mkdtempSync(join(tmpdir(), 'mfa-elements-locales-'));

  constructor() {
    const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
    symlinkSync(modules, join(this.#root, 'node_modules'), 'junction');
    this.write('package.json', '{ "type": "module" }');
    this.write(
      'src/tsconfig.json',
      JSON.stringify({
        compilerOptions: {
          module: 'ESNext',
          moduleResolution: 'bundler',
          target: 'ES2022',
          lib: ['ES2022'],
          types: [],
          skipLibCheck: true,
        },
      }),
    );
    this.write(
      'locales/lit-localize.json',
      JSON.stringify({
        $schema: 'none',
        sourceLocale: 'en',
        targetLocales: ['nl', 'nl-x-formal', 'de'],
        tsConfig: '../src/tsconfig.json',
        output: {
          mode: 'runtime',
          outputDir: '../built',
          localeCodesModule: './built/locale-codes.ts',
          language: 'ts',
        },
        interchange: { format: 'xliff', xliffDir: '.' },
      }),
    );
  }

  remove(): void {
    rmSync(this.#root, { recursive: true });
  }

  /** Writes the code. A value in a message is written as `${left}`. */
  code(messages: Code): void {
    const calls = Object.entries(messages).map(
      ([id, english]) =>
        `msg(${english.includes('${') ? 'str' : ''}\`${english}\`, { id: '${id}', desc: '${note(id)}' });`,
    );
    this.write(
      'src/words.ts',
      ["import { msg, str } from '@lit/localize';", VALUES, ...calls].join('\n'),
    );
  }

  /** Runs `npm run locales`. */
  async update(): Promise<(locale: string) => UpdatedLocale> {
    return found(await new ProjectLocales(this.#root).update());
  }

  /** Runs `npm run locales:build`. */
  build(): Promise<void> {
    return new ProjectLocales(this.#root).build();
  }

  check(): readonly string[] {
    return new ProjectLocales(this.#root).check().faults;
  }

  write(path: string, text: string): void {
    const whole = join(this.#root, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, text);
  }

  read(path: string): string {
    return readFileSync(join(this.#root, path), 'utf8');
  }

  /** Writes a translation of a message, as a translator does. */
  translate(locale: string, id: string, target: string): void {
    const path = `locales/${locale}.xlf`;
    const unit = new RegExp(`(<trans-unit id="${id}"[^]*?</source>)(\\s*<target[^]*?</target>)?`);
    this.edit(path, (text) =>
      text.replace(unit, (_, head: string) => `${head}<target>${target}</target>`),
    );
  }

  edit(path: string, change: (text: string) => string): void {
    const text = this.read(path);
    const changed = change(text);
    if (changed === text) throw new Error(`${path} does not change.`);
    this.write(path, changed);
  }

  /** Returns the built translations of a locale. */
  async built(locale: string): Promise<Readonly<Record<string, unknown>>> {
    // The URL differs each time, because a module is loaded only once.
    const copy = `built/${locale}-${Math.random()}.ts`;
    this.write(copy, this.read(`built/${locale}.ts`));
    const module = (await import(join(this.#root, copy))) as {
      readonly templates: Readonly<Record<string, unknown>>;
    };
    return module.templates;
  }
}

const found =
  (locales: ReadonlyMap<string, UpdatedLocale>) =>
  (locale: string): UpdatedLocale => {
    const updated = locales.get(locale);
    if (!updated) throw new Error(`There is no locale ${locale}.`);
    return updated;
  };
