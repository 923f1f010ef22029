/** Asks the page whether the text may enter, as a browser does before it changes an input. */
function mayEnter(input: HTMLInputElement, inputType: string, data: string): boolean {
  const event = new InputEvent('beforeinput', {
    inputType,
    data,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  return input.dispatchEvent(event);
}

function enter(input: HTMLInputElement, inputType: string, data: string): void {
  if (!input.matches(':read-write') || !mayEnter(input, inputType, data)) return;
  const { selectionStart, selectionEnd, value } = input;
  input.setRangeText(data, selectionStart ?? value.length, selectionEnd ?? value.length, 'end');
  input.dispatchEvent(new InputEvent('input', { inputType, data, bubbles: true, composed: true }));
}

/** Types a text where the caret is, a character at a time. */
export function typeText(input: HTMLInputElement, text: string): void {
  input.focus();
  for (const character of text) enter(input, 'insertText', character);
}

/** Pastes a text where the caret is. */
export function pasteText(input: HTMLInputElement, text: string): void {
  input.focus();
  enter(input, 'insertFromPaste', text);
}

/** Fills in a text as a password manager does: all at once, past any editing. */
export function fillText(input: HTMLInputElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
