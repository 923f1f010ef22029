import type { ReactiveControllerHost } from 'lit';
import { ERROR_KINDS } from '../../../backend/error-kinds.js';
import { LONGEST_WAIT, type MfaError } from '../../../backend/mfa-error.js';

/** Milliseconds between two updates of the shown time. */
const TICK = 1000;

/** The progress of a wait, in whole seconds. */
export interface RetryProgress {
  /** The error that started the wait. */
  readonly error: MfaError;
  /** The length of the wait. */
  readonly total: number;
  /** The time left; 0 when the wait is over. */
  readonly left: number;
  /** The time that was left when the user last tried to submit. */
  readonly triedAt?: number | undefined;
}

/** Returns the seconds to wait after this error, or 0 if it does not ask to wait. */
function waitAfter({ kind, facts: { retryAfter = 0 } }: MfaError): number {
  if (!ERROR_KINDS[kind].waits || retryAfter <= 0) return 0;
  return Math.min(Math.ceil(retryAfter), LONGEST_WAIT);
}

/**
 * Returns a function that returns the milliseconds since this call. It uses the clock that advanced
 * more: in some browsers `performance` stops while the computer sleeps (C82), and the time of day may
 * be set back meanwhile.
 */
function startStopwatch(): () => number {
  const time = Date.now();
  const origin = performance.now();
  return () => Math.max(Date.now() - time, performance.now() - origin);
}

/**
 * Measures how long the next try has to wait, and updates its host each second while the wait shows.
 * The time left is computed from absolute time, never counted in ticks (ARCHITECTURE.md, decision 11).
 *
 * @example
 * ```ts
 * #timer = new RetryTimer(this);
 *
 * handleError(error: MfaError) {
 *   if (!this.#timer.start(error)) this.message = errorMessage(error);
 * }
 *
 * render() {
 *   return renderRetryNotice(this.#timer.progress);
 * }
 * ```
 */
export class RetryTimer {
  readonly #host: ReactiveControllerHost;
  #wait: { readonly error: MfaError; readonly elapsed: () => number } | undefined;
  #triedAt: number | undefined;
  #isPaused = false;
  #interval: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Whether the next try has to wait. */
  get isRunning(): boolean {
    return (this.progress?.left ?? 0) > 0;
  }

  /** The progress of the wait; `undefined` without a wait, or if it ended while paused. */
  get progress(): RetryProgress | undefined {
    if (!this.#wait) return undefined;
    const { error, elapsed } = this.#wait;
    const total = waitAfter(error);
    const left = Math.max(Math.ceil(total - elapsed() / 1000), 0);
    if (left === 0 && this.#isPaused) return undefined;
    return { error, total, left, triedAt: this.#triedAt };
  }

  /**
   * Starts the wait that an error asks for. The same error does not restart its wait.
   *
   * @returns Whether the error asks to wait.
   */
  start(error: MfaError): boolean {
    if (error === this.#wait?.error) return true;
    this.stop();
    if (waitAfter(error) === 0) return false;
    this.#wait = { error, elapsed: startStopwatch() };
    this.resume();
    // The host is in the middle of an update.
    queueMicrotask(() => this.#host.requestUpdate());
    return true;
  }

  /** Announces the time left, because the user tried to submit. */
  announce(): void {
    this.#triedAt = this.progress?.left;
    this.#host.requestUpdate();
  }

  /** Updates the host each second again: the wait is on the screen. */
  resume(): void {
    if (!this.isRunning) {
      this.stop();
      return;
    }
    this.#isPaused = false;
    this.#stopInterval();
    this.#interval = setInterval(this.#tick, TICK);
    document.addEventListener('visibilitychange', this.#tick);
  }

  /** Stops the updates: the wait is not on the screen. The wait itself goes on. */
  pause(): void {
    this.#isPaused = true;
    this.#stopInterval();
  }

  /** Ends the wait. */
  stop(): void {
    this.#stopInterval();
    this.#wait = undefined;
    this.#triedAt = undefined;
    this.#isPaused = false;
  }

  readonly #tick = (): void => {
    if (!this.isRunning) this.#stopInterval();
    this.#host.requestUpdate();
  };

  #stopInterval(): void {
    // A test may have taken the document away by now.
    if (this.#interval === undefined) return;
    clearInterval(this.#interval);
    this.#interval = undefined;
    document.removeEventListener('visibilitychange', this.#tick);
  }
}
