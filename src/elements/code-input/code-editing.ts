import { findCode, onlyDigits } from '../../otp/digits.js';

/** A code and what is selected in it; start and end are equal where there is only a caret. */
export interface CodeText {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/**
 * What a text inserted into a code leads to: typed, pasted, dropped, suggested by a keyboard or
 * committed by an input method. `undefined` when nothing of it can enter, and the code stays.
 *
 * - A text with one clear code in it replaces everything (cases 25–28, 35, 39, 40).
 * - More digits than fit with no clear code among them are refused, since whichever were taken would
 *   be a wrong code without a word (case 32).
 * - Otherwise its digits go over those at the caret (cases 4, 5, 34), or take the place of the
 *   selection (cases 10, 12). At the end of a full code the last digit is replaced (case 3).
 *
 * @param before The code and the selection that the text meets.
 * @param text What is inserted.
 * @param length How many digits the code has.
 */
export function insertIntoCode(
  before: CodeText,
  text: string,
  length: number,
): CodeText | undefined {
  const digits = onlyDigits(text);
  if (!digits) return undefined;
  const code = digits.length < length ? undefined : findCode(text, length);
  if (code) return { value: code, start: length, end: length };
  if (digits.length >= length) return undefined;
  const start = Math.min(before.start, length - 1);
  const caret = Math.min(start + digits.length, length);
  const head = before.value.slice(0, start) + digits;
  const isRange = before.end > before.start;
  const rest = before.value.slice(isRange ? before.end : caret);
  const fits = head.length + rest.length <= length;
  const value = (fits ? head + rest : head + before.value.slice(caret)).slice(0, length);
  return { value, start: caret, end: caret };
}

/** Whether the browser would come to the same by itself; it then may, and keeps its own undo. */
export function isPlainInsertion(before: CodeText, text: string, after: CodeText): boolean {
  const head = before.value.slice(0, before.start) + text;
  return after.value === head + before.value.slice(before.end) && after.start === head.length;
}

/**
 * The code in a text that arrived in the input as a whole, past any editing: a password manager, an
 * autofill, a page's script. As much of it as is one: `12ab` is `12`.
 *
 * @param fallback What to keep when there are more digits than fit and no clear code.
 */
export function codeFrom(text: string, length: number, fallback: string): string {
  const digits = onlyDigits(text);
  if (digits.length < length) return digits;
  return findCode(text, length) ?? (digits.length === length ? digits : fallback);
}

/**
 * What an input method has put between the two sides of the selection it began at, while it is still
 * composing: the input's raw value without those sides.
 */
export function composedText(before: CodeText, raw: string): string {
  return raw.slice(before.start, raw.length - (before.value.length - before.end));
}

/** The smallest replacement that makes one value into another, so that undo steps stay small. */
export function replacement(from: string, to: string) {
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1;
  let kept = 0;
  const most = Math.min(from.length, to.length) - start;
  while (kept < most && from[from.length - 1 - kept] === to[to.length - 1 - kept]) kept += 1;
  return { start, end: from.length - kept, text: to.slice(start, to.length - kept) };
}
