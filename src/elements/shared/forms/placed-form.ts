import type { FieldElement } from '../base/field-element.js';
import { isAuthored, type PlacedChildren } from '../base/placed-children.js';

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

const asksForPassword = (form: HTMLFormElement): boolean =>
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
      isAuthored(form) && form.querySelector(field) && asksForPassword(form) === isForPassword,
  );
}

/** Returns the author's form if there is one, otherwise the current form if it was created here, otherwise a new one. */
export function chooseForm(
  host: HTMLElement,
  children: PlacedChildren,
  options: PlacedFormOptions,
  current: PlacedForm | undefined,
): PlacedForm {
  const form = findAuthorForm(host, options);
  const field = form?.querySelector<FieldElement>(options.field);
  if (form && field) {
    const isCurrent = current?.isAdopted && current.form === form && current.field === field;
    return isCurrent ? current : { form, field, isAdopted: true };
  }
  const isReusable = current && !isAuthored(current.form) && !isAuthored(current.field);
  return isReusable ? current : createForm(children, options);
}

/** Puts a form where it is shown, also if a script of the page has moved or changed it. */
export function showForm(
  { form, field, isAdopted }: PlacedForm,
  children: PlacedChildren,
  { slot }: PlacedFormOptions,
): void {
  // Our own message stands beside the field; the browser's bubble would repeat it.
  if (!form.noValidate) form.noValidate = true;
  if (isAdopted) {
    children.watch(form, {
      childList: true,
      subtree: true,
      attributeFilter: ['slot', 'novalidate'],
    });
    children.adopt(form, slot);
    return;
  }
  // If a script of the page stops our handler or submits a copy, the browser submits by itself: with the
  // default method, a password would be in the address (C7). "dialog" sends nothing, anywhere.
  if (form.method !== 'dialog') form.method = 'dialog';
  children.watch(form, { childList: true, attributes: true });
  children.place(form, slot);
  children.place(field, '', form);
}

function createForm(
  children: PlacedChildren,
  { field: tagName, properties }: PlacedFormOptions,
): PlacedForm {
  const form = children.create('form');
  const field: FieldElement = children.create(tagName);
  Object.assign(field, { required: true, ...properties });
  return { form, field, isAdopted: false };
}
