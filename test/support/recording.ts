import { record, type eventWithTime } from 'rrweb';

type RecordOptions = NonNullable<Parameters<typeof record>[0]>;

/** What rrweb reads of the page from now on, until it is stopped. */
export class Recording {
  readonly #events: eventWithTime[] = [];
  readonly #stop: (() => void) | undefined;

  constructor(options: Omit<RecordOptions, 'emit'> = {}) {
    const emit = (event: eventWithTime): void => {
      this.#events.push(event);
    };
    this.#stop = record({ ...options, emit });
    if (!this.#stop) throw new Error('rrweb does not record.');
  }

  /** Everything that was recorded, as it would be sent. */
  get json(): string {
    return JSON.stringify(this.#events);
  }

  /** Every text of a node that was recorded, in the order of the events. */
  get texts(): string[] {
    return namedIn(this.#events, 'textContent', 'value');
  }

  /** Every path of a drawing that was recorded. */
  get paths(): string[] {
    return namedIn(this.#events, 'd');
  }

  /**
   * Returns what is recorded of the page from now on, without the moments at which it is. An input that was
   * removed is emptied a task later, which rrweb hears too; it has no id any more.
   */
  follow(): () => unknown[] {
    const { length } = this.#events;
    return () =>
      this.#events
        .slice(length)
        .map(({ type, data }) => ({ type, data: data as { readonly id?: number } }))
        .filter(({ data }) => data.id !== -1);
  }

  /** Records the whole page again, as recorders do every few minutes. */
  takeSnapshot(): void {
    record.takeFullSnapshot();
  }

  stop(): void {
    this.#stop?.();
  }
}

/** Returns the strings with one of these names, at any depth. */
function namedIn(value: unknown, ...names: readonly string[]): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    typeof inner === 'string' && names.includes(name) ? [inner] : namedIn(inner, ...names),
  );
}
