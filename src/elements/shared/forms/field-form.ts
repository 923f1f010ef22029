import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MfaError, MfaErrorKind } from '../../../backend/mfa-error.js';
import { errorMessage } from '../../../localization/error-message.js';
import { contentLanguage } from '../../../localization/content-language.js';
import type { FieldElement } from '../base/field-element.js';
import { RetryTimer } from './retry-timer.js';
import { sendsAgain } from '../controls/sends-again.js';

/** What the field is for at this step. */
export interface FieldFormContent {
  readonly label: string;
  readonly hint?: string;
  /** What to say when the form is sent while the field is not complete. */
  readonly incomplete: string;
  /** What is in the field when it appears, selected. Default nothing. */
  readonly value?: string;
  /** Why the last try was refused. Shown once, until the person edits the field. */
  readonly error?: MfaError | undefined;
  /** What to say in place of the error's own sentence, where more is known. */
  readonly explanation?: string | undefined;
  /** One more sentence after it. */
  readonly addition?: string | undefined;
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
  /** What is sent of what was typed, which stays as it is; empty where nothing is left of it. */
  readonly normalize?: (value: string) => string;
  /** What is wrong with a complete value, as a sentence; nothing when it may be sent. */
  readonly check?: (value: string) => string | undefined;
  /** Called with a complete value. */
  readonly submit: (value: string) => void;
}

/** These say that what was typed is of no use any more; after any other failure it is kept. */
const SPENT_KINDS: readonly MfaErrorKind[] = ['invalid-code', 'code-reused', 'invalid-password'];

/** The forms that were made here, in whichever tag: none of them was written by an author. */
const made = new WeakSet<HTMLFormElement>();

/** What is typed or filled in there must never be sent as anything else, a name for instance. */
const asksPassword = (form: HTMLFormElement): boolean =>
  form.querySelector('input[type=password], mfa-text-field[type=password]') !== null;

const BUTTONS = 'button:not([type=button]), input[type=submit]';

/**
 * Owns: one `<form>` with one field in the light DOM of a flow tag: created when it is needed,
 * adopted when the author wrote it, filled, cleared and removed; and that it sends nothing while the
 * next try has to wait.
 * Does not own: what the field looks like or accepts (the field), or what happens to the value.
 * Why like this: a real input in the page's own tree is found by labels, password managers and
 * one-time-code autofill (ARCHITECTURE.md, decision 1); the button that sends it is painted in the
 * shadow tree and calls {@link requestSubmit}.
 */
export class FieldForm implements ReactiveController {
  /** How long the next try has to wait. It outlives the form: whoever comes back still has to. */
  readonly wait: RetryTimer;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: FieldFormOptions;
  #form: HTMLFormElement | undefined;
  #field: FieldElement | undefined;
  #connection: AbortController | undefined;
  #adopted = false;
  #incomplete = '';
  #shownError: MfaError | undefined;
  #sentence = '';
  /** What the field says that we found wrong ourselves. */
  #found = '';
  #waits = false;
  #isMarked = false;

  constructor(host: ReactiveControllerHost & HTMLElement, options: FieldFormOptions) {
    this.#host = host;
    this.#options = options;
    this.wait = new RetryTimer(host);
    host.addController(this);
  }

  /** Puts the form in place with these words. Called at each render of a step that has the field. */
  show(content: FieldFormContent): void {
    const isNew = !this.#form;
    const field = this.#ensureField();
    this.#incomplete = content.incomplete;
    if (!this.#adopted) {
      this.#markLanguage();
      field.label = content.label;
      field.hint = content.hint ?? '';
    }
    if (isNew && content.value !== undefined) field.value = content.value;
    if (isNew && content.focus) void this.#enter(content.value ? 'select' : 'focus');
    if (isNew) this.wait.resume();
    this.#showError(content);
    this.#markButton(this.wait.isRunning);
  }

  /** Takes the form away, and with it what was typed. Called when a step has no use for it. */
  hide(): void {
    if (!this.#form) return;
    if (this.#field) this.#field.value = '';
    this.wait.pause();
    this.#markButton(false);
    this.#connection?.abort();
    if (!this.#adopted) this.#form.remove();
    this.#form = undefined;
    this.#field = undefined;
    this.#shownError = undefined;
    this.#sentence = '';
  }

  /** Whether the author's form has its own button, which also works without JavaScript. */
  get hasButton(): boolean {
    return this.#written?.querySelector(BUTTONS) != null;
  }

  /** Sends the form as its own button would. */
  requestSubmit(): void {
    this.#form?.requestSubmit();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.hide();
      this.wait.end();
    });
  }

  /** The form that the author wrote into the tag. */
  get #written(): HTMLFormElement | undefined {
    const { field, properties } = this.#options;
    const isForPassword = properties?.type === 'password';
    const forms = this.#host.querySelectorAll<HTMLFormElement>(':scope > form');
    // Not `:has()`, which Firefox before 121 refuses.
    return [...forms].find(
      (form) =>
        !made.has(form) && form.querySelector(field) && asksPassword(form) === isForPassword,
    );
  }

  #ensureField(): FieldElement {
    if (this.#field) return this.#field;
    const { slot, field: tag, properties } = this.#options;
    const written = this.#written;
    const field = written?.querySelector<FieldElement>(tag) ?? document.createElement(tag);
    const form = written ?? document.createElement('form');
    this.#adopted = written !== undefined;
    if (!this.#adopted) {
      Object.assign(field, { required: true, ...properties });
      form.append(field);
      made.add(form);
    }
    // Our own sentence stands beside the field; the browser's bubble would say it a second time.
    form.noValidate = true;
    form.slot = slot;
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    form.addEventListener('submit', this.#handleSubmit, { signal });
    form.addEventListener('keydown', this.#handlePress, { signal });
    form.addEventListener('click', this.#handlePress, { signal });
    if (!this.#adopted) this.#host.append(form);
    this.#form = form;
    this.#field = field;
    return field;
  }

  /** Its words are ours, in the page's own tree (A20). */
  #markLanguage(): void {
    const language = contentLanguage(this.#host);
    if (language) this.#form?.setAttribute('lang', language);
    else this.#form?.removeAttribute('lang');
  }

  readonly #handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const field = this.#field;
    if (!field) return;
    if (this.wait.isRunning) {
      this.wait.ask();
      return;
    }
    const { normalize = String, submit } = this.#options;
    const wrong = this.#check(field);
    if (wrong) {
      this.#found = wrong;
      field.error = wrong;
      void this.#enter('focus');
      return;
    }
    this.wait.end();
    submit(normalize(field.value));
  };

  #check({ value: typed, input }: FieldElement): string | undefined {
    const { normalize = String, check } = this.#options;
    const value = normalize(typed);
    return input.validity.valid && value !== '' ? check?.(value) : this.#incomplete;
  }

  /** Enter held down, or the author's button clicked twice, sends once. */
  readonly #handlePress = (event: Event): void => {
    const isPress = event instanceof KeyboardEvent || (event.target as Element).closest(BUTTONS);
    if (isPress && sendsAgain(event)) event.preventDefault();
  };

  /** The author's button says that it has to wait, too. */
  #markButton(waits: boolean): void {
    if (!this.#adopted || waits === this.#isMarked) return;
    this.#isMarked = waits;
    const button = this.#form?.querySelector(BUTTONS);
    if (waits) button?.setAttribute('aria-disabled', 'true');
    else button?.removeAttribute('aria-disabled');
  }

  /** Each error is shown once: the field takes it away at the next edit, a render brings none back. */
  #showError({ error, explanation, addition }: FieldFormContent): void {
    const field = this.#field;
    if (!field) return;
    const isNew = error !== this.#shownError;
    const shownSentence = this.#sentence;
    this.#shownError = error;
    // A wait is no mistake in the field: it is said beside the button, with the time.
    if (isNew && error) this.#waits = this.wait.begin(error);
    this.#sentence =
      error && !this.#waits
        ? [errorMessage(error, explanation), addition].filter(Boolean).join(' ')
        : '';
    // In another language since, or new.
    if (isNew || field.error === shownSentence) field.error = this.#sentence;
    if (this.#found && field.error === this.#found) {
      this.#found = this.#check(field) ?? '';
      field.error = this.#found;
    }
    if (!error || !isNew) return;
    if (SPENT_KINDS.includes(error.kind)) field.value = '';
    // Nothing can be done at the field during a wait, and focus that moves cuts short what is said.
    if (!this.#waits || field.input.matches(':focus')) void this.#enter('select');
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
