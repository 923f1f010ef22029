import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import type { Authenticator } from '../../backend/backend.js';
import type { MfaError } from '../../backend/mfa-error.js';
import {
  authenticatorsFlow,
  type AuthenticatorsEvent,
  type AuthenticatorsState,
} from '../../flow/authenticators.js';
import { FlowController } from '../../flow/flow-controller.js';
import { errorSentence } from '../../localization/error-sentence.js';
import { MfaUnlinkedEvent } from '../events.js';
import { FlowElement } from '../flow-element.js';
import { renderHeading } from '../render-heading.js';
import { StepUpForm } from '../step-up-form.js';
import { authenticatorName } from './authenticator-name.js';
import { authenticatorsStyles } from './authenticators-element.styles.js';
import { renderAuthenticator } from './render-authenticator.js';
import { renderUnlinkDialog } from './render-unlink-dialog.js';

/** The states in which the dialog about one app is open. */
type DialogState = Extract<AuthenticatorsState, { target: Authenticator }>;
type ListedState = Exclude<AuthenticatorsState, { step: 'idle' | 'loading' | 'failed' }>;

/**
 * The linked authenticator apps: name, linked on, last used. A link is taken away behind a
 * confirmation, and behind the password or a code when the server wants that.
 *
 * @summary The linked apps, and taking a link away.
 * @tag mfa-authenticators
 * @slot help - Who to turn to.
 * @fires {MfaUnlinkedEvent} mfa-unlinked - A link was taken away.
 * @fires {MfaErrorEvent} mfa-error - A request failed.
 * @csspart heading - The heading.
 * @csspart button - Every button.
 * @csspart dialog - The dialog that asks for confirmation.
 */
export class AuthenticatorsElement extends FlowElement<AuthenticatorsState, AuthenticatorsEvent> {
  static override styles = [...FlowElement.styles, authenticatorsStyles];

  @query('dialog') private dialog!: HTMLDialogElement | null;

  protected override readonly flow = new FlowController(this, authenticatorsFlow);

  readonly #stepUpForm = new StepUpForm(this, (proof) => this.act({ type: 'submit-proof', proof }));
  /** The app whose bin was pressed: where focus returns when nothing was removed. */
  #chosenId: string | undefined;

  protected override updated(): void {
    const state = this.#dialogState;
    const asksProof = state?.step === 'proving' || state?.step === 'checking-proof';
    this.#stepUpForm.place(asksProof ? state : undefined);
    if (state && !this.dialog?.open) this.#openDialog();
    if (!state && this.dialog?.open) this.dialog.close();
    super.updated();
  }

  protected override stepShown(step: AuthenticatorsState['step']): void {
    const { state } = this.flow;
    if (step === 'failed' || step === 'loading') super.stepShown(step);
    // Where the proof was asked, its field is gone; the button that is busy now takes its focus.
    if (step === 'unlinking') this.dialog?.querySelector<HTMLElement>('.button--danger')?.focus();
    if (state.step === 'refreshing' && state.unlinked) {
      this.dispatchEvent(new MfaUnlinkedEvent(state.unlinked.id));
    }
    if (step === 'listed') this.#returnFocus();
  }

  protected override renderStep(): TemplateResult | typeof nothing {
    const { state } = this.flow;
    switch (state.step) {
      case 'idle':
      case 'loading':
        return html`${this.#renderHeading()}
          <p class="loading" role="status">
            ${msg('Your linked apps are being looked up…', {
              id: 'authenticators.loading',
              desc: 'Linked apps: shown while the list is asked for',
            })}
          </p>`;
      case 'failed':
        return this.renderFailedStep(state.error);
      case 'listed':
      case 'refreshing':
      case 'asking':
      case 'unlinking':
      case 'proving':
      case 'checking-proof':
        return this.#renderListed(state);
    }
  }

  get #dialogState(): DialogState | undefined {
    const { state } = this.flow;
    return 'target' in state ? state : undefined;
  }

  #renderHeading(): TemplateResult {
    return renderHeading(
      msg('Linked authenticator apps', {
        id: 'authenticators.heading',
        desc: 'Linked apps: heading',
      }),
    );
  }

  #renderListed(state: ListedState): TemplateResult {
    const { authenticators } = state;
    return html`
      ${this.#renderHeading()}
      <div role="status">${this.#renderOutcome(state)}</div>
      ${
        authenticators.length > 0
          ? html`<ul class="authenticators">
              ${authenticators.map((authenticator) =>
                renderAuthenticator(
                  authenticator,
                  this.offers('unlinkAuthenticator')
                    ? () => this.#choose(authenticator.id)
                    : undefined,
                ),
              )}
            </ul>`
          : html`<p class="empty">
              ${msg('No authenticator app is linked. You link one the next time you sign in.', {
                id: 'authenticators.empty',
                desc: 'Linked apps: there are none',
              })}
            </p>`
      }
      ${this.#renderDialog()}
    `;
  }

  #renderOutcome(state: ListedState): TemplateResult | typeof nothing {
    if (state.step !== 'listed' && state.step !== 'refreshing') return nothing;
    if (state.error) return this.#renderError(state.error);
    if (!state.unlinked) return nothing;
    return html`<p class="notice notice--success">
      ${msg(str`The link with ${authenticatorName(state.unlinked)} has been removed.`, {
        id: 'authenticators.unlinked',
        desc: 'Linked apps: a link was removed; {0} is the name of the app',
      })}
    </p>`;
  }

  /** A link that was gone already is what the person wanted, so no failure. */
  #renderError(error: MfaError): TemplateResult {
    const tone = error.kind === 'not-found' ? '' : 'notice--error';
    return html`<p class="notice ${tone}">${errorSentence(error)}</p>`;
  }

  #renderDialog(): TemplateResult {
    const state = this.#dialogState;
    const cancel = () => this.act({ type: 'cancel' });
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
        if (!this.dialog?.open) cancel();
      }}
    >
      ${
        state
          ? renderUnlinkDialog({
              state,
              stepUpForm: this.#stepUpForm,
              unlink: () => this.act({ type: 'unlink' }),
              cancel,
            })
          : nothing
      }
    </dialog>`;
  }

  /** Focus begins at the button that changes nothing. */
  #openDialog(): void {
    this.dialog?.showModal();
    this.dialog?.querySelector<HTMLElement>('.cancel')?.focus();
  }

  #choose(id: string): void {
    this.#chosenId = id;
    this.act({ type: 'choose', id });
  }

  /** To the bin that was pressed, or to the heading when there is none or its row is gone (A12). */
  #returnFocus(): void {
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-unlink]')];
    const opener = buttons.find(({ dataset }) => dataset.unlink === this.#chosenId);
    this.#chosenId = undefined;
    if (opener) opener.focus();
    else super.stepShown('listed');
  }
}
