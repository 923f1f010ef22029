import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { MfaOperation } from '../../backend/backend.js';
import type { MfaError } from '../../backend/mfa-error.js';
import {
  authenticatorsFlow,
  lookedUpChange,
  nameChange,
  type AuthenticatorsEvent,
  type AuthenticatorsState,
  type ChangeOutcome,
} from '../../flow/authenticators/authenticators.js';
import { FlowController } from '../../flow/flow-controller.js';
import type { AuthenticatorApp } from '../enrollment/authenticator-apps.js';
import { lazyEnrollment } from '../enrollment/lazy-enrollment.js';
import { MfaUnlinkedEvent } from '../events.js';
import { FlowElement } from '../shared/base/flow-element.js';
import { ConfirmDialog, type Confirmation } from '../shared/controls/confirm-dialog.js';
import { dialogStyles } from '../shared/controls/dialog.styles.js';
import { authenticatorsStyles } from './authenticators-element.styles.js';
import { changeConfirmation } from './change-confirmation.js';
import { EnrollmentHost } from './enrollment-host.js';
import { ListSyncController } from './list-sync-controller.js';
import { NameForm } from './name-form.js';
import { renderList, renderListHeading } from './render-list.js';
import { renderLiveRegion } from './render-live-region.js';
import { renderSkeleton } from './render-skeleton.js';
import { RowFocus, type RowAction } from './row-focus.js';
import { focusInView } from '../shared/page/bring-into-view.js';

type Step = AuthenticatorsState['step'];

const LIST_STEPS: readonly Step[] = ['listed', 'refreshing', 'rechecking'];
const LOADING_STEPS: readonly Step[] = ['loading', 'refreshing', 'rechecking'];

/** Returns true if the list shows and nothing else: no dialog, and no field for a name. */
const showsOnlyList = (state: AuthenticatorsState): boolean =>
  LIST_STEPS.includes(state.step) && !nameChange(state);

/**
 * Lists the linked authenticator apps, each with its name and when it was linked and last used. The user
 * renames an app in its row, unlinks one after confirming it in a dialog, or links another app in place
 * of the list. The dialog asks for the password or a code if the server requires step-up.
 *
 * Use it on an account or security page. Actions that the backend does not support are left out. The
 * list follows changes in other tabs at once, and changes on other devices when the user returns.
 *
 * @summary Lists the linked authenticator apps, to rename, unlink and add them.
 * @tag mfa-authenticators
 * @slot help - Where to get help.
 * @slot name-form - Filled by the element: the form with the name of an app
 * @slot step - Filled by the element: the `mfa-enrollment` that links another app in place of the list
 * @slot proof-form - Filled by the element: the form that asks for the password or a code
 * @fires {MfaUnlinkedEvent} mfa-unlinked - The backend has said that an authenticator was unlinked.
 * @fires {MfaEnrolledEvent} mfa-enrolled - Another app was linked.
 * @fires {MfaEnrollmentClosedEvent} mfa-enrollment-closed - The list is back after linking.
 * @fires {MfaErrorEvent} mfa-error - A request failed.
 * @fires {MfaNavigateEvent} mfa-navigate - About to go to a page of the backend. Cancelable.
 * @fires {MfaTokensEvent} mfa-tokens - The backend returned tokens for the page to store. Secret: does not bubble.
 * @csspart name - The name of an app
 * @csspart rename - The pencil button of a row
 * @csspart unlink - The bin button of a row
 * @csspart link - The button that links another app
 * @csspart submit - The button that saves a name, or that confirms in the dialog
 * @csspart cancel - The button that leaves the name or the link as it is
 * @csspart dialog - The dialog that asks for confirmation
 * @csspart use-code - The button that asks for a code instead of the password
 * @csspart use-password - The button that asks for the password instead of a code
 */
export class AuthenticatorsElement extends FlowElement<AuthenticatorsState, AuthenticatorsEvent> {
  static override styles = [...FlowElement.styles, dialogStyles, authenticatorsStyles];

  /** The apps that are suggested when one is linked. Default: the two that most people use. */
  @property({ attribute: false }) apps?: readonly AuthenticatorApp[];

  protected override readonly flow = new FlowController(this, authenticatorsFlow);

  readonly #nameForm = new NameForm(this, {
    submit: (name) => this.dispatch({ type: 'rename', name }),
    cancel: () => this.dispatch({ type: 'cancel' }),
  });
  readonly #dialog = new ConfirmDialog(this, {
    prove: (proof) => this.dispatch({ type: 'submit-proof', proof }),
    cancel: () => this.dispatch({ type: 'cancel' }),
  });
  readonly #enrollmentHost = new EnrollmentHost(this, {
    onLinking: (mayBeLinked) => this.flow.dispatch({ type: 'linking', mayBeLinked }),
    onEnrolled: (authenticator) => {
      this.dispatch({ type: 'enrolled', authenticator });
      this.#listSync.notifyOtherTabs();
    },
    onClosed: () => this.dispatch({ type: 'enrollment-closed' }),
    onUnknown: (error) => this.dispatch({ type: 'enrollment-unknown', error }),
    onRefused: (error) => this.dispatch({ type: 'enrollment-refused', error }),
  });
  readonly #listSync = new ListSyncController(this, (isKnown) => {
    if (isKnown) this.flow.dispatch({ type: 'changed-elsewhere' });
    this.#isStale = true;
    this.#hasWaited = false;
    this.requestUpdate();
  });
  readonly #rowFocus = new RowFocus(() => this.renderRoot);

  #isStale = false;
  /** Whether the list is loaded because a wait is over. If it has to wait again, it is left as it is. */
  #hasWaited = false;
  #shownStep: Step = 'idle';
  #showedOnlyList = false;
  #hadFocus = false;
  #reportedOutcome: ChangeOutcome | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#recheckWhenIdle();
    const { state } = this.flow;
    if (LOADING_STEPS.includes(state.step)) this.#listSync.markLoaded();
    this.#hadFocus = this.matches(':focus-within');
    if (this.#showedOnlyList && showsOnlyList(state)) {
      this.#rowFocus.rememberFocused(this.shadowRoot?.activeElement);
    }
    if (this.hasUpdated && !this.#confirmation) this.#dialog.close();
  }

  protected override updated(): void {
    this.#place(this.flow.state);
    this.#followFocus();
    super.updated();
    this.#report(this.#outcome);
  }

  /** @internal For the flow. A list that could not be loaded yet is loaded when it need not wait, once. */
  override requestFailed(error: MfaError, operation: MfaOperation): void {
    super.requestFailed(error, operation);
    const isListed = this.flow.state.step === 'listed';
    if (this.#hasWaited || !isListed || !this.retryTimer.holds('listAuthenticators')) return;
    this.#isStale = true;
    this.#hasWaited = true;
  }

  protected override stepShown(step: Step): void {
    const before = this.#shownStep;
    this.#shownStep = step;
    if (step === 'unlinking') this.#dialog.focusBusy();
    // The user did not cause a recheck, and may be elsewhere on the page.
    const isUnexpected = before === 'rechecking' && !this.#hadFocus;
    // The list is back with the field for a name, whose outcome is looked up once more.
    const isBack = before === 'failed' && step === 'refreshing' && !this.#showedOnlyList;
    if (step === 'loading' || isBack || (step === 'failed' && !isUnexpected)) super.stepShown(step);
  }

  /** All steps but failure share one template, so that the live region exists before its text (A8). */
  protected override renderStep(): TemplateResult | typeof nothing {
    const { state } = this.flow;
    if (state.step === 'failed') return this.renderFailedStep(state.error, 'listAuthenticators');
    if (this.#isStale) this.retryTimer.follow('listAuthenticators');
    const isEnrolling = state.step === 'enrolling' && this.load(lazyEnrollment);
    return html`
      ${isEnrolling ? html`<slot name="step"></slot>` : renderListHeading()}
      ${renderLiveRegion(state, {
        makes: this.makesRecoveryCodes,
        canMakeNew: this.offers('generateRecoveryCodes'),
      })}
      ${this.#renderBody(state)} ${this.#dialog.render(this.#confirmation)}
    `;
  }

  #renderBody(state: Exclude<AuthenticatorsState, { step: 'failed' }>): unknown {
    const canRename = this.offers('renameAuthenticator');
    const canUnlink = this.offers('unlinkAuthenticator');
    switch (state.step) {
      case 'idle':
      case 'loading':
        return renderSkeleton(Number(canRename) + Number(canUnlink));
      case 'enrolling':
        return nothing;
      default:
        return renderList({
          state,
          rename: canRename ? (id) => this.#begin('rename', id) : undefined,
          unlink: canUnlink ? (id) => this.#begin('unlink', id) : undefined,
          busy: lookedUpChange(state) !== undefined,
          link: this.offers('startEnrollment')
            ? this.retryTimer.action('startEnrollment', () => this.#enroll())
            : undefined,
          tellsLastUse: this.capabilities.tellsLastUse === true,
          maxAuthenticators: this.capabilities.maxAuthenticators,
          nameForm: this.#nameForm,
          cancel: () => this.dispatch({ type: 'cancel' }),
        });
    }
  }

  get #confirmation(): Confirmation | undefined {
    return changeConfirmation(this.flow.state, () => this.dispatch({ type: 'unlink' }));
  }

  get #outcome(): ChangeOutcome | undefined {
    const { state } = this.flow;
    if (!('outcome' in state) || state.outcome?.kind === 'unknown') return undefined;
    return state.outcome;
  }

  #begin(action: RowAction, id: string): void {
    this.#rowFocus.remember(id, action);
    this.#reloadLater();
    this.dispatch({ type: action === 'unlink' ? 'choose-unlink' : 'edit', id });
  }

  #enroll(): void {
    this.#rowFocus.forget();
    this.#reloadLater();
    this.dispatch({ type: 'enroll' });
  }

  /** An action that begins while the list loads aborts that, so the list is loaded once it has ended. */
  #reloadLater(): void {
    this.#isStale ||= LOADING_STEPS.includes(this.flow.state.step);
    this.#hasWaited = false;
  }

  /** Waits until the user is not in the middle of something, and as long as the server asks. */
  #recheckWhenIdle(): void {
    if (!this.#isStale || this.flow.state.step !== 'listed') return;
    if (this.retryTimer.holds('listAuthenticators')) return;
    this.#isStale = false;
    this.flow.dispatch({ type: 'recheck' });
  }

  /** Updates the light DOM and the dialog for the step. */
  #place(state: AuthenticatorsState): void {
    this.#enrollmentHost.place(state.step === 'enrolling' && Boolean(lazyEnrollment.exports));
    this.#nameForm.place(nameChange(state));
    this.#dialog.place();
  }

  /** Keeps the focus in the list after each update: two loads may follow each other without a step between. */
  #followFocus(): void {
    const wasList = this.#showedOnlyList;
    this.#showedOnlyList = showsOnlyList(this.flow.state);
    if (this.#showedOnlyList && (!wasList || this.hasLostFocus)) this.#restoreFocus();
  }

  /** Moves the focus to the button that was pressed, the one in its place, or the heading (A12). */
  #restoreFocus(): void {
    // Not to the button of a list before the page began anew.
    if (!this.takesFocus) this.#rowFocus.forget();
    if (this.#rowFocus.restore()) return;
    const wasEnrolling = this.#shownStep === 'enrolling';
    if (wasEnrolling && this.#outcome?.kind !== 'linked')
      focusInView(this.renderRoot.querySelector('[part~=link]'));
    else super.stepShown('listed');
  }

  /** Reports a change to the page and to other tabs, once. */
  #report(outcome: ChangeOutcome | undefined): void {
    if (!outcome || outcome === this.#reportedOutcome) return;
    this.#reportedOutcome = outcome;
    if (outcome.kind === 'unlinked') {
      this.dispatchEvent(new MfaUnlinkedEvent(outcome.authenticator.id));
    }
    if (outcome.kind === 'unlinked' || outcome.kind === 'renamed') this.#listSync.notifyOtherTabs();
  }
}
