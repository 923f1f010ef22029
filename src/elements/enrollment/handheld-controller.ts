import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A device that is held in the hand: the app is most likely on this very device. */
const HANDHELD = '(hover: none) and (pointer: coarse)';

/** Owns: knowing whether this is a handheld device, also when that changes while the tag shows. */
export class HandheldController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #query: MediaQueryList | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether the app is most likely on this very device. */
  get matches(): boolean {
    return this.#query?.matches ?? false;
  }

  hostConnected(): void {
    this.#query = matchMedia(HANDHELD);
    this.#query.addEventListener('change', this.#update);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#query?.removeEventListener('change', this.#update);
  }

  readonly #update = (): void => {
    this.#host.requestUpdate();
  };
}
