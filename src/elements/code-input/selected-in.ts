import type { CodeText } from './code-editing.js';

/** What is in an input now, with its caret or selection. */
export function selectedIn(input: HTMLInputElement): CodeText {
  const { value, selectionStart, selectionEnd } = input;
  const start = selectionStart ?? value.length;
  return { value, start, end: selectionEnd ?? start };
}
