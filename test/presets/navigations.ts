/** An address that the page was left for, and the fields when a form was posted there. */
export interface Departed {
  readonly url: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** Every attribute of the form: no field may stand in one. */
  readonly attributes?: string;
}

/**
 * Where the page is left for. It stays: addresses are noted and refused, and a form fails to be posted,
 * so that the operation ends.
 */
export class Navigations {
  /** Whether the page lets itself be left, as it has to before a form is made. */
  letsGo = false;
  last: Departed | undefined;
  readonly #submit = Object.getOwnPropertyDescriptor(HTMLFormElement.prototype, 'submit') ?? {};

  constructor() {
    document.documentElement.addEventListener('mfa-navigate', this.#note);
    const note = (form: HTMLFormElement) => this.#noteForm(form);
    HTMLFormElement.prototype.submit = function () {
      note(this);
      throw new Error('The page of a walk stays.');
    };
  }

  stop(): void {
    document.documentElement.removeEventListener('mfa-navigate', this.#note);
    Object.defineProperty(HTMLFormElement.prototype, 'submit', this.#submit);
  }

  readonly #note = (event: HTMLElementEventMap['mfa-navigate']): void => {
    if (this.letsGo) return;
    event.preventDefault();
    this.last = { url: event.detail.url };
  };

  /** A field may be called as a property of the form is, which is then out of reach. */
  #noteForm(form: HTMLFormElement): void {
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
    // What was posted in it goes with it, as it does with a page that is left.
    Element.prototype.remove.call(form);
  }
}
