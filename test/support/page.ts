import { fixture, html } from '@open-wc/testing';
import {
  allElements,
  matchesText,
  visibleElements,
  visibleText as text,
  waitUntil,
} from '../../src/testing/harness/dom.js';
import { labelsOf } from './labels.js';
import { loadLateModules } from './late-modules.js';

/** Adds an element to the page, with properties as a script of the page sets them. */
export async function show<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  content = '',
): Promise<HTMLElementTagNameMap[Tag]> {
  await loadLateModules(tag);
  const page = await fixture<HTMLElement>(html`<div></div>`);
  const element = document.createElement(tag);
  element.append(document.createRange().createContextualFragment(content));
  page.append(Object.assign(element, properties));
  return element;
}

export { allElements, visibleElements, text };

/** Returns the accessible name of a button or a link. */
const nameOf = (element: Element): string => element.getAttribute('aria-label') ?? text(element);

function find<Found extends Element>(within: Node, selector: string, name: string): Found {
  const candidates = visibleElements(within).filter((element) => element.matches(selector));
  const found = candidates.find((element) => nameOf(element) === name);
  if (found) return found as Found;
  throw new Error(`No ${selector} "${name}" among: ${candidates.map(nameOf).join(' | ')}`);
}

/** Returns the visible button with this name. */
export const button = (within: Node, name: string): HTMLButtonElement =>
  find(within, 'button', name);

/** Returns the visible link with this name. */
export const link = (within: Node, name: string): HTMLAnchorElement => find(within, 'a', name);

/** Returns the names of all visible buttons, in reading order. */
export const buttons = (within: Node): string[] =>
  visibleElements(within)
    .filter((element) => element.matches('button'))
    .map(nameOf);

/** Returns the visible headings, in reading order. */
export const headings = (within: Node): string[] =>
  visibleElements(within)
    .filter((element) => element.matches('h2, h3'))
    .map(text);

/** Returns the only visible field. */
export function field(within: Node): HTMLInputElement {
  const fields = visibleElements(within).filter(
    (element): element is HTMLInputElement =>
      element instanceof HTMLInputElement && element.type !== 'checkbox',
  );
  const [only] = fields;
  if (!only || fields.length > 1) throw new Error(`${fields.length} fields are visible.`);
  return only;
}

/** Returns the text of the field's label. */
export const labelOf = (input: HTMLInputElement): string => labelsOf(input).map(text).join(' ');

/** Returns what a screen reader reads after the field's name: its hint and its error. */
export const descriptionOf = (input: HTMLInputElement): string =>
  (input.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent.trim() ?? '')
    .join(' ')
    .trim();

/** Enters a text in the field, as typing or a password manager does. */
export function fill(input: HTMLInputElement, value: string): void {
  input.focus();
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Returns the element that has the focus, through shadow trees. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Waits until a condition is true. */
export const until = (check: () => boolean, message: string): Promise<void> =>
  waitUntil(check, () => message);

/** Waits until a text is visible. */
export async function untilText(within: Node, expected: string | RegExp): Promise<void> {
  try {
    await until(() => matchesText(text(within), expected), '');
  } catch {
    throw new Error(`"${String(expected)}" did not show in: ${text(within)}`);
  }
}

/** Fails unless this element has the focus. */
export function expectFocusOn(element: Element | null | undefined): void {
  // Not compared by chai: the runner takes minutes to print two elements of a page.
  if (focused() !== element) throw new Error(`The focus is on ${sketch(focused())}.`);
}

const sketch = (element: Element | null): string =>
  element ? `<${element.localName}> "${nameOf(element).slice(0, 80)}"` : 'nothing';

/** Waits until the element that `get` returns has the focus. */
export async function untilFocused(get: () => Element | null | undefined): Promise<void> {
  try {
    await until(() => focused() === get(), '');
  } catch {
    expectFocusOn(get());
  }
}

/** Returns the first visible heading. */
export const heading = (within: Node): Element | undefined =>
  visibleElements(within).find((element) => element.matches('h2'));

/** Returns the texts of the live regions, without the empty ones. */
export const announced = (within: Node): string[] =>
  visibleElements(within)
    .filter((element) => element.matches('[role=alert], [role=status]'))
    .map(text)
    .filter(Boolean);
