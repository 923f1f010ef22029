import { loadOnce } from '../../../backend/load-once.js';

/** Calls back once the page is idle. Safari has no `requestIdleCallback`. */
const whenIdle = (callback: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(callback);
  else setTimeout(callback);
};

/**
 * A module that only some users need. It loads when a step needs it, or before, once the page is idle.
 *
 * @example
 * ```ts
 * const enrollment = new LazyModule(() => import('../enrollment/mfa-enrollment.js'));
 *
 * render() {
 *   return this.load(enrollment) ? html`<slot name="step"></slot>` : renderLoading(…);
 * }
 * ```
 */
export class LazyModule<Exports extends object> {
  /** Loads the module once. If that fails, the next call tries again. */
  readonly load: () => Promise<Exports>;
  #exports: Exports | undefined;
  #idle: Promise<boolean> | undefined;

  constructor(load: () => Promise<Exports>) {
    this.load = loadOnce(async () => (this.#exports = await load()));
  }

  /** The exports of the module, once it is here. */
  get exports(): Exports | undefined {
    return this.#exports;
  }

  /**
   * Loads the module once the page is idle. Resolves to whether it is here. If that fails, the next call tries
   * again.
   */
  loadWhenIdle(): Promise<boolean> {
    this.#idle ??= new Promise<void>(whenIdle)
      .then(() => this.load())
      .then(
        () => true,
        () => {
          this.#idle = undefined;
          return false;
        },
      );
    return this.#idle;
  }
}
