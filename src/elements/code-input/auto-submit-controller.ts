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
 * code, so that second submit is canceled. A later submit is a new try and is not canceled.
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
  #submitted: { readonly code: string; readonly at: number } | undefined;
  #connection: AbortController | undefined;
  #isSubmitting = false;

  constructor(host: AutoSubmitHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    const root = this.#host.getRootNode();
    root.addEventListener('submit', this.#handleSubmit, { capture: true, signal });
  }

  hostDisconnected(): void {
    this.#connection?.abort();
  }

  /** Submits the field's form, unless it submitted this code last. */
  submit(): void {
    const { form, value } = this.#host.input;
    if (!form || value === this.#submitted?.code) return;
    this.#submitted = { code: value, at: performance.now() };
    this.#isSubmitting = true;
    form.requestSubmit();
    this.#isSubmitting = false;
  }

  /** Forgets the submitted code: a script set the value, so the same code may be a new try. */
  forget(): void {
    this.#submitted = undefined;
  }

  #handleSubmit = (event: Event) => {
    const { form, value } = this.#host.input;
    if (event.target !== form || this.#isSubmitting || value !== this.#submitted?.code) return;
    if (performance.now() - this.#submitted.at > REPEAT_WINDOW) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
}
