import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MfaOperation } from '../../../backend/backend.js';
import type { MfaError } from '../../../backend/mfa-error.js';
import { isOnlyWait, Wait } from './wait.js';

/** Milliseconds between two updates of the shown time. */
const TICK = 1000;

/** An element whose forms and buttons wait as long as the server asks. */
export interface WaitingHost extends ReactiveControllerHost, HTMLElement {
  readonly retryTimer: RetryTimer;
}

/** An action of the user that sends a request, which may have to wait. */
export interface WaitingAction {
  /** The wait to show beside the button; it may be over. */
  readonly wait: Wait | undefined;
  /** Whether the button is disabled. It stays focusable, and calls {@link run}. */
  readonly isWaiting: boolean;
  /** Performs the action, or announces the time left. */
  readonly run: () => void;
}

/**
 * Holds the waits of an element for all its forms and buttons ({@link Wait} has the rule), and updates it
 * each second while one is on the screen. A wait outlives the step, the form and the dialog it began in, and
 * the time in which the element is out of the page: a user who comes back still has to wait.
 *
 * @example
 * ```ts
 * readonly retryTimer = new RetryTimer(this);
 *
 * requestFailed(error: MfaError, operation: MfaOperation) {
 *   this.retryTimer.start(error, operation);
 * }
 *
 * render() {
 *   const { wait, isWaiting, run } = this.retryTimer.action('status', () => this.check());
 *   return html`${renderRetryNotice(wait)}<button aria-disabled=${isWaiting} @click=${run}>Check</button>`;
 * }
 * ```
 */
export class RetryTimer implements ReactiveController {
  readonly #host: ReactiveControllerHost & Node;
  #waits = new Set<Wait>();
  #isShared = false;
  /** The waits on the screen, by this render and by the one before. */
  #shown = new Set<Wait>();
  #shownBefore = new Set<Wait>();
  /** The waits that do not show, and whose end updates the host. */
  #followed = new Set<Wait>();
  #interval: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost & Node) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#shownBefore = this.#shown;
    this.#shown = new Set();
    this.#followed = new Set();
  }

  hostUpdated(): void {
    const isCounting = [...this.#shown, ...this.#followed].some(({ left }) => left > 0);
    if (isCounting && this.#host.isConnected) this.#startInterval();
    else this.#stopInterval();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#stopInterval();
    });
  }

  /** Holds its waits together with another element, which outlives this one. */
  shareWith(other: RetryTimer): void {
    this.#waits = other.#waits;
    this.#isShared = true;
  }

  /**
   * Starts the wait that an error asks for, if it does, in place of an earlier one for the same: a page that is
   * shown again asks at once. Does not update the host.
   */
  start(error: MfaError, operation: MfaOperation): void {
    const wait = new Wait(error, operation);
    for (const other of this.#waits) {
      if (other.operation === wait.operation) this.#waits.delete(other);
    }
    if (wait.total > 0) this.#waits.add(wait);
  }

  /**
   * Returns the wait for an operation, to be shown. Call it in each render. That a wait is over is said
   * only where it was counted down.
   */
  show(operation: MfaOperation): Wait | undefined {
    const wait = this.#find(operation);
    if (!wait) return undefined;
    if (wait.left === 0 && !this.#shownBefore.has(wait)) {
      this.#waits.delete(wait);
      return undefined;
    }
    this.#shown.add(wait);
    return wait;
  }

  /** Updates the host once an operation need not wait any longer. Call it in each render. */
  follow(operation: MfaOperation): void {
    const wait = this.#find(operation);
    if (wait) this.#followed.add(wait);
  }

  /** Returns an action that sends an operation, and its wait. Call it in each render. */
  action(operation: MfaOperation, run: () => void): WaitingAction {
    const wait = this.show(operation);
    return {
      wait,
      isWaiting: wait !== undefined && wait.left > 0,
      run: () => this.attempt(operation, run),
    };
  }

  /** Performs an action that sends an operation. If that has to wait, announces the time left instead. */
  attempt(operation: MfaOperation, run: () => void): void {
    const wait = this.#find(operation);
    if (wait && wait.left > 0) {
      wait.triedAt = wait.left;
      this.#host.requestUpdate();
      return;
    }
    for (const over of this.#waits) if (over.holdsFor(operation)) this.#waits.delete(over);
    run();
  }

  /** Returns whether an operation has to wait now. */
  holds(operation: MfaOperation): boolean {
    return (this.#find(operation)?.left ?? 0) > 0;
  }

  /** Returns whether the time left that shows for an operation also says why it has to wait. */
  explains(operation: MfaOperation): boolean {
    const wait = this.#find(operation);
    return wait !== undefined && wait.left > 0 && isOnlyWait(wait.error);
  }

  /** Announces nothing of what was before to a user who comes back. */
  leave(): void {
    for (const wait of this.#waits) Object.assign(wait, { triedAt: undefined, isOld: true });
  }

  /** Forgets the waits, unless they are those of another element. */
  forget(): void {
    if (!this.#isShared) this.#waits.clear();
  }

  /** The wait for an operation that ends last. */
  #find(operation: MfaOperation): Wait | undefined {
    return [...this.#waits]
      .filter((wait) => wait.holdsFor(operation))
      .sort((one, other) => other.left - one.left)[0];
  }

  readonly #tick = (): void => {
    this.#host.requestUpdate();
  };

  #startInterval(): void {
    if (this.#interval !== undefined) return;
    this.#interval = setInterval(this.#tick, TICK);
    document.addEventListener('visibilitychange', this.#tick);
  }

  #stopInterval(): void {
    // A test may have taken the document away by now.
    if (this.#interval === undefined) return;
    clearInterval(this.#interval);
    this.#interval = undefined;
    document.removeEventListener('visibilitychange', this.#tick);
  }
}
