import { firstSignal } from './first-signal.js';
import type { MfaOperation } from '../backend.js';
import { MfaError } from '../mfa-error.js';
import type { BuiltRequest } from './request.js';
import { readAnswer, type Answer } from './response.js';
import { untilAborted } from './until-aborted.js';

/** Used in place of `fetch`, with the same arguments: for tokens, tests, and pages that wrap it. */
export type Fetcher = (url: string, init: RequestInit) => Promise<Response>;

/** The operations that change nothing, whatever the method of their requests. */
const READS: readonly MfaOperation[] = ['status', 'listAuthenticators', 'recoveryCodesStatus'];

/** The requests of one operation: how long they may take, and what a failure of one means. */
export class Exchange {
  readonly #operation: MfaOperation;
  readonly #fetcher: Fetcher;
  readonly #called: AbortSignal | undefined;
  readonly #timeout: AbortSignal;
  readonly #signal: AbortSignal;
  /** So the device says, and no answer has shown otherwise. */
  #beganOffline = !isOnline();
  /** A request was sent that may have changed something. */
  #mayHaveChanged = false;
  #asksAfterChange = false;
  /** What was thrown when an answer did not arrive. */
  #lost: unknown;
  #answered = false;

  /** @param timeout Milliseconds for all of it. */
  constructor(
    operation: MfaOperation,
    timeout: number,
    signal: AbortSignal | undefined,
    fetcher: Fetcher,
  ) {
    this.#operation = operation;
    this.#fetcher = fetcher;
    this.#called = signal;
    this.#timeout = AbortSignal.timeout(timeout);
    this.#signal = signal ? firstSignal([signal, this.#timeout]) : this.#timeout;
  }

  /** Too late, or called off. */
  get isOver(): boolean {
    return this.#signal.aborted;
  }

  /** The last request only asked, after one that may have changed something. */
  get asksAfterChange(): boolean {
    return this.#asksAfterChange;
  }

  /** Waits no longer than the operation may last, whether or not what is waited for listens. */
  until<T>(promise: Promise<T>): Promise<T> {
    return untilAborted(promise, this.#signal);
  }

  /** Waits for the caller to lose interest, however long that takes. */
  untilCalledOff(): Promise<never> {
    const forever = new Promise<never>(() => undefined);
    return this.#called ? untilAborted(forever, this.#called) : forever;
  }

  async send({ url, init }: BuiltRequest): Promise<Answer> {
    this.#signal.throwIfAborted();
    this.#answered = false;
    this.#asksAfterChange = this.#mayHaveChanged && init.method === 'GET';
    this.#mayHaveChanged ||= init.method !== 'GET' && !READS.includes(this.#operation);
    const sentAt = Date.now();
    try {
      const answer = await this.until(
        this.#fetcher(url, { ...init, signal: this.#signal }).then((response) =>
          readAnswer(response, { sentAt, receivedAt: Date.now() }),
        ),
      );
      this.#answered = true;
      this.#beganOffline = false;
      return answer;
    } catch (lost) {
      this.#lost = lost;
      throw lost;
    }
  }

  /** What is wrong, after something was thrown. */
  errorFrom(thrown: unknown): MfaError {
    if (thrown instanceof MfaError) return thrown;
    const operation = this.#operation;
    const isLate = this.#timeout.aborted;
    if (thrown !== this.#lost && !isLate) {
      return this.#answered
        ? new MfaError('unexpected', `${operation}: the answer could not be read.`)
        : new MfaError('misconfigured', `${operation}: its description cannot be followed.`);
    }
    if (!isLate && this.#beganOffline) return offline(operation);
    if (this.#mayHaveChanged) {
      return new MfaError(
        'unknown-outcome',
        `${operation} was sent and its answer did not arrive.`,
      );
    }
    if (isLate) return new MfaError('timeout', `${operation} got no answer in time.`);
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
