import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds in which a second submit of the same code counts as unintended. */
const REPEAT_WINDOW = 1000;

interface AutoSubmitHost extends ReactiveControllerHost, HTMLElement {
  readonly input: HTMLInputElement;
}

/**
 * Submits the form of a code field automatically, once for each code (case 59).
 *
 * Why: users often press Enter or the button straight after the last digit. Servers reject a repeated
 * code, so that second submit is canceled. Nothing else is: not a submit after the browser refused the
 * automatic one because another field was empty, after an edit anywhere in the form, by another button,
 * or later.
 *
 * @example
 * ```ts
 * #autoSubmit = new AutoSubmitController(this);
 *
 * handleComplete() {
 *   if (this.autosubmit) this.#autoSubmit.submit();
 * }
 * ```
 */
export class AutoSubmitController implements ReactiveController {
  readonly #host: AutoSubmitHost;
  /** The code that the form submitted last, and until when the same submit is a repetition. */
  #sent: { readonly code: string; readonly repeatedUntil: number } | undefined;
  #connection: AbortController | undefined;
  #isSubmitting = false;

  constructor(host: AutoSubmitHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    const options = { capture: true, signal: this.#connection.signal };
    const root = this.#host.getRootNode();
    root.addEventListener('submit', this.#handleSubmit, options);
    for (const type of ['input', 'change']) root.addEventListener(type, this.#handleEdit, options);
  }

  hostDisconnected(): void {
    this.#connection?.abort();
  }

  /**
   * Submits the field's form, unless it submitted this code last. Submits nothing while the default
   * button is disabled, as Enter does; a page that enables the button for a complete code has until the
   * next task.
   */
  submit(): void {
    const { value } = this.#host.input;
    if (!this.#defaultButton?.matches(':disabled')) {
      this.#submit(value);
      return;
    }
    setTimeout(() => {
      if (!this.#defaultButton?.matches(':disabled')) this.#submit(value);
    });
  }

  /** Forgets the submitted code: a script set the value, so the same code may be a new try. */
  forget(): void {
    this.#sent = undefined;
  }

  #submit(code: string): void {
    const { form, value } = this.#host.input;
    if (!form || value !== code || code === this.#sent?.code) return;
    this.#isSubmitting = true;
    // A control of the form may have this name.
    HTMLFormElement.prototype.requestSubmit.call(form);
    this.#isSubmitting = false;
  }

  /** The button that Enter presses: the first of the form, wherever it stands. */
  get #defaultButton(): Element | undefined {
    return controlsOf(this.#host.input.form).find((it) => 'type' in it && it.type === 'submit');
  }

  #handleSubmit = (event: Event): void => {
    const { form, value: code } = this.#host.input;
    if (event.target !== form) return;
    const now = performance.now();
    if (this.#isSubmitting) {
      this.#sent = { code, repeatedUntil: now + REPEAT_WINDOW };
    } else if (this.#isRepetition(event as SubmitEvent, code, now)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else {
      this.#sent = { code, repeatedUntil: 0 };
    }
  };

  #isRepetition({ submitter }: SubmitEvent, code: string, now: number): boolean {
    if (code !== this.#sent?.code || now > this.#sent.repeatedUntil) return false;
    return !submitter || submitter === this.#defaultButton;
  }

  /** After an edit of another control the form sends something else. */
  #handleEdit = ({ target }: Event): void => {
    const { input } = this.#host;
    if (!this.#sent || target === input) return;
    if (controlsOf(input.form).some((it) => it === target)) {
      this.#sent = { ...this.#sent, repeatedUntil: 0 };
    }
  };
}

/** Returns the controls of a form, also if one of them is named `elements`, which hides the property. */
function controlsOf(form: HTMLFormElement | null): Element[] {
  if (!form) return [];
  return [...(Reflect.get(HTMLFormElement.prototype, 'elements', form) as Iterable<Element>)];
}
