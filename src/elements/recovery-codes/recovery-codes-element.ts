import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { MfaOperation } from '../../backend/backend.js';
import type { MfaError } from '../../backend/mfa-error.js';
import { FlowController } from '../../flow/flow-controller.js';
import {
  mayHaveUnseenCodes,
  neverHadCodes,
  recoveryCodesFlow,
  type RecoveryCodesEvent,
  type RecoveryCodesState,
} from '../../flow/recovery-codes.js';
import { msg } from '../../localization/msg.js';
import { MfaRecoveryCodesChangedEvent } from '../events.js';
import { lazyRecoveryCodeList } from '../recovery-code-list/lazy-recovery-code-list.js';
import { recoveryCodesPurpose } from '../recovery-code-list/recovery-code-list-messages.js';
import { FlowElement } from '../shared/base/flow-element.js';
import { ConfirmDialog, type Confirmation } from '../shared/controls/confirm-dialog.js';
import { dialogStyles } from '../shared/controls/dialog.styles.js';
import { renderHeading } from '../shared/controls/render-heading.js';
import { generateConfirmation } from './generate-confirmation.js';
import { recoveryCodesStyles } from './recovery-codes-element.styles.js';
import { renderNewCodes } from './render-new-codes.js';
import { renderOutcome } from './render-outcome.js';
import {
  renderRecoveryCodesStatus,
  renderStatusPlaceholder,
} from './render-recovery-codes-status.js';
import { focusInView } from '../shared/page/bring-into-view.js';

/** The states that show the status or its placeholder, possibly behind the dialog. */
type StatusState = Exclude<RecoveryCodesState, { step: 'failed' | 'generated' }>;
type GeneratedState = Extract<RecoveryCodesState, { step: 'generated' }>;

/**
 * Shows how many recovery codes are left, and generates new ones, which show once. A dialog says what
 * new codes mean before they are generated (A21), and asks for the password or a code if the server
 * requires step-up.
 *
 * Use it on an account or security page. If the backend has no `recoveryCodesStatus`, the numbers are
 * left out; if it has no `generateRecoveryCodes`, the button is.
 *
 * @summary Shows how many recovery codes are left, and generates new ones.
 * @tag mfa-recovery-codes
 * @slot help - Where to get help.
 * @slot proof-form - Filled by the element: the form that asks for the password or a code
 * @fires {MfaRecoveryCodesChangedEvent} mfa-recovery-codes-changed - There are new codes. Holds none.
 * @fires {MfaErrorEvent} mfa-error - A request failed.
 * @fires {MfaNavigateEvent} mfa-navigate - About to go to a page of the backend. Cancelable.
 * @fires {MfaTokensEvent} mfa-tokens - The backend returned tokens for the page to store. Secret: does not bubble.
 * @csspart left - How many codes are left
 * @csspart advice - The advice to generate new codes
 * @csspart generate - The button that opens the dialog before generating codes
 * @csspart submit - The button in the dialog that generates codes
 * @csspart cancel - The button that leaves the codes as they are
 * @csspart continue - The button that continues when the codes are kept
 * @csspart dialog - The dialog that asks for confirmation
 * @csspart use-code - The button that asks for a code instead of the password
 * @csspart use-password - The button that asks for the password instead of a code
 * @csspart recovery-codes - The list of recovery codes
 * @csspart recovery-code - One recovery code
 * @csspart copy - The button that copies
 * @csspart download - The button that saves a file
 * @csspart print - The button that prints
 * @csspart checkbox - Every checkbox
 * @csspart kept - The checkbox "I have kept my recovery codes"
 * @csspart reminder - The reminder that shows when the user continues without ticking the checkbox
 */
export class RecoveryCodesElement extends FlowElement<RecoveryCodesState, RecoveryCodesEvent> {
  static override styles = [...FlowElement.styles, dialogStyles, recoveryCodesStyles];

  protected override readonly flow = new FlowController(this, recoveryCodesFlow);

  readonly #dialog = new ConfirmDialog(this, {
    prove: (proof) => this.dispatch({ type: 'submit-proof', proof }),
    cancel: () => this.dispatch({ type: 'cancel' }),
  });
  /** If the dialog closes without a result, the focus returns to the button that opened it. */
  #wasDialogOpen = false;

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
      this.#wasDialogOpen = true;
      return;
    }
    if (step === 'status' && this.#wasDialogOpen)
      focusInView(this.renderRoot.querySelector('[part~=generate]'));
    else super.stepShown(step);
    this.#wasDialogOpen = false;
  }

  /** @internal A server that does not report how many codes are left has not failed. */
  override requestFailed(error: MfaError, operation: MfaOperation): void {
    const isLeftOut = operation === 'recoveryCodesStatus' && !this.offers(operation);
    if (!isLeftOut) super.requestFailed(error, operation);
  }

  /** All steps but failure share one template, so that the live region exists before its text (A8). */
  protected override renderStep(): TemplateResult {
    const { state } = this.flow;
    if (state.step === 'failed') {
      const also = state.outcome && renderOutcome(state.outcome);
      return this.renderFailedStep(state.error, 'recoveryCodesStatus', also);
    }
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
      ${
        isLoading
          ? renderStatusPlaceholder()
          : renderRecoveryCodesStatus({
              status,
              isUnknown: mayHaveUnseenCodes(state),
              generate: this.#generate,
            })
      }
      ${this.#dialog.render(this.#confirmation)}
    `;
  }

  get #confirmation(): Confirmation | undefined {
    return generateConfirmation(this.flow.state, () => this.dispatch({ type: 'generate' }));
  }

  get #generate(): (() => void) | undefined {
    return this.offers('generateRecoveryCodes') ? this.#chooseGenerate : undefined;
  }

  readonly #chooseGenerate = (): void => {
    void lazyRecoveryCodeList.loadWhenIdle();
    this.dispatch({ type: 'choose-generate' });
  };
}

const renderIntroduction = (): TemplateResult => html`
  ${renderHeading(
    msg('Recovery codes', { id: 'recovery-codes.heading', desc: 'Recovery codes: heading' }),
  )}
  <p class="lead">${recoveryCodesPurpose()}</p>
`;
