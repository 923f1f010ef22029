import { join, resolve } from 'node:path';
import { readConfigFileAndWriteSchema } from '@lit/localize-tools/lib/config.js';
import { writeLocaleCodesModule } from '@lit/localize-tools/lib/locales.js';
import { RuntimeLitLocalizer } from '@lit/localize-tools/lib/modes/runtime.js';
import { printDiagnostics } from '@lit/localize-tools/lib/typescript.js';
import { LocaleFolder } from './locale-folder.js';
import type { Pattern } from './pattern.js';
import { translationsOf } from './translations.js';
import { updateLocale, type SourceMessage, type UpdatedLocale } from './update-locale.js';
import { writeModules } from './write-modules.js';

type Config = RuntimeLitLocalizer['config'];

/** The locales without which nothing is published. The others may wait for their translator. */
const REQUIRED = ['nl'];

/** The messages of a project: in its code, in `locales/`, and in the modules generated from both. */
export class ProjectLocales {
  readonly #root: string;
  readonly #config: Config;
  readonly #localizer: RuntimeLitLocalizer;
  readonly #folder: LocaleFolder;

  /** @param root The folder of a project with `locales/lit-localize.json` in it. */
  constructor(root: string) {
    this.#root = root;
    this.#config = readConfigFileAndWriteSchema(join(root, 'locales/lit-localize.json')) as Config;
    this.#localizer = new RuntimeLitLocalizer(this.#config);
    this.#folder = new LocaleFolder(root);
  }

  /** Brings `locales/` up to date with the code, and builds. */
  async update(): Promise<ReadonlyMap<string, UpdatedLocale>> {
    const updated = this.#updated(this.#folder.readStories());
    for (const [locale, files] of updated) {
      this.#folder.write(locale, files, this.#config.sourceLocale);
    }
    await this.#build(updated);
    return updated;
  }

  /** Writes the modules that the library imports, and nothing else. */
  async build(): Promise<void> {
    await this.#build(this.#updated());
  }

  /**
   * Reads without writing.
   *
   * @returns The locales, and the faults that have to be repaired before anything is published.
   */
  check(): { readonly locales: ReadonlyMap<string, UpdatedLocale>; readonly faults: string[] } {
    const locales = this.#updated();
    const faults = [...locales].flatMap(([locale, updated]) => [
      ...this.#folder
        .outdated(locale, updated, this.#config.sourceLocale)
        .map(
          (file) =>
            `${file} is older than the code or the translations: run npm run locales, and commit what it writes.`,
        ),
      ...(REQUIRED.includes(locale) ? faultsOf(locale, updated) : []),
    ]);
    return { locales, faults };
  }

  /** @throws If a message in the code is not as it has to be, after printing what is wrong. */
  get #messages(): readonly SourceMessage[] {
    const { messages, errors } = this.#localizer.extractSourceMessages();
    if (errors.length === 0) return messages;
    printDiagnostics(errors);
    throw new Error('There is a mistake in the messages of the code: see above.');
  }

  #updated(stories?: Parameters<typeof updateLocale>[2]): ReadonlyMap<string, UpdatedLocale> {
    return new Map(
      this.#config.targetLocales.map((locale) => [
        locale,
        updateLocale(this.#messages, this.#folder.read(locale), stories),
      ]),
    );
  }

  async #build(updated: ReadonlyMap<string, UpdatedLocale>): Promise<void> {
    const { sourceLocale, targetLocales, output } = this.#config;
    const targets = new Map([
      // The messages of the code have no translation there.
      [sourceLocale, new Map<string, Pattern>()] as const,
      ...[...updated].map(([locale, { units }]) => [locale, targetsOf(units)] as const),
    ]);
    writeModules(
      this.#config.resolve(output.outputDir),
      this.#messages,
      translationsOf(this.#messages, targets),
    );
    if (output.localeCodesModule === undefined) return;
    // The only path of the configuration that is not relative to its file.
    const codes = resolve(this.#root, output.localeCodesModule);
    await writeLocaleCodesModule(sourceLocale, targetLocales, codes);
  }
}

const targetsOf = (units: UpdatedLocale['units']): ReadonlyMap<string, Pattern> =>
  new Map(units.flatMap(({ id, target }) => (target === undefined ? [] : [[id, target]])));

const faultsOf = (locale: string, { missing, stale, wrong }: UpdatedLocale): readonly string[] => [
  ...missing.map((id) => `${locale}: ${id} is missing.`),
  ...stale.map((id) => `${locale}: ${id} is stale: its English has changed.`),
  ...wrong.map((fault) => `${locale}: ${fault}.`),
];
