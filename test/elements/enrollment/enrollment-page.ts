import '../../../src/elements/enrollment/mfa-enrollment.js';
import { scriptedBackend, type ScriptedBackendOptions } from '../../../src/testing/index.js';
import { button, everything, field, fill, show, untilText } from '../../support/page.js';

export const VERIFY = 'Code verifiëren';
export const LINKED = 'Je Authenticator-app is gekoppeld aan ProfiPortaal';
export const KEY = 'JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP';

type Properties = Partial<HTMLElementTagNameMap['mfa-enrollment']>;

/** An enrollment with a server in memory, as soon as it is in the document. */
export async function enrollment(
  options: ScriptedBackendOptions = {},
  properties: Properties = {},
) {
  const backend = scriptedBackend(options);
  const element = await show('mfa-enrollment', { backend, ...properties });
  return { element, backend };
}

/** An enrollment of which the QR code shows. */
export async function scanning(options: ScriptedBackendOptions = {}, properties: Properties = {}) {
  const shown = await enrollment(options, properties);
  await untilText(shown.element, KEY);
  return shown;
}

/** Types a code and presses the button. */
export function enter(element: HTMLElement, code: string): void {
  fill(field(element), code);
  button(element, VERIFY).click();
}

/** The QR code that is drawn, if there is one. */
export const drawing = (element: HTMLElement): Element | undefined =>
  everything(element).find(
    (inner) => inner.localName === 'svg' && inner.getAttribute('role') === 'img',
  );
