import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The same on every page of the site. Messages on it hold nothing but "look again". */
const CHANNEL = 'mfa-elements:authenticators';

/** Milliseconds that a list stays good enough to come back to. */
const FRESH_FOR = 5000;

/**
 * Owns: noticing that the list may have changed in another tab, at once, or on another device, when
 * the person comes back to this page; and telling other tabs of a change made here (C86).
 * Does not own: reading the list, or when that would disturb (the flow).
 */
export class ListSyncController implements ReactiveController {
  readonly #changed: () => void;
  #readAt = -Infinity;
  #connection: AbortController | undefined;
  #channel: BroadcastChannel | undefined;

  /** @param changed Called when the list may have changed. */
  constructor(host: ReactiveControllerHost, changed: () => void) {
    this.#changed = changed;
    host.addController(this);
  }

  /** The list is being read now. */
  read(): void {
    this.#readAt = performance.now();
  }

  /** Tells the other tabs that something changed here. */
  tell(): void {
    this.#channel?.postMessage('changed');
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    document.addEventListener('visibilitychange', this.#lookAgain, { signal });
    globalThis.addEventListener('focus', this.#lookAgain, { signal });
    // A page that holds a channel may not be kept for "Back".
    globalThis.addEventListener('pagehide', this.#close, { signal });
    globalThis.addEventListener('pageshow', this.#open, { signal });
    this.#open();
  }

  hostDisconnected(): void {
    this.#connection?.abort();
    this.#close();
  }

  readonly #lookAgain = (): void => {
    const isOld = performance.now() - this.#readAt > FRESH_FOR;
    if (document.visibilityState === 'visible' && isOld) this.#changed();
  };

  readonly #open = (): void => {
    if (this.#channel) return;
    try {
      this.#channel = new BroadcastChannel(CHANNEL);
      this.#channel.addEventListener('message', this.#changed);
    } catch {
      // A frame that may keep nothing may not speak to other tabs either; coming back still helps.
    }
  };

  readonly #close = (): void => {
    this.#channel?.close();
    this.#channel = undefined;
  };
}
