import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Enrollment } from '../../backend/backend.js';
import { expiryMoments, type ExpiryMoments } from './expiry-moments.js';

/** The longest time that a browser's timer can wait, in ms; a longer one would go off at once. */
const LONGEST_WAIT = 2 ** 31 - 1;

/**
 * Owns: knowing that the end of an enrollment is near, and telling that it is there.
 * Why like this: what counts is the time of day and not the ticks, which a browser slows down in a tab
 * behind another and which stop when a laptop sleeps; so it is read again when the page shows (C82).
 */
export class ExpiryTimer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #ended: () => void;
  #enrollment: Enrollment | undefined;
  #seenAt = 0;
  #moments: ExpiryMoments | undefined;
  #isNear = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param ended Called when the time is over; more than once where it changes nothing.
   */
  constructor(host: ReactiveControllerHost, ended: () => void) {
    this.#host = host;
    this.#ended = ended;
    host.addController(this);
  }

  /** Whether it is time to warn. */
  get isNear(): boolean {
    return this.#isNear;
  }

  /**
   * Follows this enrollment, or none. Called at each render.
   *
   * @param clockSkew Whole seconds that this device's clock is ahead of the server's, where known.
   */
  follow(enrollment: Enrollment | undefined, clockSkew?: number): void {
    if (enrollment !== this.#enrollment) this.#seenAt = Date.now();
    this.#enrollment = enrollment;
    this.#moments = enrollment && expiryMoments(enrollment, { seenAt: this.#seenAt, clockSkew });
    this.#isNear = this.#moments !== undefined && Date.now() >= this.#moments.warnAt;
    this.#wait();
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#look);
    this.#wait();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#look);
    clearTimeout(this.#timer);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (!this.#moments) return;
    const { warnAt, endAt } = this.#moments;
    const next = (this.#isNear ? endAt : warnAt) - Date.now();
    this.#timer = setTimeout(this.#look, Math.min(Math.max(next, 0), LONGEST_WAIT));
  }

  readonly #look = (): void => {
    if (!this.#moments) return;
    const now = Date.now();
    if (now >= this.#moments.endAt) this.#ended();
    else if (now >= this.#moments.warnAt && !this.#isNear) this.#host.requestUpdate();
    else this.#wait();
  };
}
