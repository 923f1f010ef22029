import type { ReactiveControllerHost } from 'lit';
import type { MfaError } from '../../../backend/mfa-error.js';

/** Milliseconds between two looks at the time. */
const TICK = 1000;
/** Seconds: longer than an hour is for a person to find out, not for a counter (C65). */
const LONGEST_WAIT = 3600;

/** How far a wait is, in whole seconds. */
export interface RetryProgress {
  /** Why there is a wait. */
  readonly error: MfaError;
  /** How long it is. */
  readonly seconds: number;
  /** What is left of it; 0 when it is over. */
  readonly left: number;
  /** What was left of it when the person last tried all the same. */
  readonly askedAt?: number | undefined;
}

/** Seconds to wait after this error; 0 where it says nothing of time. */
function waitAfter({ kind, facts: { retryAfter = 0 } }: MfaError): number {
  const waits = kind === 'rate-limited' || kind === 'locked' || kind === 'unavailable';
  return waits && retryAfter > 0 ? Math.min(Math.ceil(retryAfter), LONGEST_WAIT) : 0;
}

/**
 * Milliseconds since now. Of two clocks the one that went further: `performance` stands still in some
 * browsers while a computer sleeps (C82), and the time of day may be put back meanwhile.
 */
function startStopwatch(): () => number {
  const day = Date.now();
  const origin = performance.now();
  return () => Math.max(Date.now() - day, performance.now() - origin);
}

/**
 * Owns: how long is still to wait before the next try, read from the time and not counted, and the one
 * timer that shows it again each second.
 * Does not own: what is said about it (retry-words), or what is not sent meanwhile (the form).
 */
export class RetryTimer {
  readonly #host: ReactiveControllerHost;
  #wait: { readonly error: MfaError; readonly elapsed: () => number } | undefined;
  #askedAt: number | undefined;
  #isPaused = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Whether the next try has to wait. */
  get isRunning(): boolean {
    return (this.progress?.left ?? 0) > 0;
  }

  /** How far the wait is; nothing where there is none, or when it went by out of sight. */
  get progress(): RetryProgress | undefined {
    if (!this.#wait) return undefined;
    const { error, elapsed } = this.#wait;
    const seconds = waitAfter(error);
    const left = Math.max(Math.ceil(seconds - elapsed() / 1000), 0);
    if (left === 0 && this.#isPaused) return undefined;
    return { error, seconds, left, askedAt: this.#askedAt };
  }

  /**
   * Begins to wait, when the error says for how long. The same error does not begin a wait anew.
   *
   * @returns Whether it says so.
   */
  begin(error: MfaError): boolean {
    if (error === this.#wait?.error) return true;
    this.end();
    if (waitAfter(error) === 0) return false;
    this.#wait = { error, elapsed: startStopwatch() };
    this.resume();
    // The host is in the middle of showing the error.
    queueMicrotask(() => this.#host.requestUpdate());
    return true;
  }

  /** The person tries all the same: says how long it still takes. */
  ask(): void {
    this.#askedAt = this.progress?.left;
    this.#host.requestUpdate();
  }

  /** It is on the screen: shows the time again each second. */
  resume(): void {
    if (!this.isRunning) {
      this.end();
      return;
    }
    this.#isPaused = false;
    this.#stopTimer();
    this.#timer = setInterval(this.#tick, TICK);
    document.addEventListener('visibilitychange', this.#tick);
  }

  /** It is not on the screen for now. The time goes on. */
  pause(): void {
    this.#isPaused = true;
    this.#stopTimer();
  }

  /** There is nothing to wait for any more. */
  end(): void {
    this.#stopTimer();
    this.#wait = undefined;
    this.#askedAt = undefined;
    this.#isPaused = false;
  }

  readonly #tick = (): void => {
    if (!this.isRunning) this.#stopTimer();
    this.#host.requestUpdate();
  };

  #stopTimer(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    document.removeEventListener('visibilitychange', this.#tick);
  }
}
