import { aTimeout, fixture, html } from '@open-wc/testing';
import '../../../src/elements/code-input/mfa-code-input.js';
import type { CodeInputElement } from '../../../src/elements/code-input/code-input-element.js';
import { engine, pressKeys } from '../../support/engine.js';

/** A code field with the label "Code" and the events that it fired, in order. */
export interface CodeField {
  readonly element: CodeInputElement;
  readonly input: HTMLInputElement;
  /** The types of the events that reached the field's parent. */
  readonly events: string[];
  /** The value of the input at the last `input` event that reached the field's parent. */
  readonly kept: string;
}

const LISTENED = ['input', 'change', 'mfa-code-complete'] as const;

/** Mounts a field in the page. */
export async function codeField(
  template = html`<mfa-code-input label="Code"></mfa-code-input>`,
): Promise<CodeField> {
  const page = await fixture<HTMLElement>(html`<div>${template}</div>`);
  const element = page.querySelector('mfa-code-input');
  if (!element) throw new Error('the template has no mfa-code-input');
  await element.updateComplete;
  const events: string[] = [];
  for (const type of LISTENED) page.addEventListener(type, () => events.push(type));
  let kept = '';
  page.addEventListener('input', () => (kept = element.input.value));
  return {
    element,
    input: element.input,
    events,
    get kept() {
      return kept;
    },
  };
}

/** Mounts a field, focuses it and types `typed`. */
export async function focusedField(typed = '', template?: ReturnType<typeof html>) {
  const field = await codeField(template);
  field.element.focus();
  await type(typed);
  field.events.length = 0;
  return field;
}

/** Returns what the painted slots show to a person, with a dot for an empty one. */
export function shown({ element }: Pick<CodeField, 'element'>): string {
  return slots(element)
    .map((slot) => shownIn(slot) || '.')
    .join('');
}

/** Returns the glyph that a painted slot shows; '' if it is empty. */
const shownIn = (slot: Element): string =>
  [...slot.children]
    .filter((glyph) => glyph.checkVisibility())
    .map(({ textContent }) => textContent)
    .join('');

/** Returns the numbers, from 1, of the slots that show the caret. */
export function active({ element }: CodeField): number[] {
  return slots(element).flatMap((slot, index) =>
    slot.classList.contains('digit--active') ? [index + 1] : [],
  );
}

/** The painted slots. */
export function slots(element: CodeInputElement): HTMLElement[] {
  return [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[part=digit]') ?? [])];
}

/** Types a text on the keyboard, one key per character. */
export async function type(text: string): Promise<void> {
  await press(...[...text].map((key) => (key === ' ' ? 'Space' : key)));
}

/** Presses keys one after the other; `Control+a` is one. */
export async function press(...keys: string[]): Promise<void> {
  await pressKeys(...keys);
  await painted();
}

/** Puts a text on the clipboard and pastes it at the focus with the keyboard. */
export async function paste(text: string): Promise<void> {
  const target = document.activeElement as HTMLInputElement;
  const { selectionStart, selectionEnd } = target;
  const source = document.createElement('textarea');
  source.value = text;
  document.body.append(source);
  source.select();
  await press('Control+c');
  source.remove();
  target.focus();
  target.setSelectionRange(selectionStart, selectionEnd);
  await press('Control+v');
}

/** Puts data of these types on the clipboard, as a program does, and pastes them at the focus. */
export async function pasteData(data: Readonly<Record<string, string>>): Promise<void> {
  const target = document.activeElement as HTMLInputElement;
  const { selectionStart, selectionEnd } = target;
  const source = await fixture<HTMLButtonElement>(html`<button>Copy</button>`);
  const fillClipboard = (event: ClipboardEvent) => {
    event.preventDefault();
    for (const [type, text] of Object.entries(data)) event.clipboardData?.setData(type, text);
  };
  document.addEventListener('copy', fillClipboard, { once: true });
  source.focus();
  await press('Control+c');
  document.removeEventListener('copy', fillClipboard);
  target.focus();
  target.setSelectionRange(selectionStart, selectionEnd);
  await press('Control+v');
}

/** Undoes the last edit. WebKitGTK leaves the keys for it to the menu of a browser. */
export async function undo(): Promise<void> {
  if (engine === 'webkit') document.execCommand('undo');
  else await press('Control+z');
  await painted();
}

/** Sends the event of a phone's keyboard when the suggested code is tapped; the browser then inserts it. */
export function suggest(input: HTMLInputElement, data: string, inputType = 'insertText'): void {
  const event = new InputEvent('beforeinput', {
    inputType,
    data,
    bubbles: true,
    composed: true,
    cancelable: true,
  });
  if (input.dispatchEvent(event)) document.execCommand('insertText', false, data);
}

/** Fills the input as a password manager does: the native setter, then the two events (case 41). */
export function fillIn(input: HTMLInputElement, value: string): void {
  const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  native?.set?.call(input, value);
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Waits until the browser has reported the selection, and the fields have rendered it. */
export async function painted(): Promise<void> {
  // Not an animation frame: a background tab, which the runner uses, gets none.
  await aTimeout(0);
  await Promise.all(
    [...document.querySelectorAll('mfa-code-input')].map((element) => element.updateComplete),
  );
}
