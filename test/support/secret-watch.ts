import type { LitElement } from 'lit';
import { allElements } from './page.js';
import { tracesIn } from './planted-secrets.js';
import { SECRET_CHANNELS } from './secret-channels.js';

/** Watches every channel by which a secret may leave the elements (secret-channels.ts), until it is stopped. */
export class SecretWatch {
  readonly #secrets: readonly string[] | undefined;
  readonly #open = Object.entries(SECRET_CHANNELS).map(
    ([name, channel]) => [name, channel.open()] as const,
  );

  /** @param secrets The planted ones by default. */
  constructor(secrets?: readonly string[]) {
    this.#secrets = secrets;
  }

  /** Returns each secret that is or was in a channel, with the channel. */
  async leaks(page: Element): Promise<string[]> {
    await updated(page);
    const found: string[] = [];
    for (const [name, channel] of this.#open) {
      const text = await channel.read(page);
      found.push(...tracesIn(text, this.#secrets).map((secret) => `${name}: ${secret}`));
    }
    return found;
  }

  stop(): void {
    // The last one that was opened has wrapped the others.
    for (const [, channel] of [...this.#open].reverse()) channel.close();
  }
}

/**
 * Renders every element once more. To read a page, as the tests do all the time, leaves a last match of a
 * regular expression behind, as a script of the page would; an element leaves none.
 */
async function updated(page: Element): Promise<void> {
  const elements = allElements(page).filter(
    (it): it is LitElement => 'requestUpdate' in it && it.isConnected,
  );
  for (const element of elements) element.requestUpdate();
  await Promise.all(elements.map(({ updateComplete }) => updateComplete));
}
