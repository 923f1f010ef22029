/** What the input of a code is, whoever wrote it (case 45). */
const ATTRIBUTES = {
  type: 'text',
  inputmode: 'numeric',
  autocomplete: 'one-time-code',
  autocapitalize: 'off',
  autocorrect: 'off',
  spellcheck: 'false',
  enterkeyhint: 'done',
  translate: 'no',
} as const;

/** These would cut off a paste before it is read, or call a code in the making too short (S9). */
const CUTTING = ['maxlength', 'minlength'];

/**
 * Tells browsers, phones and password managers that an input is for a one-time code of `length`
 * digits. Its validity is the browser's: `required`, and all the digits or none (case 52).
 */
export function prepareInput(input: HTMLInputElement, length: number): void {
  for (const [name, value] of Object.entries(ATTRIBUTES)) {
    if (input.getAttribute(name) !== value) input.setAttribute(name, value);
  }
  for (const name of CUTTING) input.removeAttribute(name);
  if (!input.name) input.name = 'code';
  input.pattern = `[0-9]{${length}}`;
}
