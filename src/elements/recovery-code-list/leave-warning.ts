import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Owns: the browser's own question before a page is left, while something on it would be lost (C88).
 * Why like this: a page that listens all the time is kept out of the back/forward cache by some
 * browsers, so it listens only while there is something to lose.
 */
export class LeaveWarning implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #isWanted = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Asks before the page is left from now on, or no longer. */
  toggle(isWanted: boolean): void {
    this.#isWanted = isWanted;
    this.#listen();
  }

  hostConnected(): void {
    this.#listen();
  }

  hostDisconnected(): void {
    this.#listen();
  }

  #listen(): void {
    if (this.#isWanted && this.#host.isConnected) addEventListener('beforeunload', this.#ask);
    else removeEventListener('beforeunload', this.#ask);
  }

  readonly #ask = (event: BeforeUnloadEvent): void => {
    event.preventDefault();
    // Chrome before 119 asks only for this.
    event.returnValue = true;
  };
}
