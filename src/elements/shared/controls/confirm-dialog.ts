import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { MfaOperation, StepUpInput } from '../../../backend/backend.js';
import { EscapeKey } from './escape-key.js';
import { closeModal, showModal } from './modal.js';
import { renderCancelButton } from './render-cancel-button.js';
import { renderSubmitButton, type SubmitButton } from './render-submit-button.js';
import { StepUpForm, type StepUpState } from '../forms/step-up-form.js';
import { renderRetryNotice } from '../waits/render-retry-notice.js';
import type { WaitingHost } from '../waits/retry-timer.js';

/** The texts and controls with which a dialog asks to confirm a change. */
export interface Confirmation {
  /** The question, as the heading of the dialog. */
  readonly heading: string;
  /** The consequence of the change (A21). */
  readonly consequence: string;
  /** The error of the last try. */
  readonly error?: string | undefined;
  /** The button that makes the change. */
  readonly confirm: Omit<SubmitButton, 'waiting'>;
  /** The operation that makes the change. */
  readonly operation: MfaOperation;
  /** Set while the server asks for a proof. A field then replaces all but the heading. */
  readonly proof?: StepUpState | undefined;
}

export interface ConfirmDialogActions {
  readonly prove: (proof: StepUpInput) => void;
  readonly cancel: () => void;
}

/**
 * Shows the dialog in which the user confirms a change and, if the server asks for it, gives a proof.
 * The element provides the texts, and moves the focus after the dialog closes.
 *
 * @example
 * ```ts
 * #dialog = new ConfirmDialog(this, {
 *   prove: (proof) => this.dispatch({ type: 'submit-proof', proof }),
 *   cancel: () => this.dispatch({ type: 'cancel' }),
 * });
 *
 * updated() {
 *   this.#dialog.place();
 * }
 *
 * render() {
 *   return this.#dialog.render(this.confirmation);
 * }
 * ```
 */
export class ConfirmDialog {
  readonly #host: LitElement & WaitingHost;
  readonly #cancel: () => void;
  readonly #stepUpForm: StepUpForm;
  /** `undefined` while the dialog is closed. */
  #confirmation: Confirmation | undefined;

  constructor(host: LitElement & WaitingHost, { prove, cancel }: ConfirmDialogActions) {
    this.#host = host;
    this.#cancel = cancel;
    this.#stepUpForm = new StepUpForm(host, prove);
    new EscapeKey(host, () => {
      if (!this.#hasFocus) return false;
      cancel();
      return true;
    });
  }

  /** Renders the dialog, open or closed. It is part of every step of its element. */
  render(confirmation: Confirmation | undefined): TemplateResult {
    this.#confirmation = confirmation;
    return html`<dialog
      class="dialog"
      part="dialog"
      aria-labelledby="dialog-heading"
      aria-describedby=${confirmation && !confirmation.proof ? 'dialog-consequence' : nothing}
      @cancel=${this.#handleCancel}
      @close=${this.#handleClose}
    >
      ${confirmation ? this.#renderConfirmation(confirmation) : nothing}
    </dialog>`;
  }

  /** Opens or closes the dialog and shows the field of the proof. Called after each render. */
  place(): void {
    this.#stepUpForm.place(this.#confirmation?.proof);
    if (!this.#confirmation) this.close();
    else if (!this.#dialog?.open) this.#open();
  }

  /**
   * Closes the dialog before a render without a confirmation: a live region behind an open dialog is
   * not announced.
   */
  close(): void {
    this.#confirmation = undefined;
    if (this.#dialog) closeModal(this.#dialog);
  }

  /** Focuses the busy button. If a proof was asked, its field had the focus and is gone. */
  focusBusy(): void {
    this.#dialog?.querySelector<HTMLElement>('[part~=submit]')?.focus();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }

  /** Whether the dialog is open and has the focus, which is nowhere after a click on a text in it. */
  get #hasFocus(): boolean {
    const { activeElement, body } = document;
    return Boolean(
      this.#dialog?.open &&
      (this.#dialog.matches(':focus-within') || !activeElement || activeElement === body),
    );
  }

  /** Focuses the button that changes nothing. */
  #open(): void {
    if (this.#dialog) showModal(this.#dialog);
    this.#dialog?.querySelector<HTMLElement>('[part~=cancel]')?.focus();
  }

  /** Handles other ways to close a dialog than Escape, such as the back gesture of Android. */
  readonly #handleCancel = (event: Event): void => {
    event.preventDefault();
    this.#cancel();
  };

  /** On a second such gesture a browser closes the dialog without a cancelable event. */
  readonly #handleClose = (): void => {
    if (this.#confirmation && !this.#dialog?.open) this.#cancel();
  };

  #renderConfirmation(confirmation: Confirmation): TemplateResult {
    const { heading, proof } = confirmation;
    return html`
      <h2 class="heading heading--small" id="dialog-heading">${heading}</h2>
      ${proof ? this.#stepUpForm.render(proof, this.#cancel) : this.#renderQuestion(confirmation)}
    `;
  }

  #renderQuestion({ consequence, error, confirm, operation }: Confirmation): TemplateResult {
    const { wait, isWaiting, run } = this.#host.retryTimer.action(operation, confirm.submit);
    return html`
      <p class="lead" id="dialog-consequence">${consequence}</p>
      <div role="alert">
        ${error ? html`<p class="notice notice--error">${error}</p>` : nothing}
      </div>
      <div class="actions">
        ${renderRetryNotice(wait)}
        ${renderSubmitButton({ ...confirm, waiting: isWaiting, submit: run })}
        ${renderCancelButton(this.#cancel)}
      </div>
    `;
  }
}
