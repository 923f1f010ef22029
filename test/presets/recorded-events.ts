import { PUBLIC_EVENTS, type PublicEvent } from '../support/events.js';

interface TokensEvent extends Event {
  readonly detail: { readonly tokens: Readonly<Record<string, string>> };
}

/** Records the events of the element since the last action of the person. */
export class RecordedEvents {
  /** The public events, oldest first. */
  readonly all: PublicEvent[] = [];
  /** The tokens of the last `mfa-tokens`. */
  tokens: Readonly<Record<string, string>> | undefined;
  readonly #listening = new AbortController();

  constructor() {
    for (const type of PUBLIC_EVENTS) {
      document.documentElement.addEventListener(type, (event) => this.all.push(event), {
        signal: this.#listening.signal,
      });
    }
  }

  /** Records `mfa-tokens` too: it is the one event that does not bubble. */
  listenTo(element: HTMLElement): void {
    element.addEventListener(
      'mfa-tokens',
      (event) => {
        this.tokens = (event as TokensEvent).detail.tokens;
      },
      { signal: this.#listening.signal },
    );
  }

  /** The last event of a type. */
  last<Type extends (typeof PUBLIC_EVENTS)[number]>(
    type: Type,
  ): HTMLElementEventMap[Type] | undefined {
    return this.all.findLast((event) => event.type === type) as
      HTMLElementEventMap[Type] | undefined;
  }

  /** Forgets the events so far: they are of the action before. */
  forget(): void {
    this.all.length = 0;
    this.tokens = undefined;
  }

  /** Stops recording. */
  stop(): void {
    this.#listening.abort();
  }
}
