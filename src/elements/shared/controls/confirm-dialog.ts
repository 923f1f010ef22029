import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { StepUpInput } from '../../../backend/backend.js';
import { renderCancelButton } from './render-cancel-button.js';
import { renderSubmitButton, type SubmitButton } from './render-submit-button.js';
import { StepUpForm, type StepUpState } from '../forms/step-up-form.js';

/** A change that a person is asked about, in words. */
export interface Confirmation {
  /** The question. */
  readonly heading: string;
  /** What it means (A21). */
  readonly consequence: string;
  /** Why it could not be done just now. */
  readonly error?: string | undefined;
  /** The button that does it. */
  readonly confirm: SubmitButton;
  /** The server wants to know who is there: the same question, with a field in place of the rest. */
  readonly proof?: StepUpState | undefined;
}

/** What the person does in the dialog. */
export interface ConfirmDialogActs {
  readonly prove: (proof: StepUpInput) => void;
  readonly cancel: () => void;
}

/**
 * Owns: the dialog in which a change is confirmed and, when the server wants it, proven: opening and
 * closing it, where the focus begins in it, and the field of the proof.
 * Does not own: what it asks (the element), or where the focus goes afterwards.
 */
export class ConfirmDialog {
  readonly #host: LitElement;
  readonly #cancel: () => void;
  readonly #stepUpForm: StepUpForm;
  /** What is asked; nothing while the dialog is closed. */
  #asked: Confirmation | undefined;

  constructor(host: LitElement, { prove, cancel }: ConfirmDialogActs) {
    this.#host = host;
    this.#cancel = cancel;
    this.#stepUpForm = new StepUpForm(host, prove);
  }

  /** The dialog, open or not. It stands in every step of its tag. */
  render(asked: Confirmation | undefined): TemplateResult {
    this.#asked = asked;
    return html`<dialog
      class="dialog"
      part="dialog"
      aria-labelledby="dialog-heading"
      aria-describedby="dialog-consequence"
      @cancel=${this.#handleCancel}
      @close=${this.#handleClose}
    >
      ${asked ? this.#renderAsked(asked) : nothing}
    </dialog>`;
  }

  /** After a render: opens or closes, and places the field of the proof. */
  place(): void {
    this.#stepUpForm.place(this.#asked?.proof);
    if (!this.#asked) this.#dialog?.close();
    else if (!this.#dialog?.open) this.#open();
  }

  /** Before a render that asks nothing any more: what is said behind an open dialog is not read out. */
  close(): void {
    this.#asked = undefined;
    this.#dialog?.close();
  }

  /** Where the proof was asked, its field is gone; the button that is busy now takes its focus. */
  focusBusy(): void {
    this.#dialog?.querySelector<HTMLElement>('[part~=submit]')?.focus();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }

  /** Focus begins where nothing changes. */
  #open(): void {
    this.#dialog?.showModal();
    this.#dialog?.querySelector<HTMLElement>('[part~=cancel]')?.focus();
  }

  readonly #handleCancel = (event: Event): void => {
    event.preventDefault();
    this.#cancel();
  };

  /** On a second Escape a browser closes the dialog without asking. */
  readonly #handleClose = (): void => {
    if (this.#asked && !this.#dialog?.open) this.#cancel();
  };

  #renderAsked({ heading, consequence, error, confirm, proof }: Confirmation): TemplateResult {
    return html`
      <h2 class="heading heading--small" id="dialog-heading">${heading}</h2>
      ${
        proof
          ? this.#stepUpForm.render(proof, this.#cancel)
          : html`
              <p class="lead" id="dialog-consequence">${consequence}</p>
              <div role="alert">
                ${error ? html`<p class="notice notice--error">${error}</p>` : nothing}
              </div>
              <div class="actions">
                ${renderSubmitButton(confirm)} ${renderCancelButton(this.#cancel)}
              </div>
            `
      }
    `;
  }
}
