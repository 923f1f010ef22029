import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Matches phones and tablets, where the app is most likely on the same device. */
export const HANDHELD = '(hover: none) and (pointer: coarse)';

/**
 * Reports whether this is a handheld device, and re-renders the host when that changes.
 *
 * @example
 * ```ts
 * readonly #handheld = new HandheldController(this);
 *
 * protected override render(): TemplateResult {
 *   return this.#handheld.matches ? renderLink() : renderQrCode();
 * }
 * ```
 */
export class HandheldController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #query: MediaQueryList | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether the app is most likely on this device. */
  get matches(): boolean {
    return this.#query?.matches ?? false;
  }

  hostConnected(): void {
    // jsdom has no media queries.
    this.#query = typeof matchMedia === 'function' ? matchMedia(HANDHELD) : undefined;
    this.#query?.addEventListener('change', this.#handleChange);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#query?.removeEventListener('change', this.#handleChange);
  }

  readonly #handleChange = (): void => {
    this.#host.requestUpdate();
  };
}
