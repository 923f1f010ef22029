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

export const RENEW = message('recovery-codes.replace');
export const QUESTION = message('recovery-codes.replace.heading');
export const GENERATE = message('recovery-codes.replace.confirm');
export const CANCEL = message('button.cancel');
export const NEW_CODES = message('recovery-codes.new.heading.other');
export const DONE = message('recovery-codes.new.continue');
export const RENEWED = message('recovery-codes.replaced');

/** How many codes an account has after seven of ten. */
export const SEVEN = { left: 7, total: 10, createdAt: new Date('2026-01-12T08:30:00Z') };

/** The recovery codes with a server in memory, as soon as they are in the document. */
export async function recoveryCodes<const Missing extends MfaOperation = never>(
  options: ScriptedBackendOptions<Missing> = {},
) {
  const backend = scriptedBackend({ state: 'verified', ...options });
  const element = await show('mfa-recovery-codes', { backend, issuer: SAMPLE.issuer });
  return { element, backend: backend as ScriptedBackend };
}

/** The number of codes, as soon as it shows. */
export async function counted(options: ScriptedBackendOptions = {}) {
  const shown = await recoveryCodes(options);
  await untilText(shown.element, RENEW);
  return shown;
}

/** The numbers with the question about new codes. */
export async function asked(options: ScriptedBackendOptions = {}) {
  const shown = await counted(options);
  button(shown.element, RENEW).click();
  await untilText(shown.element, QUESTION);
  return shown;
}

/** The new codes, as soon as they show. */
export async function renewed(options: ScriptedBackendOptions = {}) {
  const shown = await asked(options);
  button(shown.element, GENERATE).click();
  await untilText(shown.element, NEW_CODES);
  return shown;
}

/** The dialog that is open, if there is one. */
export const openDialog = (element: HTMLElement): Element | undefined =>
  visibleElements(element).find((inner) => inner.matches('dialog:modal'));

/** What was asked of the server, oldest first. */
export const operations = ({ calls }: ScriptedBackend): MfaOperation[] =>
  calls.map(({ operation }) => operation);
