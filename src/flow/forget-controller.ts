import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { forgetLastMatch } from './forget-last-match.js';

/** An element that may hold a secret until it leaves the page. */
export interface ForgetHost extends ReactiveControllerHost {
  readonly isConnected: boolean;
  readonly ownerDocument?: Document;
}

/**
 * Calls back when its host has to forget its secrets: it was removed from the page, or the page is left
 * (C9, C10). A host that is only moved is connected again by then, and keeps them (C77).
 *
 * The last match of a regular expression is forgotten after each update and when the host forgets.
 *
 * @example
 * ```ts
 * constructor() {
 *   new ForgetController(this, () => (this.codes = []));
 * }
 * ```
 */
export class ForgetController implements ReactiveController {
  readonly #host: ForgetHost;
  readonly #forget: () => void;
  #connection: AbortController | undefined;

  constructor(host: ForgetHost, forget: () => void) {
    this.#host = host;
    this.#forget = () => {
      forget();
      forgetLastMatch();
    };
    host.addController(this);
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    // The document of a frame ends with its own window.
    const view = this.#host.ownerDocument?.defaultView ?? globalThis;
    view.addEventListener('pagehide', this.#forget, { signal });
  }

  hostUpdated(): void {
    forgetLastMatch();
  }

  hostDisconnected(): void {
    this.#connection?.abort();
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#forget();
    });
  }
}
