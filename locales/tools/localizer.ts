import { join, resolve } from 'node:path';
import { readConfigFileAndWriteSchema } from '@lit/localize-tools/lib/config.js';
import type { Message, ProgramMessage } from '@lit/localize-tools/lib/messages.js';
import { RuntimeLitLocalizer } from '@lit/localize-tools/lib/modes/runtime.js';
import { printDiagnostics } from '@lit/localize-tools/lib/typescript.js';

type Config = RuntimeLitLocalizer['config'];
type Translations = ReturnType<RuntimeLitLocalizer['readTranslationsSync']>;

/**
 * lit-localize, which reads the messages out of the code and writes what the library imports. What goes
 * between the two, the translations, is ours.
 */
export class Localizer extends RuntimeLitLocalizer {
  #translations: Translations = { translations: new Map() };

  /** @param root The folder of a project, with `locales/lit-localize.json` in it. */
  static of(root: string): Localizer {
    const config = readConfigFileAndWriteSchema(join(root, 'locales/lit-localize.json')) as Config;
    const { localeCodesModule } = config.output;
    if (localeCodesModule === undefined) return new Localizer(config);
    // The only path that lit-localize takes from the working directory.
    const output = { ...config.output, localeCodesModule: resolve(root, localeCodesModule) };
    return new Localizer({ ...config, output });
  }

  /** @throws When a message in the code is not as it has to be; what is wrong is printed. */
  get messages(): readonly ProgramMessage[] {
    const { messages, errors } = this.extractSourceMessages();
    if (errors.length > 0) {
      printDiagnostics(errors);
      throw new Error('There is a mistake in the messages of the code: see above.');
    }
    return messages;
  }

  override readTranslationsSync(): Translations {
    return this.#translations;
  }

  /** What cannot be used does not come here (`translationsOf`). */
  override assertTranslationsAreValid(): void {
    return;
  }

  /** Writes the words of every locale for the library. */
  async write(translations: ReadonlyMap<string, readonly Message[]>): Promise<void> {
    // Its own type of a locale is one that no text is assignable to.
    this.#translations = {
      translations: new Map(
        [...translations].map(([locale, messages]) => [locale, messages.map(asText)]),
      ),
    } as unknown as Translations;
    await this.build();
  }
}

/**
 * lit-localize takes messages for HTML and writes `&` as `&amp;`. Ours are texts: what it would write
 * otherwise goes past it as a placeholder, which it leaves as it is.
 */
const asText = ({ name, contents }: Message): Message => ({
  name,
  contents: contents.flatMap((part) =>
    typeof part !== 'string'
      ? [part]
      : part
          .split(/([&<>])/)
          .map((text, at) => (at % 2 === 0 ? text : { untranslatable: text, index: 0 })),
  ),
});
