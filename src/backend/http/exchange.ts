import { isOnline } from '../is-online.js';
import { own } from '../own.js';
import type { MfaOperation } from '../backend.js';
import { MfaError } from '../mfa-error.js';
import { unknownOutcome } from '../unknown-outcome.js';
import type { BuiltRequest } from './request.js';
import { firstSignal } from './first-signal.js';
import { parseResponse, type ParsedResponse } from './response.js';
import { untilAborted } from './until-aborted.js';

/** Called instead of `fetch`, with the same arguments: for tokens, tests, and pages that wrap it. */
export type Fetcher = (url: string, init: RequestInit) => Promise<Response>;

/** Milliseconds for all requests of an operation together (C52). */
export const OPERATION_TIMEOUT = 15_000;

/**
 * Milliseconds after which a page that was to be left has not been left: its new URL sent a download or
 * nothing, or the user chose to stay. Until then the next page may only be slow.
 */
export const DEPARTURE_TIMEOUT = 10_000;

/** Sends the requests of one operation, within its time limit, and says what a failure means. */
export class Exchange {
  readonly #operation: MfaOperation;
  readonly #fetcher: Fetcher;
  readonly #callerSignal: AbortSignal | undefined;
  readonly #timeout: AbortSignal;
  readonly #signal: AbortSignal;
  /** `navigator.onLine` was false from when the last request was sent, and no response has begun to arrive. */
  #isOffline = !isOnline();
  /** A request was sent that may have changed something. */
  #mayHaveChanged = false;
  #followsChange = false;
  /** The error that was thrown when a response did not arrive. */
  #lost: unknown;
  /** The error with which the server refused the last request. */
  #refusal: MfaError | undefined;
  #responded = false;

  /**
   * @param timeout Milliseconds for all requests together.
   * @param fetcher Default `fetch`.
   */
  constructor(
    operation: MfaOperation,
    timeout: number,
    signal: AbortSignal | undefined,
    fetcher: Fetcher | undefined,
  ) {
    this.#operation = operation;
    this.#fetcher = fetcher ?? fetch.bind(globalThis);
    this.#callerSignal = signal;
    this.#timeout = AbortSignal.timeout(timeout);
    this.#signal = signal ? firstSignal([signal, this.#timeout]) : this.#timeout;
  }

  /** The operation timed out, or the caller aborted it. */
  get isOver(): boolean {
    return this.#signal.aborted;
  }

  /** The last request follows one that may have changed something. */
  get followsChange(): boolean {
    return this.#followsChange;
  }

  /** Waits for a promise until the operation is over, also if the promise ignores the signal. */
  until<T>(promise: Promise<T>): Promise<T> {
    return untilAborted(promise, this.#signal);
  }

  /** Resolves if the page that is being left is still here; rejects when the caller aborts. */
  untilStillHere(): Promise<void> {
    const passed = new Promise<void>((resolve) => {
      setTimeout(resolve, DEPARTURE_TIMEOUT);
    });
    return this.#callerSignal ? untilAborted(passed, this.#callerSignal) : passed;
  }

  /**
   * Sends a request.
   *
   * @param mayChange It may change something at the server.
   */
  async send(
    { url, init }: Pick<BuiltRequest, 'url' | 'init'>,
    mayChange: boolean,
  ): Promise<ParsedResponse> {
    this.#signal.throwIfAborted();
    this.#responded = false;
    this.#followsChange = this.#mayHaveChanged;
    this.#mayHaveChanged ||= mayChange;
    this.#isOffline = !isOnline();
    const sentAt = Date.now();
    try {
      const response = await this.until(
        // Without a prototype, because a browser reads inherited members of it too.
        this.#fetcher(url, own({ ...init, signal: this.#signal })).then((received) => {
          this.#isOffline = false;
          return parseResponse(received, { sentAt, receivedAt: Date.now() });
        }),
      );
      this.#responded = true;
      return response;
    } catch (lost) {
      this.#lost = lost;
      // A fetcher may have sent it later, once the device was online.
      this.#isOffline &&= !isOnline();
      // Without a network it never left.
      if (this.#isOffline && !this.#timeout.aborted) this.#mayHaveChanged = this.#followsChange;
      throw lost;
    }
  }

  /** Stores that the server has refused the last request in a known way. */
  refused(error: MfaError): MfaError {
    this.#refusal = error;
    return error;
  }

  /** The error to reject with, after something was thrown (unknown-outcome.ts). */
  errorFrom(thrown: unknown): MfaError {
    const error = thrown instanceof MfaError ? thrown : this.#describe(thrown);
    const isDecided = !this.#mayHaveChanged || error === this.#refusal;
    return isDecided ? error : unknownOutcome(this.#operation, error);
  }

  #describe(thrown: unknown): MfaError {
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
    if (isLate) return new MfaError('timeout', `${operation} timed out.`);
    if (this.#isOffline || !isOnline()) return offline(operation);
    return new MfaError('unavailable', `${operation}: the server could not be reached.`);
  }
}

function offline(operation: MfaOperation): MfaError {
  return new MfaError('offline', `${operation}: the device is offline.`);
}
