import { LocalizedElement } from '../../../localization/localized-element.js';
import { whenHydrated } from '../page/hydration.js';
import { isUpgradingPage } from './define.js';

/**
 * An element that stays as the server's HTML has it while a framework may be about to hydrate it: without
 * a shadow tree, so that the children that an author wrote are on the screen.
 *
 * Until then Lit does not know that it is connected: its controllers are not, and it does not update.
 */
export abstract class HydratedElement extends LocalizedElement {
  #isAwaitingHydration: boolean;

  constructor() {
    super();
    // Nearly always true of an element in the server's HTML only: upgraded in the page, or created by the
    // parser.
    this.#isAwaitingHydration = isUpgradingPage() || this.ownerDocument.readyState === 'loading';
    if (!this.#isAwaitingHydration) return;
    void whenHydrated(this).then(() => {
      this.#isAwaitingHydration = false;
      if (this.isConnected) super.connectedCallback();
    });
  }

  /** Whether a framework may be about to hydrate this element. */
  protected get isAwaitingHydration(): boolean {
    return this.#isAwaitingHydration;
  }

  override connectedCallback(): void {
    if (!this.#isAwaitingHydration) super.connectedCallback();
  }
}
