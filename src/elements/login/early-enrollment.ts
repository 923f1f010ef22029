import type { Enrollment, MfaBackend, RequestOptions } from '../../backend/backend.js';
import { untilAborted } from '../../backend/http/until-aborted.js';
import { MfaError } from '../../backend/mfa-error.js';
import { own } from '../../backend/own.js';
import { asChecked } from '../../backend/results/checked-operations.js';
import { isRefusal } from '../../backend/unknown-outcome.js';

/** An enrollment that starts while the file of the element that shows it is on its way. It saves a round trip. */
export class EarlyEnrollment {
  /** The backend for that element. Its first `startEnrollment` is the one that has started. */
  readonly backend: MfaBackend;
  readonly #controller = new AbortController();
  /** Secret. */
  #started: Promise<Enrollment> | undefined;

  constructor(backend: MfaBackend) {
    this.#started = backend.startEnrollment?.({ signal: this.#controller.signal });
    this.#started?.catch((thrown: unknown) => {
      // Whoever takes it learns what the server refuses. Anything else may be because the file is late.
      const error = MfaError.from(thrown);
      const { status, retryAfter } = error.facts;
      if (!isRefusal(error) && (status ?? retryAfter) === undefined) this.#started = undefined;
    });
    const startEnrollment = (options: RequestOptions = {}) =>
      this.#take(options) ?? backend.startEnrollment?.(options);
    this.backend = own({
      ...backend,
      ...(this.#started && asChecked({ startEnrollment })),
    }) as MfaBackend;
  }

  /** Ends and forgets it: the step was left. */
  drop(): void {
    this.#started = undefined;
    this.#controller.abort();
  }

  #take({ signal }: RequestOptions): Promise<Enrollment> | undefined {
    const started = this.#started;
    this.#started = undefined;
    if (!started || !signal) return started;
    signal.addEventListener('abort', () => this.#controller.abort(), own({ once: true }));
    return untilAborted(started, signal);
  }
}
