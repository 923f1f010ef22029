import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { StepUpInput } from '../../backend/backend.js';
import type { AuthenticatorsState } from '../../flow/authenticators.js';
import { StepUpForm } from '../field-form/step-up-form.js';
import { renderDialog, type DialogState } from './render-dialog.js';

const DIALOG_STEPS: readonly AuthenticatorsState['step'][] = [
  'asking',
  'unlinking',
  'proving',
  'checking-proof',
];

/** The state, if the dialog is open in it. */
const dialogStateOf = (state: AuthenticatorsState): DialogState | undefined =>
  DIALOG_STEPS.includes(state.step) ? (state as DialogState) : undefined;

/** What the person does in the dialog. */
export interface DialogActs {
  readonly unlink: () => void;
  readonly prove: (proof: StepUpInput) => void;
  readonly cancel: () => void;
}

/**
 * Owns: the dialog in which a change is confirmed and, when the server wants it, proven: opening and
 * closing it, where the focus begins in it, and the field of the proof.
 * Does not own: what it says (render-dialog.ts), or where the focus goes afterwards (the element).
 */
export class ChangeDialog {
  readonly #host: LitElement;
  readonly #acts: DialogActs;
  readonly #stepUpForm: StepUpForm;

  constructor(host: LitElement, acts: DialogActs) {
    this.#host = host;
    this.#acts = acts;
    this.#stepUpForm = new StepUpForm(host, acts.prove);
  }

  render(state: AuthenticatorsState): TemplateResult {
    const shown = dialogStateOf(state);
    const { unlink, cancel } = this.#acts;
    return html`<dialog
      class="dialog"
      part="dialog"
      aria-labelledby="dialog-heading"
      @cancel=${(event: Event) => {
        event.preventDefault();
        cancel();
      }}
      @close=${() => {
        // On a second Escape a browser closes the dialog without asking.
        if (shown && !this.#dialog?.open) cancel();
      }}
    >
      ${shown ? renderDialog({ state: shown, stepUpForm: this.#stepUpForm, unlink, cancel }) : nothing}
    </dialog>`;
  }

  /** Before a render: what is said behind an open dialog is not read out. */
  closeUnless(state: AuthenticatorsState): void {
    if (!dialogStateOf(state)) this.#dialog?.close();
  }

  /** After a render: places the field of the proof, and opens. Focus begins where nothing changes. */
  place(state: AuthenticatorsState): void {
    const shown = dialogStateOf(state);
    this.#stepUpForm.place(
      shown?.step === 'proving' || shown?.step === 'checking-proof' ? shown : undefined,
    );
    if (!shown || this.#dialog?.open) return;
    this.#dialog?.showModal();
    this.#dialog?.querySelector<HTMLElement>('.cancel')?.focus();
  }

  /** Where the proof was asked, its field is gone; the button that is busy now takes its focus. */
  focusBusy(): void {
    this.#dialog?.querySelector<HTMLElement>('.button--danger')?.focus();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }
}
