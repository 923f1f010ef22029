import { writeAttribute } from '../shared/page/write-attribute.js';

/** The attributes of the input, also of one that an author wrote (case 45). */
const ATTRIBUTES = {
  type: 'text',
  inputmode: 'numeric',
  autocomplete: 'one-time-code',
  autocapitalize: 'off',
  autocorrect: 'off',
  spellcheck: 'false',
  enterkeyhint: 'done',
  translate: 'no',
  // These would truncate a paste before it is read, or make an incomplete code too short (S9).
  maxlength: undefined,
  minlength: undefined,
} as const;

/**
 * Marks an input as one for a one-time code of `length` digits, for browsers, phones and password
 * managers. The browser validates it: `required`, and all the digits or none (case 52).
 */
export function prepareInput(input: HTMLInputElement, length: number): void {
  const attributes = { ...ATTRIBUTES, pattern: `[0-9]{${length}}` };
  for (const [name, value] of Object.entries(attributes)) writeAttribute(input, name, value);
  if (!input.name) input.name = 'code';
}
