/** The public events of the tags; `mfa-tokens` reaches nothing but the tag itself. */
const EVENTS = [
  'mfa-enrolled',
  'mfa-verified',
  'mfa-unlinked',
  'mfa-recovery-codes-changed',
  'mfa-enrollment-closed',
  'mfa-error',
  'mfa-navigate',
] as const;

type Heard = HTMLElementEventMap[(typeof EVENTS)[number]];

interface TokensEvent extends Event {
  readonly detail: { readonly tokens: Readonly<Record<string, string>> };
}

/** What the page hears of the tag since the last act. */
export class RecordedEvents {
  /** Everything but the tokens. */
  readonly all: Heard[] = [];
  /** The tokens that the page got. */
  tokens: Readonly<Record<string, string>> | undefined;
  readonly #listening = new AbortController();

  constructor() {
    for (const type of EVENTS) {
      document.documentElement.addEventListener(type, (event) => this.all.push(event), {
        signal: this.#listening.signal,
      });
    }
  }

  /** Hears the one event that does not bubble, too. */
  listenTo(tag: HTMLElement): void {
    tag.addEventListener(
      'mfa-tokens',
      (event) => {
        this.tokens = (event as TokensEvent).detail.tokens;
      },
      { signal: this.#listening.signal },
    );
  }

  /** The last event of a type. */
  last<Type extends (typeof EVENTS)[number]>(type: Type): HTMLElementEventMap[Type] | undefined {
    return this.all.findLast((event) => event.type === type) as
      HTMLElementEventMap[Type] | undefined;
  }

  /** What was heard so far was of the act before. */
  forget(): void {
    this.all.length = 0;
    this.tokens = undefined;
  }

  /** Hears no more. */
  stop(): void {
    this.#listening.abort();
  }
}
