import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** For how long, in ms, a second submit of the same code counts as a slip of the hand. */
const SLIP = 1000;

interface AutoSubmitHost extends ReactiveControllerHost, HTMLElement {
  readonly input: HTMLInputElement;
}

/**
 * Submits the form of a code field by itself, once for each code (case 59).
 *
 * Whoever has typed the last digit often presses Enter or the button straight after. Servers refuse
 * the same code a second time, so that second submit is stopped; a later one is a new try and is not.
 */
export class AutoSubmitController implements ReactiveController {
  readonly #host: AutoSubmitHost;
  #sent: { readonly code: string; readonly at: number } | undefined;
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

  /** Submits the field's form, unless this code was the last that was submitted here. */
  submit(): void {
    const { form, value } = this.#host.input;
    if (!form || value === this.#sent?.code) return;
    this.#sent = { code: value, at: performance.now() };
    this.#isSubmitting = true;
    form.requestSubmit();
    this.#isSubmitting = false;
  }

  /** The owner changed the value: the same code may be a new try. */
  forget(): void {
    this.#sent = undefined;
  }

  #handleSubmit = (event: Event) => {
    const { form, value } = this.#host.input;
    if (event.target !== form || this.#isSubmitting || value !== this.#sent?.code) return;
    if (performance.now() - this.#sent.at > SLIP) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
}
