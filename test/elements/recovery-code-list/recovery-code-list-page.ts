import '../../../src/elements/recovery-code-list/mfa-recovery-code-list.js';
import { SAMPLE } from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import { allElements, show, untilText } from '../../support/page.js';

type Properties = Partial<HTMLElementTagNameMap['mfa-recovery-code-list']>;

export const REMINDER = message('recovery-code-list.reminder.other');

/** Shows the sample codes. */
export async function codeList(properties: Properties = {}) {
  const element = await show('mfa-recovery-code-list', {
    codes: SAMPLE.recoveryCodes,
    issuer: SAMPLE.issuer,
    createdAt: new Date('2026-03-02T12:00:00'),
    ...properties,
  });
  await untilText(element, element.codes[0] ?? '');
  return element;
}

/** Returns the checkbox "I have kept my recovery codes". */
export function box(within: Element): HTMLInputElement {
  const found = allElements(within).find((inner) => inner.matches('input[type=checkbox]'));
  if (!(found instanceof HTMLInputElement)) throw new Error('There is no box to tick.');
  return found;
}

/** Returns true if the browser would ask for confirmation before the page is left. */
export function asksBeforeLeaving(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

/** Returns what would be printed in place of the page, if it exists. */
export const printSheet = (): Element | null => document.querySelector('mfa-print-sheet');
