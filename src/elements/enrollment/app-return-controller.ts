import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Reports that the user returns from the authenticator app that a link has opened.
 *
 * Why: the page stays as it was behind the app, and the next thing to do is to type the code. So the
 * focus moves to the field on return, and with it the position of a screen reader and of the viewport.
 * Some phones open the keyboard only on a touch; then that touch is the only one needed. If the user
 * moved elsewhere in the page meanwhile, or opened nothing, the focus stays where it is.
 *
 * @example
 * ```ts
 * readonly #appReturn = new AppReturnController(this, () => this.#field.focus());
 *
 * protected override render(): TemplateResult {
 *   return html`<a href=${this.otpauthUri} @click=${this.#appReturn.begin}>Open the app</a>`;
 * }
 * ```
 */
export class AppReturnController implements ReactiveController {
  readonly #onReturn: () => void;
  #link: HTMLElement | undefined;

  /**
   * @param onReturn Called when the page shows again and the user has touched nothing else in it.
   */
  constructor(host: ReactiveControllerHost, onReturn: () => void) {
    this.#onReturn = onReturn;
    host.addController(this);
  }

  /** Handles the press of the link that opens the app. */
  readonly begin = (event: Event): void => {
    this.#link = event.currentTarget as HTMLElement;
  };

  /** Forgets the link, whose address holds the secret (C9). */
  end(): void {
    this.#link = undefined;
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#handleVisibilityChange);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#handleVisibilityChange);
    this.end();
  }

  readonly #handleVisibilityChange = (): void => {
    const link = this.#link;
    if (document.visibilityState !== 'visible' || !link) return;
    this.#link = undefined;
    const active = (link.getRootNode() as ShadowRoot).activeElement;
    // Safari on an iPhone does not focus a link that is pressed.
    const isElsewhere = active ? active !== link : document.activeElement !== document.body;
    if (link.isConnected && !isElsewhere) this.#onReturn();
  };
}
