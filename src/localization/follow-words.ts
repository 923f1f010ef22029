import { updateWhenLocaleChanges } from '@lit/localize';
import type { ReactiveControllerHost } from 'lit';
import { customMessages } from './custom-messages.js';

/** Renders an element again when the locale, or the page's own words, have changed. */
export function followWords(host: ReactiveControllerHost & Element): void {
  const update = () => host.requestUpdate();
  updateWhenLocaleChanges(host);
  host.addController({
    hostConnected: () => customMessages.addEventListener('change', update),
    hostDisconnected: () => customMessages.removeEventListener('change', update),
  });
}
