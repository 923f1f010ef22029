import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import type { MfaOperation } from '../../backend/backend.js';
import type { MfaError } from '../../backend/mfa-error.js';
import { FlowController } from '../../flow/flow-controller.js';
import {
  neverHadCodes,
  recoveryCodesFlow,
  type RecoveryCodesEvent,
  type RecoveryCodesState,
} from '../../flow/recovery-codes.js';
import { msg } from '../../localization/msg.js';
import { ConfirmDialog, type Confirmation } from '../shared/controls/confirm-dialog.js';
import { dialogStyles } from '../shared/controls/dialog.styles.js';
import { MfaRecoveryCodesChangedEvent } from '../events.js';
import { FlowElement } from '../shared/base/flow-element.js';
import { renderHeading } from '../shared/controls/render-heading.js';
import { recoveryCodesUse } from '../recovery-code-list/recovery-code-list-messages.js';
import { recoveryCodesStyles } from './recovery-codes-element.styles.js';
import { renderNewCodes } from './render-new-codes.js';
import { renderOutcome } from './render-outcome.js';
import { generateConfirmation } from './generate-confirmation.js';
import { renderLoading, renderStatus } from './render-status.js';

/** The states in which the numbers show, or are about to. */
type StatusState = Exclude<RecoveryCodesState, { step: 'failed' | 'generated' }>;
type GeneratedState = Extract<RecoveryCodesState, { step: 'generated' }>;

/**
 * The recovery codes of an account: how many are left, and new ones, shown once. New codes are made
 * behind a confirmation that says what it means (A21), and behind the password or a code when the
 * server wants that.
 *
 * Without `recoveryCodesStatus` the numbers are left out, without `generateRecoveryCodes` the button.
 *
 * @summary How many recovery codes are left, and making new ones.
 * @tag mfa-recovery-codes
 * @slot help - Who to turn to.
 * @slot proof-form - Filled by the tag: the form in which a person proves who is there
 * @fires {MfaRecoveryCodesChangedEvent} mfa-recovery-codes-changed - There are new codes. Holds none.
 * @fires {MfaErrorEvent} mfa-error - A request failed.
 * @fires {MfaNavigateEvent} mfa-navigate - About to go to a page of the backend; cancelable.
 * @fires {MfaTokensEvent} mfa-tokens - Tokens of the backend for the page to keep. Secret: does not bubble.
 * @csspart left - How many codes are left
 * @csspart advice - The advice to make new ones
 * @csspart generate - The button that asks for new codes
 * @csspart submit - The button that makes them
 * @csspart cancel - The button that leaves the codes as they are
 * @csspart continue - The button that goes on when the codes are kept
 * @csspart dialog - The dialog that asks for confirmation
 * @csspart use-code - The button that asks for a code in place of the password
 * @csspart use-password - The button that asks for the password in place of a code
 * @csspart retry-notice - How long the next try has to wait
 * @csspart recovery-codes - The list of recovery codes
 * @csspart recovery-code - One recovery code
 * @csspart copy - The button that copies
 * @csspart download - The button that saves a file
 * @csspart print - The button that prints
 * @csspart checkbox - Every checkbox
 * @csspart kept - The checkbox "I have kept my recovery codes"
 * @csspart reminder - What is said to who goes on without ticking it
 */
export class RecoveryCodesElement extends FlowElement<RecoveryCodesState, RecoveryCodesEvent> {
  static override styles = [...FlowElement.styles, dialogStyles, recoveryCodesStyles];

  @query('[part~=generate]') private generateButton!: HTMLElement | null;

  protected override readonly flow = new FlowController(this, recoveryCodesFlow);

  readonly #dialog = new ConfirmDialog(this, {
    prove: (proof) => this.dispatch({ type: 'submit-proof', proof }),
    cancel: () => this.dispatch({ type: 'cancel' }),
  });
  /** The dialog was open: the focus returns to its button, unless what it asked was done. */
  #wasAsked = false;

  /** A server that does not tell how many are left has not failed. */
  override requestFailed(error: MfaError, operation: MfaOperation): void {
    const isLeftOut = operation === 'recoveryCodesStatus' && !this.offers(operation);
    if (!isLeftOut) super.requestFailed(error, operation);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.hasUpdated && !this.#confirmation) this.#dialog.close();
  }

  protected override updated(): void {
    this.#dialog.place();
    super.updated();
  }

  protected override stepShown(step: RecoveryCodesState['step']): void {
    if (step === 'generated') this.dispatchEvent(new MfaRecoveryCodesChangedEvent());
    if (step === 'generating') this.#dialog.focusBusy();
    if (this.#confirmation) {
      this.#wasAsked = true;
      return;
    }
    if (step === 'status' && this.#wasAsked) this.generateButton?.focus();
    else super.stepShown(step);
    this.#wasAsked = false;
  }

  /** One frame for every step but failure, so that the live region stands before its text (A8). */
  protected override renderStep(): TemplateResult {
    const { state } = this.flow;
    if (state.step === 'failed') return this.renderFailedStep(state.error);
    return html`
      ${state.step === 'generated' ? nothing : renderIntroduction()}
      <div role="status">
        ${state.step === 'status' && state.outcome ? renderOutcome(state.outcome) : nothing}
      </div>
      ${state.step === 'generated' ? this.#renderNewCodes(state) : this.#renderStatus(state)}
    `;
  }

  #renderNewCodes({ codes, status }: GeneratedState): TemplateResult {
    return renderNewCodes({
      codes,
      issuer: this.issuer,
      areFirst: neverHadCodes(status),
      onContinue: () => this.dispatch({ type: 'continue' }),
    });
  }

  #renderStatus(state: StatusState): TemplateResult {
    const isLoading = state.step === 'idle' || state.step === 'loading';
    const { status } = 'next' in state ? state.next : 'status' in state ? state : {};
    return html`
      ${isLoading ? renderLoading() : renderStatus({ status, generate: this.#generate })}
      ${this.#dialog.render(this.#confirmation)}
    `;
  }

  get #confirmation(): Confirmation | undefined {
    return generateConfirmation(this.flow.state, () => this.dispatch({ type: 'generate' }));
  }

  get #generate(): (() => void) | undefined {
    return this.offers('generateRecoveryCodes')
      ? () => this.dispatch({ type: 'choose-generate' })
      : undefined;
  }
}

const renderIntroduction = (): TemplateResult => html`
  ${renderHeading(
    msg('Recovery codes', { id: 'recovery-codes.heading', desc: 'Recovery codes: heading' }),
  )}
  <p class="lead">${recoveryCodesUse()}</p>
`;
