import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Owns: noticing that the person comes back from the authenticator app, which the link opened.
 * Why like this: the page stays as it was behind the app, and what is due next is the code. So on
 * return the cursor goes to its field, where the reader's place and the screen are then too. A
 * telephone may open its keyboard only at a touch, and that touch is then the only one needed. Who
 * went elsewhere in the page meanwhile, or opened nothing, is left alone.
 */
export class AppReturnController implements ReactiveController {
  readonly #returned: () => void;
  #link: HTMLElement | undefined;

  /**
   * @param returned Called when the page shows again, with nothing else touched in between.
   */
  constructor(host: ReactiveControllerHost, returned: () => void) {
    this.#returned = returned;
    host.addController(this);
  }

  /** The person pressed the link that opens the app. */
  readonly begin = (event: Event): void => {
    this.#link = event.currentTarget as HTMLElement;
  };

  /** The link is no longer there. Kept, it would keep the secret in its address (C9). */
  end(): void {
    this.#link = undefined;
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#look);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#look);
    this.end();
  }

  readonly #look = (): void => {
    const link = this.#link;
    if (document.visibilityState !== 'visible' || !link) return;
    this.#link = undefined;
    const active = (link.getRootNode() as ShadowRoot).activeElement;
    // Safari on an iPhone gives no focus to a link that is pressed.
    const isElsewhere = active ? active !== link : document.activeElement !== document.body;
    if (link.isConnected && !isElsewhere) this.#returned();
  };
}
