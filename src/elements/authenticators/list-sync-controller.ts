import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The same on every page of the site. Its messages only say that something has changed. */
const CHANNEL = 'mfa-elements:authenticators';

/** Milliseconds for which a list is considered fresh when the user returns to the page. */
const FRESH_FOR = 5000;

/**
 * Keeps the list in sync (C86): reports a change in another tab at once, reports a possible change on
 * another device when the user returns to the page, and notifies other tabs of a change made here.
 * The element loads the list, when that does not disturb the user.
 *
 * @example
 * ```ts
 * readonly #listSync = new ListSyncController(this, () => this.#reload());
 *
 * async #reload(): Promise<void> {
 *   this.#listSync.markLoaded();
 *   this.list = await this.load();
 * }
 *
 * async #rename(name: string): Promise<void> {
 *   await this.save(name);
 *   this.#listSync.notifyOtherTabs();
 * }
 * ```
 */
export class ListSyncController implements ReactiveController {
  readonly #onChange: (isKnown: boolean) => void;
  #loadedAt = -Infinity;
  #connection: AbortController | undefined;
  #channel: BroadcastChannel | undefined;

  /**
   * @param onChange Called when the list may have changed.
   * - `isKnown`: Another tab has said so.
   */
  constructor(host: ReactiveControllerHost, onChange: (isKnown: boolean) => void) {
    this.#onChange = onChange;
    host.addController(this);
  }

  /** Notes that the list is loaded now. */
  markLoaded(): void {
    this.#loadedAt = performance.now();
  }

  /** Notifies the other tabs of a change made here. */
  notifyOtherTabs(): void {
    this.#channel?.postMessage('changed');
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    document.addEventListener('visibilitychange', this.#handleReturn, { signal });
    globalThis.addEventListener('focus', this.#handleReturn, { signal });
    // An open channel may keep the page out of the back/forward cache.
    globalThis.addEventListener('pagehide', this.#close, { signal });
    globalThis.addEventListener('pageshow', this.#open, { signal });
    this.#open();
  }

  hostDisconnected(): void {
    this.#connection?.abort();
    this.#close();
  }

  readonly #handleReturn = (): void => {
    const isOld = performance.now() - this.#loadedAt > FRESH_FOR;
    if (document.visibilityState === 'visible' && isOld) this.#onChange(false);
  };

  readonly #open = (): void => {
    if (this.#channel) return;
    try {
      this.#channel = new BroadcastChannel(CHANNEL);
      this.#channel.addEventListener('message', () => this.#onChange(true));
    } catch {
      // A frame without access to storage cannot open a channel. It still reloads on return.
    }
  };

  readonly #close = (): void => {
    this.#channel?.close();
    this.#channel = undefined;
  };
}
