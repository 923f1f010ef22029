import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Enrollment } from '../../backend/backend.js';
import { expiryMoments, type ExpiryMoments } from './expiry-moments.js';

/** The longest delay of a browser's timer, in ms. A longer one fires at once. */
const MAX_DELAY = 2 ** 31 - 1;

/**
 * Watches when an enrollment is about to expire and when it has expired.
 *
 * Why it reads the clock again when the page becomes visible: a browser slows timers down in a
 * background tab, and they stop while a laptop sleeps (C82).
 *
 * @example
 * ```ts
 * readonly #expiryTimer = new ExpiryTimer(this, () => this.flow.dispatch({ type: 'expire' }));
 *
 * protected override willUpdate(): void {
 *   this.#expiryTimer.watch(this.enrollment);
 *   this.showsWarning = this.#expiryTimer.isNear;
 * }
 * ```
 */
export class ExpiryTimer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onExpire: () => void;
  #enrollment: Enrollment | undefined;
  #receivedAt = 0;
  #moments: ExpiryMoments | undefined;
  #isNear = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param onExpire Called when the time is over, possibly more than once.
   */
  constructor(host: ReactiveControllerHost, onExpire: () => void) {
    this.#host = host;
    this.#onExpire = onExpire;
    host.addController(this);
  }

  /** Whether to warn that the enrollment expires soon. */
  get isNear(): boolean {
    return this.#isNear;
  }

  /**
   * Watches this enrollment from now on, or none. Call it before each render.
   *
   * @param clockSkew Whole seconds that this device's clock is ahead of the server's, if known.
   */
  watch(enrollment: Enrollment | undefined, clockSkew?: number): void {
    if (enrollment !== this.#enrollment) this.#receivedAt = Date.now();
    this.#enrollment = enrollment;
    this.#moments =
      enrollment && expiryMoments(enrollment, { seenAt: this.#receivedAt, clockSkew });
    this.#isNear = this.#moments !== undefined && Date.now() >= this.#moments.warnAt;
    this.#wait();
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#check);
    this.#wait();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#check);
    clearTimeout(this.#timer);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (!this.#moments) return;
    const { warnAt, endAt } = this.#moments;
    const next = (this.#isNear ? endAt : warnAt) - Date.now();
    this.#timer = setTimeout(this.#check, Math.min(Math.max(next, 0), MAX_DELAY));
  }

  readonly #check = (): void => {
    if (!this.#moments) return;
    const now = Date.now();
    if (now >= this.#moments.endAt) this.#onExpire();
    else if (now >= this.#moments.warnAt && !this.#isNear) this.#host.requestUpdate();
    else this.#wait();
  };
}
