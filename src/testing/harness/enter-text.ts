/** Dispatches `beforeinput`, as a browser does, and returns false if the page cancels it. */
function allowsInput(input: HTMLInputElement, inputType: string, data: string): boolean {
  const event = new InputEvent('beforeinput', {
    inputType,
    data,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  return input.dispatchEvent(event);
}

function insert(input: HTMLInputElement, inputType: string, data: string): void {
  if (input.readOnly || input.matches(':disabled') || !allowsInput(input, inputType, data)) return;
  const { selectionStart, selectionEnd, value } = input;
  input.setRangeText(data, selectionStart ?? value.length, selectionEnd ?? value.length, 'end');
  input.dispatchEvent(new InputEvent('input', { inputType, data, bubbles: true, composed: true }));
}

/** Types a text at the caret, one character at a time. */
export function typeText(input: HTMLInputElement, text: string): void {
  input.focus();
  for (const character of text) insert(input, 'insertText', character);
}

/** Pastes a text at the caret. */
export function pasteText(input: HTMLInputElement, text: string): void {
  input.focus();
  insert(input, 'insertFromPaste', text);
}

/** Sets a text as a password manager does: all at once, without editing events. */
export function fillText(input: HTMLInputElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
