import '../../../src/elements/authenticators/mfa-authenticators.js';
import {
  SAMPLE,
  scriptedBackend,
  type ScriptedBackendOptions,
} from '../../../src/testing/index.js';
import { button, painted, show, untilText } from '../../support/page.js';

export const BIN = `Koppeling met ${SAMPLE.authenticator.name} verwijderen`;
export const REMOVE = 'Koppeling verwijderen';
export const CANCEL = 'Annuleren';
export const QUESTION = `Koppeling met ${SAMPLE.authenticator.name} verwijderen?`;

/** The linked apps, as soon as the list shows. */
export async function listed(options: ScriptedBackendOptions = {}) {
  const backend = scriptedBackend({ state: 'verified', ...options });
  const element = await show('mfa-authenticators', { backend });
  await untilText(element, 'Gekoppeld op');
  return { element, backend };
}

/** The list with the dialog about the sample app open. */
export async function asked(options: ScriptedBackendOptions = {}) {
  const shown = await listed(options);
  button(shown.element, BIN).click();
  await untilText(shown.element, QUESTION);
  return shown;
}

/** The dialog that is open, if there is one. */
export const openDialog = (element: HTMLElement): Element | undefined =>
  painted(element).find((inner) => inner.matches('dialog:modal'));
