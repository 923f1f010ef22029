import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Closes what is open in an element when the user presses Escape, and nothing else: the page around it
 * may be a dialog of another library, which would close too.
 *
 * Why it listens on the window, in the capture phase: such libraries listen on the document, some of them
 * in the capture phase. The press ends with `keyup`, on which others close, and it repeats while the key
 * is held. All of it belongs to what was closed.
 *
 * @example
 * ```ts
 * new EscapeKey(this, () => {
 *   if (!this.isOpen) return false;
 *   this.close();
 *   return true;
 * });
 * ```
 */
export class EscapeKey implements ReactiveController {
  /** Closes what is open and has the focus. Returns false if there is nothing to close. */
  readonly #close: () => boolean;
  /** Whether this press has closed something. */
  #isUsed = false;

  constructor(host: ReactiveControllerHost, close: () => boolean) {
    this.#close = close;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('keydown', this.#handleKey, true);
    addEventListener('keyup', this.#handleKey, true);
  }

  hostDisconnected(): void {
    removeEventListener('keydown', this.#handleKey, true);
    removeEventListener('keyup', this.#handleKey, true);
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    // An Escape that ends a composition belongs to the input method.
    if (event.key !== 'Escape' || event.isComposing) return;
    if (event.type === 'keydown' && !event.repeat) this.#isUsed = this.#close();
    if (!this.#isUsed) return;
    // Otherwise the browser would close the dialog around this one too, if both count as opened together.
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === 'keyup') this.#isUsed = false;
  };
}
