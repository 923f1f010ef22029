import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { MfaOperation } from '../../../backend/backend.js';
import { ERROR_KINDS } from '../../../backend/error-kinds.js';
import type { MfaError } from '../../../backend/mfa-error.js';
import { OPERATIONS } from '../../../backend/operations.js';
import { errorMessage } from '../../../localization/error-message.js';
import { isRepeatedPress, renderSubmitButton } from '../controls/render-submit-button.js';
import type { FieldElement } from '../base/field-element.js';
import { copySelection, PlacedChildren } from '../base/placed-children.js';
import {
  chooseForm,
  findAuthorForm,
  showForm,
  SUBMIT_BUTTONS,
  type PlacedForm,
  type PlacedFormOptions,
} from './placed-form.js';
import { writeAttribute } from '../page/write-attribute.js';
import { renderRetryNotice } from '../waits/render-retry-notice.js';
import type { WaitingHost } from '../waits/retry-timer.js';
import { isOnlyWait } from '../waits/wait.js';

/** The labels, value and error of the field at one step. */
export interface FieldFormContent {
  readonly label: string;
  readonly hint?: string;
  /** The error message when the form is submitted while the field is incomplete. */
  readonly incomplete: string;
  /** The value when the field appears, selected. Empty by default. */
  readonly value?: string;
  /** The error of the last try. Shown once, until the user edits the field. */
  readonly error?: MfaError | undefined;
  /** Replaces the error's own message where more is known. */
  readonly explanation?: string | undefined;
  /** A sentence after the message. */
  readonly addition?: string | undefined;
  /** Focuses the field when it appears. */
  readonly focus?: boolean;
}

export interface FieldFormOptions extends PlacedFormOptions {
  /** The operation that sends the value. */
  readonly operation: MfaOperation;
  /** Converts the typed value before it is submitted. An empty result counts as incomplete. */
  readonly normalize?: (value: string) => string;
  /** Returns an error message for a complete value, or `undefined` if it may be submitted. */
  readonly check?: (value: string) => string | undefined;
  /** Called with a complete value. */
  readonly submit: (value: string) => void;
}

/**
 * Puts one `<form>` with one field into the light DOM of a flow element while a step needs it, and
 * submits nothing while the next try has to wait.
 *
 * Why: labels, password managers and one-time-code autofill find only a real input in the page's own
 * tree (ARCHITECTURE.md, decision 1). The submit button is rendered in the shadow tree.
 *
 * @example
 * ```ts
 * #codeForm = new FieldForm(this, {
 *   slot: 'code-form',
 *   field: 'mfa-code-input',
 *   operation: 'verify',
 *   submit: (code) => this.dispatch({ type: 'submit', code }),
 * });
 *
 * updated() {
 *   if (this.asksCode) this.#codeForm.show(codeFieldLabels());
 *   else this.#codeForm.hide();
 * }
 *
 * render() {
 *   // After the slot `code-form`.
 *   return this.#codeForm.renderButton('Verify', this.busy);
 * }
 * ```
 */
export class FieldForm implements ReactiveController {
  readonly #host: WaitingHost;
  readonly #options: FieldFormOptions;
  readonly #children: PlacedChildren;
  #placed: PlacedForm | undefined;
  #connection: AbortController | undefined;
  #incompleteMessage = '';
  #shownError: MfaError | undefined;
  /** Whether {@link #shownError} says nothing but to wait, and the time left shows beside the button. */
  #isCountedDown = false;
  /** The message of {@link #shownError}; empty if that is counted down. */
  #errorMessage = '';
  /** The message of an error that was found here, without a request. */
  #validationMessage = '';
  #isButtonDisabled = false;
  #isBusy = false;
  /** The typed value that was last submitted; `undefined` once its error shows. May be a secret. */
  #sent: string | undefined;
  #noticeRole: 'status' | 'alert' = 'status';

  constructor(host: WaitingHost, options: FieldFormOptions) {
    this.#host = host;
    this.#options = options;
    this.#children = new PlacedChildren(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.hide();
    });
  }

  /** Shows the form with this content. Called after each render of a step that has the field. */
  show(content: FieldFormContent): void {
    const isNew = !this.#placed;
    const { form, field, isAdopted } = this.#place();
    this.#incompleteMessage = content.incomplete;
    if (!isAdopted) {
      this.#markLanguage(form);
      field.label = content.label;
      field.hint = content.hint ?? '';
    }
    if (isNew && content.value !== undefined) field.value = content.value;
    if (isNew && content.focus) void this.#focusField(content.value ? 'select' : 'focus');
    this.#showError(field, content);
    this.#disableAuthorButton(this.#host.retryTimer.holds(this.#options.operation));
    this.#children.settle();
  }

  /** Removes the form and what was typed. Called when a step does not use the form. */
  hide(): void {
    if (!this.#placed) return;
    this.#placed.field.value = '';
    this.#leave(this.#placed);
    this.#placed = undefined;
    this.#shownError = undefined;
    this.#errorMessage = '';
    this.#sent = undefined;
    this.#isBusy = false;
  }

  /**
   * Renders the submit button, and before it how long the next try has to wait. An author's form that
   * has a button, which also works without JavaScript, gets no second one.
   *
   * @param busy Whether the submitted value is on its way. The flow then ignores another one.
   */
  renderButton(label: string, busy: boolean): TemplateResult {
    this.#isBusy = busy;
    const hasButton = findAuthorForm(this.#host, this.#options)?.querySelector(SUBMIT_BUTTONS);
    const { retryTimer } = this.#host;
    const { operation } = this.#options;
    const wait = retryTimer.show(operation);
    // Of a form that appears during a wait, the live region appears together with its text.
    if (!this.#placed) this.#noticeRole = wait ? 'alert' : 'status';
    return html`
      ${renderRetryNotice(wait, this.#noticeRole)}
      ${
        hasButton
          ? nothing
          : renderSubmitButton({
              label,
              busy,
              waiting: retryTimer.holds(operation),
              submit: () => this.#placed?.form.requestSubmit(),
            })
      }
    `;
  }

  /** Follows the author's form as it comes and goes. What was typed, the error and the focus move along. */
  #place(): PlacedForm {
    const current = this.#placed;
    const placed = chooseForm(this.#host, this.#children, this.#options, current);
    this.#placed = placed;
    if (placed !== current) this.#replace(current, placed);
    showForm(placed, this.#children, this.#options);
    return placed;
  }

  #replace(current: PlacedForm | undefined, placed: PlacedForm): void {
    if (current) {
      placed.field.value = current.field.value;
      placed.field.error = current.field.error;
      if (this.#children.hadFocus(current.field)) void this.#passFocus(current.field.input);
      this.#leave(current);
    }
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    placed.form.addEventListener('submit', this.#handleSubmit, { signal });
    placed.form.addEventListener('keydown', this.#handlePress, { signal });
    placed.form.addEventListener('click', this.#handlePress, { signal });
  }

  async #passFocus(from: HTMLInputElement): Promise<void> {
    await this.#focusField('focus');
    if (this.#placed) copySelection(from, this.#placed.field.input);
  }

  #leave({ form, field }: PlacedForm): void {
    this.#disableAuthorButton(false, form);
    this.#connection?.abort();
    this.#children.release(field);
    this.#children.release(form);
  }

  /** Marks the language and direction of our labels, which stand in the page's own tree, as the step's (A20). */
  #markLanguage(form: HTMLFormElement): void {
    const step = this.#host.shadowRoot?.querySelector('.flow');
    for (const name of ['lang', 'dir']) {
      writeAttribute(form, name, step?.getAttribute(name) ?? undefined);
    }
  }

  readonly #handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const field = this.#placed?.field;
    if (field) this.#host.retryTimer.attempt(this.#options.operation, () => this.#submit(field));
  };

  #submit(field: FieldElement): void {
    const message = this.#validate(field);
    if (message) {
      this.#validationMessage = message;
      field.error = message;
      void this.#focusField('focus');
      return;
    }
    const { normalize = String, submit } = this.#options;
    if (!this.#isBusy) this.#sent = field.value;
    submit(normalize(field.value));
  }

  /** Returns an error message, or `undefined` if the value may be submitted. */
  #validate({ value: typed, input }: FieldElement): string | undefined {
    const { normalize = String, check } = this.#options;
    const value = normalize(typed);
    return input.validity.valid && value !== '' ? check?.(value) : this.#incompleteMessage;
  }

  /** Submits once when Enter is held down or the author's button is clicked twice. */
  readonly #handlePress = (event: Event): void => {
    const isPress =
      event instanceof KeyboardEvent || (event.target as Element).closest(SUBMIT_BUTTONS);
    if (isPress && isRepeatedPress(event)) event.preventDefault();
  };

  /** Marks the author's button as disabled during a wait, as our own button is. */
  #disableAuthorButton(isDisabled: boolean, form = this.#placed?.form): void {
    if (isDisabled === this.#isButtonDisabled || (isDisabled && !this.#placed?.isAdopted)) return;
    this.#isButtonDisabled = isDisabled;
    const button = form?.querySelector(SUBMIT_BUTTONS);
    if (button) writeAttribute(button, 'aria-disabled', isDisabled ? 'true' : undefined);
  }

  /** Shows each error once: the field removes it at the next edit, and no render brings it back. */
  #showError(field: FieldElement, { error, explanation, addition }: FieldFormContent): void {
    const isNew = error !== this.#shownError;
    const shownMessage = this.#errorMessage;
    this.#shownError = error;
    // A wait is not a mistake in the field: the notice beside the button shows it, with the time.
    if (isNew) {
      const isExplained = this.#host.retryTimer.explains(this.#options.operation);
      this.#isCountedDown = error !== undefined && isOnlyWait(error) && isExplained;
    }
    const isWait = this.#isCountedDown;
    this.#errorMessage =
      error && !isWait
        ? [errorMessage(error, explanation), addition].filter(Boolean).join(' ')
        : '';
    // Update if the error is new or the locale changed.
    if (isNew || field.error === shownMessage) field.error = this.#errorMessage;
    // A field that took the place of another has not prepared its input yet.
    if (this.#validationMessage && field.hasUpdated && field.error === this.#validationMessage) {
      this.#validationMessage = this.#validate(field) ?? '';
      field.error = this.#validationMessage;
    }
    if (!error || !isNew) return;
    const isOther = this.#sent !== undefined && field.value !== this.#sent;
    this.#sent = undefined;
    const hasFocus = field.input.matches(':focus');
    // The error is not of what was typed since. A selection would make the next key replace that.
    if (isOther) {
      if (!isWait && !hasFocus) void this.#focusField('focus');
      return;
    }
    // A refused proof is of no use and is cleared. After any other error the value stays.
    const isProof = OPERATIONS[this.#options.operation].takesProof === true;
    if (isProof && ERROR_KINDS[error.kind].refuses) field.value = '';
    // During a wait the field is of no use, and moving the focus interrupts the announcement.
    if (!isWait || hasFocus) void this.#focusField('select');
  }

  /**
   * Focuses the field after it has rendered.
   *
   * @param how `select` also selects the value, so that the next code replaces it (A11).
   */
  async #focusField(how: 'focus' | 'select'): Promise<void> {
    const field = this.#placed?.field;
    await field?.updateComplete;
    field?.[how]();
  }
}
