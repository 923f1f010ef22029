import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import {
  authenticatorsFlow,
  type AuthenticatorsEvent,
  type AuthenticatorsState,
  type ChangeOutcome,
} from '../../flow/authenticators/authenticators.js';
import { FlowController } from '../../flow/flow-controller.js';
import type { AuthenticatorApp } from '../enrollment/authenticator-apps.js';
import { ConfirmDialog, type Confirmation } from '../shared/controls/confirm-dialog.js';
import { dialogStyles } from '../shared/controls/dialog.styles.js';
import { MfaUnlinkedEvent } from '../events.js';
import { FlowElement } from '../shared/base/flow-element.js';
import { EnrollmentHost } from './enrollment-host.js';
import { authenticatorsStyles } from './authenticators-element.styles.js';
import { changeConfirmation } from './change-confirmation.js';
import { ListSyncController } from './list-sync-controller.js';
import { NameForm } from './name-form.js';
import { renderList } from './render-list.js';
import { renderListHeading } from './render-list-heading.js';
import { renderSkeleton } from './render-skeleton.js';
import { renderStatus } from './render-status.js';
import { RowFocus, type RowAction } from './row-focus.js';

type Step = AuthenticatorsState['step'];

/** The steps that look like the list and nothing else. */
const LIST_STEPS: readonly Step[] = ['listed', 'refreshing', 'rechecking'];
const READING_STEPS: readonly Step[] = ['loading', 'refreshing', 'rechecking'];

/**
 * The linked authenticator apps: name, linked on, last used. An app gets another name in its row; a
 * link is taken away behind a confirmation, and either behind the password or a code when the server
 * wants that; another app is linked in place of the list. What the backend cannot do is left out.
 * The list follows what happens in other tabs and, when the person comes back, on other devices.
 *
 * @summary The linked apps: rename, take a link away, link another.
 * @tag mfa-authenticators
 * @slot help - Who to turn to.
 * @slot name-form - Filled by the tag: the form with the name of an app
 * @slot step - Filled by the tag: linking another app, in place of the list
 * @slot proof-form - Filled by the tag: the form in which a person proves who is there
 * @fires {MfaUnlinkedEvent} mfa-unlinked - A link was taken away.
 * @fires {MfaEnrolledEvent} mfa-enrolled - Another app was linked.
 * @fires {MfaEnrollmentClosedEvent} mfa-enrollment-closed - The list is back after linking.
 * @fires {MfaErrorEvent} mfa-error - A request failed.
 * @fires {MfaNavigateEvent} mfa-navigate - About to go to a page of the backend; cancelable.
 * @fires {MfaTokensEvent} mfa-tokens - Tokens of the backend for the page to keep. Secret: does not bubble.
 * @csspart name - The name of an app
 * @csspart rename - The pencil of a row
 * @csspart unlink - The bin of a row
 * @csspart link - The button that links another app
 * @csspart submit - The button that saves a name, or that confirms in the dialog
 * @csspart cancel - The button that leaves the name or the link as it is
 * @csspart dialog - The dialog that asks for confirmation
 * @csspart use-code - The button that asks for a code in place of the password
 * @csspart use-password - The button that asks for the password in place of a code
 * @csspart retry-notice - How long the next try has to wait
 */
export class AuthenticatorsElement extends FlowElement<AuthenticatorsState, AuthenticatorsEvent> {
  static override styles = [...FlowElement.styles, dialogStyles, authenticatorsStyles];

  /** The apps that are proposed when one is linked. Without it: two that most people use. */
  @property({ attribute: false }) apps?: readonly AuthenticatorApp[];

  @query('[part~="link"]') private linkButton!: HTMLElement | null;

  protected override readonly flow = new FlowController(this, authenticatorsFlow);

  readonly #nameForm = new NameForm(this, (name) => this.dispatch({ type: 'rename', name }));
  readonly #dialog = new ConfirmDialog(this, {
    prove: (proof) => this.dispatch({ type: 'submit-proof', proof }),
    cancel: () => this.dispatch({ type: 'cancel' }),
  });
  readonly #anotherApp = new EnrollmentHost(this, {
    linked: (authenticator) => {
      this.dispatch({ type: 'enrolled', authenticator });
      this.#elsewhere.tell();
    },
    closed: () => this.dispatch({ type: 'enrollment-closed' }),
    refused: (error) => this.dispatch({ type: 'enrollment-refused', error }),
  });
  readonly #elsewhere = new ListSyncController(this, () => {
    this.#mayBeOld = true;
    this.requestUpdate();
  });
  readonly #rowFocus = new RowFocus(() => this.renderRoot);

  #mayBeOld = false;
  #shown: Step = 'idle';
  #hadFocus = false;
  #told: ChangeOutcome | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#recheckWhenIdle();
    const { step } = this.flow.state;
    if (READING_STEPS.includes(step)) this.#elsewhere.read();
    this.#hadFocus = this.matches(':focus-within');
    if (LIST_STEPS.includes(this.#shown) && LIST_STEPS.includes(step)) {
      this.#rowFocus.rememberFocused(this.shadowRoot?.activeElement);
    }
    if (this.hasUpdated && !this.#confirmation) this.#dialog.close();
  }

  protected override updated(): void {
    this.#place(this.flow.state);
    super.updated();
    this.#tell(this.#outcome);
  }

  protected override stepShown(step: Step): void {
    const before = this.#shown;
    this.#shown = step;
    if (LIST_STEPS.includes(step)) this.#listShown(before);
    if (step === 'unlinking') this.#dialog.focusBusy();
    // Looking again was no act of the person, who may be elsewhere on the page.
    const comesUnasked = before === 'rechecking' && !this.#hadFocus;
    if (step === 'loading' || (step === 'failed' && !comesUnasked)) super.stepShown(step);
  }

  /** One frame for every step but failure, so that the live region stands before its text (A8). */
  protected override renderStep(): TemplateResult | typeof nothing {
    const { state } = this.flow;
    if (state.step === 'failed') return this.renderFailedStep(state.error);
    return html`
      ${state.step === 'enrolling' ? html`<slot name="step"></slot>` : renderListHeading()}
      ${renderStatus(state)} ${this.#renderBody(state)} ${this.#dialog.render(this.#confirmation)}
    `;
  }

  get #confirmation(): Confirmation | undefined {
    return changeConfirmation(this.flow.state, () => this.dispatch({ type: 'unlink' }));
  }

  get #outcome(): ChangeOutcome | undefined {
    const { state } = this.flow;
    return 'outcome' in state ? state.outcome : undefined;
  }

  #renderBody(state: Exclude<AuthenticatorsState, { step: 'failed' }>): unknown {
    const renames = this.offers('renameAuthenticator');
    const unlinks = this.offers('unlinkAuthenticator');
    switch (state.step) {
      case 'idle':
      case 'loading':
        return renderSkeleton(Number(renames) + Number(unlinks));
      case 'enrolling':
        return nothing;
      default:
        return renderList({
          state,
          rename: renames ? (id) => this.#begin('rename', id) : undefined,
          unlink: unlinks ? (id) => this.#begin('unlink', id) : undefined,
          link: this.offers('startEnrollment') ? () => this.#link() : undefined,
          tellsLastUse: this.capabilities.tellsLastUse === true,
          most: this.capabilities.maxAuthenticators,
          nameForm: this.#nameForm,
          cancel: () => this.dispatch({ type: 'cancel' }),
        });
    }
  }

  /** Puts in the page's own tree what the step needs there, and opens or fills the dialog. */
  #place(state: AuthenticatorsState): void {
    const { issuer, account, signInUrl, apps } = this;
    this.#anotherApp.place(
      state.step === 'enrolling'
        ? { backend: this.activeBackend, issuer, account, signInUrl, apps }
        : undefined,
    );
    this.#nameForm.place(state.step === 'editing' || state.step === 'renaming' ? state : undefined);
    this.#dialog.place();
  }

  #begin(action: RowAction, id: string): void {
    this.#rowFocus.remember(id, action);
    this.dispatch({ type: action === 'unlink' ? 'choose-unlink' : 'edit', id });
  }

  #link(): void {
    this.#rowFocus.forget();
    this.dispatch({ type: 'enroll' });
  }

  /** Not while the person is in the middle of something; then as soon as that is over. */
  #recheckWhenIdle(): void {
    if (!this.#mayBeOld || this.flow.state.step !== 'listed') return;
    this.#mayBeOld = false;
    this.flow.dispatch({ type: 'recheck' });
  }

  /** To the button that was pressed or the one that took its place, or to the heading (A12). */
  #listShown(before: Step): void {
    const wasList = LIST_STEPS.includes(before);
    const isLost = this.#rowFocus.remembers && !this.shadowRoot?.activeElement;
    if (wasList && !isLost) return;
    if (this.#rowFocus.restore()) return;
    if (before === 'enrolling' && this.#outcome?.kind !== 'linked') this.linkButton?.focus();
    else super.stepShown('listed');
  }

  /** Tells the page and the other tabs what was done here. */
  #tell(outcome: ChangeOutcome | undefined): void {
    if (!outcome || outcome === this.#told) return;
    this.#told = outcome;
    if (outcome.kind === 'unlinked') {
      this.dispatchEvent(new MfaUnlinkedEvent(outcome.authenticator.id));
    }
    if (outcome.kind === 'unlinked' || outcome.kind === 'renamed') this.#elsewhere.tell();
  }
}
