import { allElements, visibleElements, visibleText } from '../../../src/testing/harness/dom.js';
import { SAMPLE } from '../../../src/testing/sample-account.js';
import type { Observed } from '../observed.js';
import { TYPED } from '../typed.js';
import { focused, heard } from './announcements.js';
import { everywhere } from './everywhere.js';
import { logged } from './log.js';

const MESSAGES = '[role=alert], [role=status], [slot=error], .notice, .expiry-text';
const SECRETS = [...TYPED.codes, ...TYPED.recoveryCodes, TYPED.password];

/** Returns the visible field, if there is one. */
export const fieldIn = (element: Element): HTMLInputElement | undefined =>
  visibleElements(element).find(
    (inner): inner is HTMLInputElement =>
      inner instanceof HTMLInputElement && inner.type !== 'checkbox',
  );

/** Returns the visible control with this part, in an open dialog if there is one. */
export function controlIn(element: Element, part: string): HTMLElement | undefined {
  const within = everywhere('dialog[open]')[0] ?? element;
  return visibleElements(within).find((inner): inner is HTMLElement =>
    inner.matches(`[part~="${part}"]:is(button, a, summary)`),
  );
}

const nameOf = (element: Element): string =>
  element.getAttribute('aria-label') ?? visibleText(element);

/** The last of the parts of a control says what it does. */
const partOf = (element: Element): string => [...element.part].at(-1) ?? element.localName;

function focusIn(element: Element): string {
  const active = focused();
  if (!active || active === document.body) return 'nothing';
  if (!allElements(element).includes(active)) return 'outside';
  if (active instanceof HTMLInputElement) return 'field';
  return active.matches('h2') ? 'heading' : partOf(active);
}

/** Everything that a script of the page could read: texts, attributes and values. */
const contentOf = (element: Element): string[] =>
  allElements(element).flatMap((inner) => [
    ...[...inner.attributes].map(({ value }) => value),
    ...[...inner.childNodes].flatMap((node) => (node instanceof Text ? [node.data] : [])),
    ...(inner instanceof HTMLInputElement ? [inner.value] : []),
  ]);

/** Whether the key of the QR code is anywhere in the element: in groups, or in the URI that an app opens. */
const hasKey = (element: Element): boolean =>
  allElements(element).some((inner) =>
    [
      inner.shadowRoot?.textContent,
      inner.textContent,
      ...[...inner.attributes].map(({ value }) => value),
    ]
      .map((text) => text?.replaceAll(/\s/g, ''))
      .some((text) => text?.includes(SAMPLE.secret)),
  );

function messagesIn(visible: readonly Element[]): string[] {
  const parts = visible.filter((inner) => inner.matches(MESSAGES));
  const innermost = parts.filter(
    (part) => !parts.some((other) => other !== part && part.contains(other)),
  );
  return innermost.map(visibleText).filter(Boolean);
}

/** Reads what a person meets. */
export function readPage(element: Element): Observed {
  const visible = visibleElements(element);
  const field = fieldIn(element);
  const content = contentOf(element);
  const hasQr = visible.some((inner) => inner.localName === 'mfa-qr-code');
  const elsewhere = content.filter((text) => text !== field?.value);
  return {
    text: visibleText(element),
    headings: visible.filter((inner) => inner.matches('h2')).map(visibleText),
    messages: messagesIn(visible),
    focus: focusIn(element),
    ...(field && { field: field.value }),
    hasQr,
    strayedSecrets: [
      ...SECRETS.filter((secret) => elsewhere.some((text) => text.includes(secret))),
      ...(hasQr || !hasKey(element) ? [] : [SAMPLE.secret]),
    ],
    isWaiting: visible.some((inner) => inner.matches('[part~=retry-notice]')),
    controls: visible.filter((inner) => inner.matches('button[part], a[part]')).map(nameOf),
    primary: visible.filter((inner) => inner.matches('.button--primary')).map(nameOf),
    announcements: heard(),
    logged: logged(),
  };
}
