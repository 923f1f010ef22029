import { LocalizedElement } from '../../../localization/localized-element.js';
import { hydrated } from '../page/hydration.js';
import { isUpgradingPage } from './define.js';

/**
 * An element that stays as the server's HTML has it until no framework can be about to hydrate it: without
 * a shadow tree, and with the children that an author wrote on the screen.
 */
export abstract class HydratedElement extends LocalizedElement {
  #mayBeHydrated: boolean;

  constructor() {
    super();
    // In the server's HTML: upgraded in the page, or created by the parser.
    this.#mayBeHydrated = isUpgradingPage() || this.ownerDocument.readyState === 'loading';
    if (!this.#mayBeHydrated) return;
    void hydrated(this).then(() => {
      this.#mayBeHydrated = false;
      if (this.isConnected) super.connectedCallback();
    });
  }

  /** Whether a framework may be about to hydrate this element, which until then stays as it is. */
  protected get mayBeHydrated(): boolean {
    return this.#mayBeHydrated;
  }

  override connectedCallback(): void {
    if (!this.#mayBeHydrated) super.connectedCallback();
  }
}
