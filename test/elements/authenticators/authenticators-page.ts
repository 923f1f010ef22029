import '../../../src/elements/authenticators/mfa-authenticators.js';
import {
  SAMPLE,
  scriptedBackend,
  type ScriptedBackendOptions,
} from '../../../src/testing/index.js';
import { message, messagePattern } from '../../support/message.js';
import { button, visibleElements, show, untilText } from '../../support/page.js';

export const BIN = message('authenticators.unlink.label', SAMPLE.authenticator.name);
export const PENCIL = message('authenticators.rename.label', SAMPLE.authenticator.name);
export const LINK = message('authenticators.link.another');
export const REMOVE = message('authenticators.unlink.confirm');
export const CANCEL = message('button.cancel');
export const QUESTION = message('authenticators.unlink.heading', SAMPLE.authenticator.name);

/** A second linked app. */
export const OTHER = { ...SAMPLE.authenticator, id: 'app-2', name: 'Microsoft Authenticator' };
/** A third one. */
export const THIRD = { ...SAMPLE.authenticator, id: 'app-3', name: 'Tablet' };

/** Returns the names of the called operations. */
export const operations = (calls: readonly { operation: string }[]) =>
  calls.map(({ operation }) => operation);

// Test files run side by side in one browser: they must not be tabs of the same site.
const site = crypto.randomUUID();
globalThis.BroadcastChannel = class extends BroadcastChannel {
  constructor(name: string) {
    super(`${site} ${name}`);
  }
};

/** Shows the linked apps, and waits for the list. */
export async function listed(options: ScriptedBackendOptions = {}) {
  const backend = scriptedBackend({ state: 'verified', ...options });
  const element = await show('mfa-authenticators', { backend });
  await untilText(element, messagePattern('authenticators.linked-on'));
  return { element, backend };
}

/** Shows the list, and opens the dialog of the sample app. */
export async function asked(options: ScriptedBackendOptions = {}) {
  const shown = await listed(options);
  button(shown.element, BIN).click();
  await untilText(shown.element, QUESTION);
  return shown;
}

/** Returns the open dialog, if there is one. */
export const openDialog = (element: HTMLElement): Element | undefined =>
  visibleElements(element).find((inner) => inner.matches('dialog:modal'));

/** Opens another tab of the site, until the end of the test. */
export function otherTab() {
  const channel = new BroadcastChannel('mfa-elements:authenticators');
  const heard: unknown[] = [];
  channel.onmessage = ({ data }) => heard.push(data);
  tabs.push(channel);
  return { heard, tell: () => channel.postMessage('changed') };
}

const tabs: BroadcastChannel[] = [];

afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});
