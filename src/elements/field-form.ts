import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MfaError, MfaErrorKind } from '../backend/mfa-error.js';
import { errorSentence } from '../localization/error-sentence.js';
import type { FieldElement } from './field/field-element.js';

/** What the field is for at this step. */
export interface FieldFormContent {
  readonly label: string;
  readonly hint?: string;
  /** What to say when the form is sent while the field is not complete. */
  readonly incomplete: string;
  /** Why the last try was refused. Shown once, until the person edits the field. */
  readonly error?: MfaError | undefined;
  /** What to say in place of the error's own sentence, where more is known. */
  readonly explanation?: string | undefined;
  /** Puts the cursor in the field when it appears. */
  readonly focus?: boolean;
}

export interface FieldFormOptions {
  /** The slot of the host's shadow tree where the form stands, and so its name. */
  readonly slot: string;
  /** The field's tag. */
  readonly field: 'mfa-code-input' | 'mfa-text-field';
  /** What the field's own properties are, apart from its words. */
  readonly properties?: Readonly<Record<string, unknown>>;
  /** Called with a complete value. */
  readonly submit: (value: string) => void;
}

/** These say that what was typed is of no use any more; after any other failure it is kept. */
const SPENT_KINDS: readonly MfaErrorKind[] = ['invalid-code', 'code-reused', 'invalid-password'];

/**
 * Owns: one `<form>` with one field in the light DOM of a flow tag: created when it is needed,
 * adopted when the author wrote it, filled, cleared and removed.
 * Does not own: what the field looks like or accepts (the field), or what happens to the value.
 * Why like this: a real input in the page's own tree is found by labels, password managers and
 * one-time-code autofill (ARCHITECTURE.md, decision 1); the button that sends it is painted in the
 * shadow tree and calls {@link requestSubmit}.
 */
export class FieldForm implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: FieldFormOptions;
  #form: HTMLFormElement | undefined;
  #field: FieldElement | undefined;
  #adopted = false;
  #incomplete = '';
  #shownError: MfaError | undefined;
  #sentence = '';

  constructor(host: ReactiveControllerHost & HTMLElement, options: FieldFormOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Puts the form in place with these words. Called at each render of a step that has the field. */
  show(content: FieldFormContent): void {
    const isNew = !this.#form;
    const field = this.#ensureField();
    this.#incomplete = content.incomplete;
    if (!this.#adopted) {
      field.label = content.label;
      field.hint = content.hint ?? '';
    }
    if (isNew && content.focus) void this.#enter('focus');
    this.#showError(content);
  }

  /** Takes the form away, and with it what was typed. Called when a step has no use for it. */
  hide(): void {
    if (!this.#form) return;
    if (this.#field) this.#field.value = '';
    this.#form.removeEventListener('submit', this.#handleSubmit);
    if (!this.#adopted) this.#form.remove();
    this.#form = undefined;
    this.#field = undefined;
    this.#shownError = undefined;
    this.#sentence = '';
  }

  /** Whether the author's form has its own button, which also works without JavaScript. */
  get hasButton(): boolean {
    return this.#written?.querySelector('button:not([type=button]), input[type=submit]') != null;
  }

  /** Sends the form as its own button would. */
  requestSubmit(): void {
    this.#form?.requestSubmit();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.hide();
    });
  }

  /** The form that the author wrote into the tag. */
  get #written(): HTMLFormElement | null {
    const form = this.#host.querySelector<HTMLFormElement>(
      `:scope > form:has(${this.#options.field})`,
    );
    return form === this.#form && !this.#adopted ? null : form;
  }

  #ensureField(): FieldElement {
    if (this.#field) return this.#field;
    const { slot, field: tag, properties } = this.#options;
    const written = this.#written;
    const field = written?.querySelector<FieldElement>(tag) ?? document.createElement(tag);
    const form = written ?? document.createElement('form');
    this.#adopted = written !== null;
    if (!this.#adopted) {
      Object.assign(field, { required: true, ...properties });
      form.append(field);
    }
    // Our own sentence stands beside the field; the browser's bubble would say it a second time.
    form.noValidate = true;
    form.slot = slot;
    form.addEventListener('submit', this.#handleSubmit);
    if (!this.#adopted) this.#host.append(form);
    this.#form = form;
    this.#field = field;
    return field;
  }

  readonly #handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const field = this.#field;
    if (!field) return;
    if (field.input.validity.valid && field.value !== '') {
      this.#options.submit(field.value);
      return;
    }
    field.error = this.#incomplete;
    void this.#enter('focus');
  };

  /** Each error is shown once: the field takes it away at the next edit, a render brings none back. */
  #showError({ error, explanation }: FieldFormContent): void {
    const field = this.#field;
    if (!field) return;
    const isNew = error !== this.#shownError;
    const shownSentence = this.#sentence;
    this.#shownError = error;
    this.#sentence = error ? (explanation ?? errorSentence(error)) : '';
    // In another language since, or new.
    if (isNew || field.error === shownSentence) field.error = this.#sentence;
    if (!error || !isNew) return;
    if (SPENT_KINDS.includes(error.kind)) field.value = '';
    void this.#enter('select');
  }

  /**
   * Brings focus to the field once it is painted.
   *
   * @param how `select` also selects what was kept: the next code that is typed takes its place (A11).
   */
  async #enter(how: 'focus' | 'select'): Promise<void> {
    const field = this.#field;
    await field?.updateComplete;
    field?.[how]();
  }
}
