import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Makes the browser ask for confirmation before the user leaves a page on which something would be
 * lost (C88).
 *
 * Why it listens only while there is something to lose: some browsers do not put a page with a
 * `beforeunload` listener into the back/forward cache.
 *
 * @example
 * ```ts
 * readonly #leaveWarning = new LeaveWarning(this);
 *
 * protected override updated(): void {
 *   this.#leaveWarning.toggle(this.hasUnsavedChanges);
 * }
 * ```
 */
export class LeaveWarning implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #isActive = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Turns the warning on or off. */
  toggle(isActive: boolean): void {
    this.#isActive = isActive;
    this.#updateListener();
  }

  hostConnected(): void {
    this.#updateListener();
  }

  hostDisconnected(): void {
    this.#updateListener();
  }

  #updateListener(): void {
    if (this.#isActive && this.#host.isConnected)
      addEventListener('beforeunload', this.#handleBeforeUnload);
    else removeEventListener('beforeunload', this.#handleBeforeUnload);
  }

  readonly #handleBeforeUnload = (event: BeforeUnloadEvent): void => {
    event.preventDefault();
    // Chrome before 119 ignores `preventDefault()` here.
    event.returnValue = true;
  };
}
