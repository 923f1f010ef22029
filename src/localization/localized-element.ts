import { LitElement, type ReactiveControllerHost } from 'lit';
import { localeChanges } from './active-locale.js';
import { canRender } from './can-render.js';
import { customMessages } from './custom-messages.js';
import { pendingLocale } from './locale.js';
import { misconfiguredMessage } from './misconfigured-message.js';

/**
 * An element that shows messages. It waits for the locale of the page before its first render, and
 * renders again when the locale or the custom messages change.
 */
export abstract class LocalizedElement extends LitElement {
  constructor() {
    super();
    followMessages(this);
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    const locale = this.#canWait ? pendingLocale() : undefined;
    if (!locale) return super.scheduleUpdate();
    this.localeAwaited?.();
    // Another locale may be pending by then.
    return locale.then(() => this.scheduleUpdate());
  }

  /** Called before the first update has to wait for the locale: what needs no words can begin. */
  protected localeAwaited?(): void;

  protected override performUpdate(): void {
    // Without a shadow tree, the update only takes over properties (UpgradedElement).
    if (this.hasUpdated || !this.shadowRoot || canRender()) super.performUpdate();
    else this.#showMisconfiguration();
  }

  /** Shows a message without Lit. */
  #showMisconfiguration(): void {
    const message = document.createElement('p');
    message.setAttribute('role', 'alert');
    message.textContent = misconfiguredMessage();
    this.renderRoot.replaceChildren(message);
  }

  /** An element that is not visible yet can wait; a field in use must not disappear meanwhile. */
  get #canWait(): boolean {
    return !this.hasUpdated && !this.querySelector('input');
  }
}

function followMessages(host: ReactiveControllerHost): void {
  const update = () => host.requestUpdate();
  const sources = [localeChanges, customMessages];
  host.addController({
    hostConnected: () => sources.forEach((source) => source.addEventListener('change', update)),
    hostDisconnected: () =>
      sources.forEach((source) => source.removeEventListener('change', update)),
  });
}
