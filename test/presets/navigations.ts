/** A URL that the page would have navigated to, and the fields if a form was posted there. */
export interface Navigation {
  readonly url: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** Every attribute of the form: none may contain the value of a field. */
  readonly attributes?: string;
}

/**
 * Records navigations and prevents them: `mfa-navigate` is canceled, and to post a form throws, so that the
 * operation ends.
 */
export class Navigations {
  /** Does not cancel `mfa-navigate`: only then the element makes its form. */
  allowsForm = false;
  last: Navigation | undefined;
  readonly #submit = Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, 'submit') ?? {};

  constructor() {
    document.documentElement.addEventListener('mfa-navigate', this.#record);
    const record = (form: HTMLFormElement) => this.#recordForm(form);
    HTMLFormElement.prototype.submit = function () {
      record(this);
      throw new Error('The page of a walk stays.');
    };
  }

  stop(): void {
    document.documentElement.removeEventListener('mfa-navigate', this.#record);
    Object.defineProperty(HTMLFormElement.prototype, 'submit', this.#submit);
  }

  readonly #record = (event: HTMLElementEventMap['mfa-navigate']): void => {
    if (this.allowsForm) return;
    event.preventDefault();
    this.last = { url: event.detail.url };
  };

  /** The name of a field may hide a property of the form: it is read by the prototype's methods. */
  #recordForm(form: HTMLFormElement): void {
    const fields = Object.fromEntries(
      [...new FormData(form)].map(([name, value]) => [
        name,
        typeof value === 'string' ? value : value.name,
      ]),
    );
    const attributes = [form, ...Element.prototype.querySelectorAll.call(form, '*')].flatMap(
      (element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`),
    );
    const url = form.getAttribute('action') ?? '';
    this.last = { url, fields, attributes: attributes.join('\n') };
    // What was posted is removed with the form, as a navigation would remove it.
    Element.prototype.remove.call(form);
  }
}
