import { Localizer } from './localizer.js';
import { LocaleFolder } from './locale-folder.js';
import type { Pattern } from './pattern.js';
import { translationsOf } from './translations.js';
import { updateLocale, type UpdatedLocale } from './update-locale.js';

/** The locales without which nothing is published. The others may wait for their translator. */
const REQUIRED = ['nl'];

/** The words of a project: its code, its `locales/`, and what is built of the two. */
export class ProjectLocales {
  readonly #localizer: Localizer;
  readonly #folder: LocaleFolder;

  /** @param root The project's folder. */
  constructor(root: string) {
    this.#localizer = Localizer.of(root);
    this.#folder = new LocaleFolder(root);
  }

  /** Brings `locales/` up to date with the code, and builds. */
  async update(): Promise<ReadonlyMap<string, UpdatedLocale>> {
    const updated = this.#updated(this.#folder.readStories());
    for (const [locale, files] of updated) {
      this.#folder.write(locale, files, this.#localizer.config.sourceLocale);
    }
    await this.#build(updated);
    return updated;
  }

  /** Writes what the library imports, and nothing else. */
  async build(): Promise<void> {
    await this.#build(this.#updated());
  }

  /**
   * Looks without writing.
   *
   * @returns How the locales are, and what has to be mended before anything is published.
   */
  check(): { readonly locales: ReadonlyMap<string, UpdatedLocale>; readonly faults: string[] } {
    const locales = this.#updated();
    const { sourceLocale } = this.#localizer.config;
    const faults = [...locales].flatMap(([locale, updated]) => [
      ...this.#folder
        .outdated(locale, updated, sourceLocale)
        .map(
          (file) =>
            `${file} is older than the code or the translations: run npm run locales, and commit what it writes.`,
        ),
      ...(REQUIRED.includes(locale) ? faultsOf(locale, updated) : []),
    ]);
    return { locales, faults };
  }

  #updated(stories?: Parameters<typeof updateLocale>[2]): ReadonlyMap<string, UpdatedLocale> {
    const { messages, config } = this.#localizer;
    return new Map(
      config.targetLocales.map((locale) => [
        locale,
        updateLocale(messages, this.#folder.read(locale), stories),
      ]),
    );
  }

  async #build(updated: ReadonlyMap<string, UpdatedLocale>): Promise<void> {
    const targets = new Map([...updated].map(([locale, { units }]) => [locale, targetsOf(units)]));
    await this.#localizer.write(translationsOf(this.#localizer.messages, targets));
  }
}

const targetsOf = (units: UpdatedLocale['units']): ReadonlyMap<string, Pattern> =>
  new Map(units.flatMap(({ id, target }) => (target === undefined ? [] : [[id, target]])));

const faultsOf = (locale: string, { missing, stale, wrong }: UpdatedLocale): readonly string[] => [
  ...missing.map((id) => `${locale}: ${id} is missing.`),
  ...stale.map((id) => `${locale}: ${id} is stale: its English has changed.`),
  ...wrong.map((what) => `${locale}: ${what}.`),
];
