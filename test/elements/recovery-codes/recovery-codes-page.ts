import '../../../src/elements/recovery-codes/mfa-recovery-codes.js';
import type { MfaOperation } from '../../../src/backend/backend.js';
import {
  SAMPLE,
  scriptedBackend,
  type ScriptedBackend,
  type ScriptedBackendOptions,
} from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import { button, visibleElements, show, untilText } from '../../support/page.js';

export const GENERATE = message('recovery-codes.replace');
export const QUESTION = message('recovery-codes.replace.heading');
export const CONFIRM = message('recovery-codes.replace.confirm');
export const CANCEL = message('button.cancel');
export const NEW_CODES = message('recovery-codes.new.heading.other');
export const DONE = message('recovery-codes.new.continue');
export const REPLACED = message('recovery-codes.replaced');

/** The status of an account with seven codes left of ten. */
export const SEVEN = { left: 7, total: 10, createdAt: new Date('2026-01-12T08:30:00Z') };

/** Shows the recovery codes with a server in memory. */
export async function recoveryCodes<const Missing extends MfaOperation = never>(
  options: ScriptedBackendOptions<Missing> = {},
) {
  const backend = scriptedBackend({ state: 'verified', ...options });
  const element = await show('mfa-recovery-codes', { backend, issuer: SAMPLE.issuer });
  return { element, backend: backend as ScriptedBackend };
}

/** Shows the recovery codes, and waits for their number. */
export async function counted(options: ScriptedBackendOptions = {}) {
  const shown = await recoveryCodes(options);
  await untilText(shown.element, GENERATE);
  return shown;
}

/** Shows the number, and opens the dialog of new codes. */
export async function asked(options: ScriptedBackendOptions = {}) {
  const shown = await counted(options);
  button(shown.element, GENERATE).click();
  await untilText(shown.element, QUESTION);
  return shown;
}

/** Generates new codes, and waits for them. */
export async function generated(options: ScriptedBackendOptions = {}) {
  const shown = await asked(options);
  button(shown.element, CONFIRM).click();
  await untilText(shown.element, NEW_CODES);
  return shown;
}

/** Returns the open dialog, if there is one. */
export const openDialog = (element: HTMLElement): Element | undefined =>
  visibleElements(element).find((inner) => inner.matches('dialog:modal'));

/** Returns the names of the called operations, oldest first. */
export const operations = ({ calls }: ScriptedBackend): MfaOperation[] =>
  calls.map(({ operation }) => operation);
