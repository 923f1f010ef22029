/** The public events of the elements, except `mfa-tokens`, which does not bubble. */
export const PUBLIC_EVENTS = [
  'mfa-enrolled',
  'mfa-verified',
  'mfa-unlinked',
  'mfa-recovery-codes-changed',
  'mfa-enrollment-closed',
  'mfa-error',
  'mfa-navigate',
] as const;

export type PublicEvent = HTMLElementEventMap[(typeof PUBLIC_EVENTS)[number]];

/**
 * Records every public event that reaches the root of the page, oldest first. Cancels `mfa-navigate`: the
 * page of a test must not navigate.
 */
export class HeardEvents {
  readonly all: PublicEvent[] = [];

  constructor() {
    for (const type of PUBLIC_EVENTS) document.documentElement.addEventListener(type, this.#hear);
  }

  /** The types of the events. */
  get names(): string[] {
    return this.all.map(({ type }) => type);
  }

  /** The last event of a type. */
  last<Type extends (typeof PUBLIC_EVENTS)[number]>(
    type: Type,
  ): HTMLElementEventMap[Type] | undefined {
    return this.all.findLast((event) => event.type === type) as
      HTMLElementEventMap[Type] | undefined;
  }

  /** Stops recording. */
  stop(): void {
    for (const type of PUBLIC_EVENTS)
      document.documentElement.removeEventListener(type, this.#hear);
  }

  readonly #hear = (event: PublicEvent): void => {
    this.all.push(event);
    if (event.type === 'mfa-navigate') event.preventDefault();
  };
}

/** Records the public events during each test of a suite. */
export function hearEvents(): { readonly heard: HeardEvents } {
  const listening = { heard: new HeardEvents() };
  listening.heard.stop();
  beforeEach(() => {
    listening.heard = new HeardEvents();
  });
  afterEach(() => {
    listening.heard.stop();
  });
  return listening;
}
