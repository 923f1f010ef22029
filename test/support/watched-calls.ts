import { allText } from './all-text.js';

/** What is kept of a call. */
type Describe = (given: readonly unknown[], self: unknown) => unknown;

/** Keeps what is given to methods, until it is stopped. */
export class WatchedCalls {
  readonly #texts: string[] = [];
  readonly #restore: (() => void)[] = [];

  /** Everything that was given so far. */
  get text(): string {
    return this.#texts.join('\n');
  }

  /** Keeps a text beside those of the calls. */
  add(value: unknown): void {
    this.#texts.push(allText(value));
  }

  /**
   * Watches a method. A target or a method that this browser does not have is never called.
   *
   * @param describe What to keep of a call: all arguments by default.
   * @param isSilent Whether the method itself is not called.
   */
  watch(
    target: object | undefined,
    name: string,
    describe: Describe = (given) => given,
    isSilent = false,
  ): void {
    const method: unknown = target && Reflect.get(target, name);
    if (!target || typeof method !== 'function') return;
    const own = Object.getOwnPropertyDescriptor(target, name);
    const keep = (given: readonly unknown[], self: unknown) => this.add(describe(given, self));
    Object.defineProperty(target, name, {
      configurable: true,
      writable: true,
      value(this: unknown, ...given: unknown[]): unknown {
        keep(given, this);
        return isSilent ? undefined : Reflect.apply(method, this, given);
      },
    });
    this.#restore.push(() => {
      if (own) Object.defineProperty(target, name, own);
      else Reflect.deleteProperty(target, name);
    });
  }

  stop(): void {
    for (const restore of this.#restore) restore();
  }
}
