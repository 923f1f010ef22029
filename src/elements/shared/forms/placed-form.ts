import type { FieldElement } from '../base/field-element.js';

/** A form with one field in the light DOM of an element. */
export interface PlacedForm {
  readonly form: HTMLFormElement;
  readonly field: FieldElement;
  /** Whether the author wrote the form. It then keeps its labels and stays in the page. */
  readonly isAdopted: boolean;
}

export interface PlacedFormOptions {
  /** The slot of the host's shadow tree that shows the form. */
  readonly slot: string;
  /** The tag name of the field. */
  readonly field: 'mfa-code-input' | 'mfa-text-field';
  /** Properties of a field that is created here, apart from its labels. */
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** Matches the buttons that submit their form. */
export const SUBMIT_BUTTONS = 'button:not([type=button]), input[type=submit]';

/** The forms created here, for any element, to tell them from author-written ones. */
const createdForms = new WeakSet<HTMLFormElement>();

const asksPassword = (form: HTMLFormElement): boolean =>
  form.querySelector('input[type=password], mfa-text-field[type=password]') !== null;

/**
 * Finds the form that the author wrote into the host for this field.
 *
 * A form for a password is only ever adopted as a form for a password: what is typed or filled in
 * there must never be sent as anything else, such as a name.
 */
export function findAuthorForm(
  host: HTMLElement,
  { field, properties }: PlacedFormOptions,
): HTMLFormElement | undefined {
  const isForPassword = properties?.type === 'password';
  const forms = host.querySelectorAll<HTMLFormElement>(':scope > form');
  // Not `:has()`, which Firefox before 121 does not support.
  return [...forms].find(
    (form) =>
      !createdForms.has(form) && form.querySelector(field) && asksPassword(form) === isForPassword,
  );
}

/** Adopts the author's form, or creates a form and appends it to the host. */
export function placeForm(host: HTMLElement, options: PlacedFormOptions): PlacedForm {
  const { slot, field: tagName, properties } = options;
  const authorForm = findAuthorForm(host, options);
  const form = authorForm ?? document.createElement('form');
  const field = authorForm?.querySelector<FieldElement>(tagName) ?? document.createElement(tagName);
  // Our own message stands beside the field; the browser's bubble would repeat it.
  form.noValidate = true;
  form.slot = slot;
  if (!authorForm) {
    // If a script of the page stops our handler or submits a copy, the browser submits by itself: with the
    // default method, a password would be in the address (C7). "dialog" sends nothing, anywhere.
    form.method = 'dialog';
    Object.assign(field, { required: true, ...properties });
    form.append(field);
    createdForms.add(form);
    host.append(form);
  }
  return { form, field, isAdopted: authorForm !== undefined };
}
