import '../../../src/elements/challenge/mfa-challenge.js';
import type { MfaOperation } from '../../../src/backend/backend.js';
import {
  scriptedBackend,
  type ScriptedBackend,
  type ScriptedBackendOptions,
} from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import { button, field, fill, show, untilText } from '../../support/page.js';

export const LABEL = message('code.label', 6);
export const VERIFY = message('code.submit');
export const TO_RECOVERY = message('challenge.code.use-recovery-code');

/** Shows the code step of the sign-in, and waits for it. */
export async function challenge<const Missing extends MfaOperation = never>(
  options: ScriptedBackendOptions<Missing> = {},
  properties: Partial<HTMLElementTagNameMap['mfa-challenge']> = {},
) {
  const backend = scriptedBackend({ state: 'code-required', ...options });
  const element = await show('mfa-challenge', { backend, ...properties });
  await untilText(element, message('challenge.code.heading'));
  return { element, backend: backend as ScriptedBackend };
}

/** Types a code and presses the button. */
export function enter(element: HTMLElement, code: string): void {
  fill(field(element), code);
  button(element, VERIFY).click();
}
