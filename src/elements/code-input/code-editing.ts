import { findCode, onlyDigits } from '../../otp/digits.js';

/** A code and the selection in it. Start and end are equal if there is only a caret. */
export interface CodeText {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Inserts a text into a code: typed, pasted, dropped, suggested by a keyboard or committed by an input
 * method.
 *
 * - A text with one clear code in it replaces everything (cases 25–28, 35, 39, 40).
 * - More digits than fit, with no clear code among them, are rejected: taking some of them would make
 *   a wrong code without any message (case 32).
 * - Otherwise its digits overwrite those at the caret (cases 4, 5, 34) or replace the selection
 *   (cases 10, 12). At the end of a complete code they replace the last digit (case 3).
 *
 * @param before The code and the selection before the insertion.
 * @param text The inserted text.
 * @param length The number of digits of the code.
 * @returns The code after the insertion; `undefined` if nothing can be inserted and the code stays.
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

/**
 * Returns whether a text that arrived as a whole is clearly no code and no part of one: it has letters,
 * and no code among them. A recovery code is such a text; its digits are not to be picked out of it.
 */
export function isForeign(text: string, length: number): boolean {
  return text.length > 1 && /\p{L}/u.test(text) && !findCode(text, length);
}

/** Returns whether a text that was filled in as a whole is foreign, or has more digits than fit (case 32). */
export const isUnreadable = (text: string, length: number): boolean =>
  isForeign(text, length) || (onlyDigits(text).length > length && !findCode(text, length));

/** Returns whether the browser would do the same. It then does, and keeps its own undo. */
export function isPlainInsertion(before: CodeText, text: string, after: CodeText): boolean {
  const head = before.value.slice(0, before.start) + text;
  return after.value === head + before.value.slice(before.end) && after.start === head.length;
}

/**
 * Returns the code in a text that was set as a whole, without editing: by a password manager, autofill
 * or a page's script. A part of a code counts: `12ab` is `12`.
 *
 * @param fallback Returned if there are more digits than fit and no clear code.
 */
export function codeFrom(text: string, length: number, fallback: string): string {
  const digits = onlyDigits(text);
  if (digits.length < length) return digits;
  return findCode(text, length) ?? (digits.length === length ? digits : fallback);
}

/**
 * Returns the text that an input method has composed so far: the input's raw value without what was
 * before and after the selection in which it began.
 */
export function composedText(before: CodeText, raw: string): string {
  return raw.slice(before.start, raw.length - (before.value.length - before.end));
}

/** Returns the smallest replacement that turns one value into another, so that undo steps stay small. */
export function replacement(from: string, to: string) {
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1;
  let kept = 0;
  const most = Math.min(from.length, to.length) - start;
  while (kept < most && from[from.length - 1 - kept] === to[to.length - 1 - kept]) kept += 1;
  return { start, end: from.length - kept, text: to.slice(start, to.length - kept) };
}
