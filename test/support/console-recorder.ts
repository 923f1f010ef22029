/** Records what is written to the console, at every level, and errors that nothing catches. */
export class ConsoleRecorder {
  readonly #messages: string[] = [];
  readonly #levels = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'table', 'dir'] as const;
  readonly #original = { ...console };

  constructor() {
    for (const level of this.#levels) {
      console[level] = (...args: unknown[]) => this.#messages.push(args.map(String).join(' '));
    }
    window.addEventListener('error', this.#recordError);
    window.addEventListener('unhandledrejection', this.#recordError);
  }

  /** The messages so far, oldest first. */
  get messages(): readonly string[] {
    return this.#messages;
  }

  /** Stops recording and restores the console. */
  stop(): void {
    Object.assign(console, this.#original);
    window.removeEventListener('error', this.#recordError);
    window.removeEventListener('unhandledrejection', this.#recordError);
  }

  readonly #recordError = (event: ErrorEvent | PromiseRejectionEvent): void => {
    const thrown: unknown = 'reason' in event ? event.reason : event.error;
    this.#messages.push(String(thrown));
  };
}
