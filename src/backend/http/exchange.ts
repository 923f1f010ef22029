import { own } from '../own.js';
import { OPERATIONS } from '../operations.js';
import type { MfaOperation } from '../backend.js';
import { MfaError } from '../mfa-error.js';
import type { BuiltRequest } from './request.js';
import { parseResponse, type ParsedResponse } from './response.js';
import { untilAborted } from './until-aborted.js';

/** Called instead of `fetch`, with the same arguments: for tokens, tests, and pages that wrap it. */
export type Fetcher = (url: string, init: RequestInit) => Promise<Response>;

/** Sends the requests of one operation, within its time limit, and says what a failure means. */
export class Exchange {
  readonly #operation: MfaOperation;
  readonly #fetcher: Fetcher;
  readonly #callerSignal: AbortSignal | undefined;
  readonly #timeout: AbortSignal;
  readonly #signal: AbortSignal;
  /** `navigator.onLine` was false, and no response has arrived since. */
  #beganOffline = !isOnline();
  /** A request was sent that may have changed something. */
  #mayHaveChanged = false;
  #readsAfterChange = false;
  /** The error that was thrown when a response did not arrive. */
  #lost: unknown;
  #responded = false;

  /** @param timeout Milliseconds for all requests together. */
  constructor(
    operation: MfaOperation,
    timeout: number,
    signal: AbortSignal | undefined,
    fetcher: Fetcher,
  ) {
    this.#operation = operation;
    this.#fetcher = fetcher;
    this.#callerSignal = signal;
    this.#timeout = AbortSignal.timeout(timeout);
    this.#signal = signal ? firstSignal([signal, this.#timeout]) : this.#timeout;
  }

  /** The operation timed out, or the caller aborted it. */
  get isOver(): boolean {
    return this.#signal.aborted;
  }

  /** The last request was a GET, after one that may have changed something. */
  get readsAfterChange(): boolean {
    return this.#readsAfterChange;
  }

  /** Waits for a promise until the operation is over, also if the promise ignores the signal. */
  until<T>(promise: Promise<T>): Promise<T> {
    return untilAborted(promise, this.#signal);
  }

  /** Never resolves; rejects when the caller aborts. */
  untilCallerAborts(): Promise<never> {
    const forever = new Promise<never>(() => undefined);
    return this.#callerSignal ? untilAborted(forever, this.#callerSignal) : forever;
  }

  async send({ url, init }: BuiltRequest): Promise<ParsedResponse> {
    this.#signal.throwIfAborted();
    this.#responded = false;
    this.#readsAfterChange = this.#mayHaveChanged && init.method === 'GET';
    this.#mayHaveChanged ||=
      init.method !== 'GET' && OPERATIONS[this.#operation].changes !== 'never';
    const sentAt = Date.now();
    try {
      const response = await this.until(
        // Without a prototype, because a browser reads inherited members of it too.
        this.#fetcher(url, own({ ...init, signal: this.#signal })).then((received) =>
          parseResponse(received, { sentAt, receivedAt: Date.now() }),
        ),
      );
      this.#responded = true;
      this.#beganOffline = false;
      return response;
    } catch (lost) {
      this.#lost = lost;
      throw lost;
    }
  }

  /** The error to reject with, after something was thrown. */
  errorFrom(thrown: unknown): MfaError {
    if (thrown instanceof MfaError) return thrown;
    const operation = this.#operation;
    const isLate = this.#timeout.aborted;
    if (thrown !== this.#lost && !isLate) {
      return this.#responded
        ? new MfaError('unexpected', `${operation}: the response could not be read.`)
        : new MfaError(
            'misconfigured',
            `${operation} could not be executed as described in the definition.`,
          );
    }
    if (!isLate && this.#beganOffline) return offline(operation);
    if (this.#mayHaveChanged) {
      return new MfaError(
        'unknown-outcome',
        `${operation} was sent and its response did not arrive.`,
      );
    }
    if (isLate) return new MfaError('timeout', `${operation} timed out.`);
    if (!isOnline()) return offline(operation);
    return new MfaError('unavailable', `${operation}: the server could not be reached.`);
  }
}

function offline(operation: MfaOperation): MfaError {
  return new MfaError('offline', `${operation}: the device is offline.`);
}

function isOnline(): boolean {
  return typeof navigator === 'undefined' || navigator.onLine !== false;
}

/** Aborts with the first of these signals. (`AbortSignal.any`, for browsers older than 2024.) */
function firstSignal(signals: readonly AbortSignal[]): AbortSignal {
  const controller = new AbortController();
  for (const signal of signals) {
    const follow = (): void => controller.abort(signal.reason);
    if (signal.aborted) follow();
    else signal.addEventListener('abort', follow, { once: true, signal: controller.signal });
  }
  return controller.signal;
}
