import { replacement } from './code-editing.js';

/**
 * Makes the input's value another one as if it had been typed: with one `input` event, and with the
 * browser's undo still able to bring the old value back (case 19).
 *
 * `execCommand` is deprecated and is the only way to do both: setting `value` and `setRangeText`
 * empty the undo stack (measured in Chromium; reference case 19). Where it is refused the value is
 * set, and undo is lost.
 */
export function replaceValue(input: HTMLInputElement, value: string): void {
  const { start, end, text } = replacement(input.value, value);
  // The command works on what has the focus, whatever that is.
  input.focus();
  input.setSelectionRange(start, end);
  const done = document.execCommand(text ? 'insertText' : 'delete', false, text);
  if (done) return;
  input.value = value;
  input.dispatchEvent(
    new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: text }),
  );
}
