import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { MfaOperation } from '../../../backend/backend.js';
import { loadFile } from '../../../backend/load-file.js';
import { MfaError } from '../../../backend/mfa-error.js';
import { withoutDoubt } from '../../../backend/unknown-outcome.js';
import type {
  FlowController,
  FlowHost,
  FlowInput,
  StartEvent,
} from '../../../flow/flow-controller.js';
import { reportMisconfiguration } from '../../../localization/report-misconfiguration.js';
import { contentDirection, contentLanguage } from '../../../localization/content-language.js';
import type { Messages } from '../../../localization/custom-messages.js';
import { msg } from '../../../localization/msg.js';
import { controls } from '../../../styles/controls.styles.js';
import { tokens } from '../../../styles/tokens.styles.js';
import { BACKEND_TIMEOUT, BackendElement } from './backend-element.js';
import { foreignPart } from './define.js';
import type { LazyModule } from './lazy-module.js';
import { MfaErrorEvent, MfaNavigateEvent } from '../../events.js';
import { flowStyles } from './flow-element.styles.js';
import { focusInView } from '../page/bring-into-view.js';
import { PageMessages } from '../page/page-messages.js';
import { PageUrls } from '../page/page-urls.js';
import { renderFailure, renderNoBackend, renderStayed } from '../controls/render-failure.js';
import { RetryTimer, type WaitingHost } from '../waits/retry-timer.js';
import { ElementPageAccess } from '../page/element-page-access.js';

/**
 * Milliseconds after which a finished element says that the next page has not opened. Sooner than within an
 * operation (`run-operation.ts`), because here it takes nothing away if that page is only slow.
 */
const DEPARTURE_TIMEOUT = 3000;

/** A request that failed, and its error. */
export interface FailedRequest {
  readonly error: MfaError;
  readonly operation: MfaOperation;
}

/**
 * An element that shows a flow, one step at a time. Starts the flow when its backend is resolved, shows
 * a message if the page is set up wrongly, focuses each new step, shows help, and navigates when the
 * flow is done. The flow itself is in src/flow; the subclass renders its steps.
 *
 * @example
 * ```ts
 * class CounterElement extends FlowElement<State, Event> {
 *   protected override readonly flow = new FlowController(this, counterFlow);
 *
 *   protected override renderStep() {
 *     const { state } = this.flow;
 *     if (state.step === 'failed') return this.renderFailedStep(state.error);
 *     return html`<button @click=${() => this.dispatch({ type: 'add' })}>${state.step}</button>`;
 *   }
 * }
 * ```
 *
 * @slot help - Contact information, below every step. Without it `help-url` gives a link.
 * @csspart flow - The element as a whole
 * @csspart heading - The heading of the step
 * @csspart error - The error, in place of a step
 * @csspart button - Every button, and links that look like one; a second part says what it does
 * @csspart retry - The button that tries again
 * @csspart retry-notice - How long the user has to wait before the next try
 * @csspart sign-in - The link to the page to sign in at
 * @csspart help - The box around the slot `help`
 */
export abstract class FlowElement<State extends { readonly step: string }, Event>
  extends BackendElement
  implements FlowHost, WaitingHost
{
  static override styles = [tokens, controls, flowStyles];

  /**
   * The URL to go to when the flow is done, on this site or on one of `allowed-origins`. A URL in the
   * backend's response takes precedence.
   */
  @property({ attribute: 'success-url' }) successUrl?: string;

  /** Other https origins that `success-url` and the backend may lead to, separated by spaces. */
  @property({ attribute: 'allowed-origins' }) allowedOrigins?: string;

  /** The page to sign in at, offered when the sign-in has ended. */
  @property({ attribute: 'sign-in-url' }) signInUrl?: string;

  /** A page where people get help. */
  @property({ attribute: 'help-url' }) helpUrl?: string;

  /**
   * The page's own messages: an object by message id, or the id of a
   * `<script type="application/json">` that contains one. They apply to every element on the page.
   */
  @property() messages?: Messages | string;

  /** Focuses the first step: its field at sign-in, otherwise its heading. */
  @property({ type: Boolean }) override autofocus = false;

  /** @internal For the forms and the buttons of this element, and for an element that contains it. */
  readonly retryTimer = new RetryTimer(this);

  /** Why there is no backend. */
  @state() private backendError: MfaError | undefined;
  /** Goes to the next page again, if this page was not left for it. */
  @state() private leaveAgain: (() => void) | undefined;

  /** The flow that the subclass shows. */
  protected abstract readonly flow: FlowController<State, Event>;

  readonly #urls = new PageUrls(this.localName);
  readonly #page = new ElementPageAccess(this, this.#urls);
  #shownStep: string | undefined;
  /** Whether an act of the user, and not the page, led to the current step. */
  #userActed = false;
  /** Whether the focus was in the step before this update. */
  #hadFocus = false;
  #failure: FailedRequest | undefined;
  /** A request whose wait has not started, and the state in which its outcome may be looked up. */
  #heldWait: (FailedRequest & { readonly during: State }) | undefined;
  /** The names of the backend for which the flow started before the first update. */
  #namesAtStart: readonly unknown[] | undefined;
  /** The module that the step waits for. */
  #loading: Promise<void> | undefined;
  #departure: ReturnType<typeof setTimeout> | undefined;
  /** Whether it has forgotten everything out of the page. Another backend may then be that of another person. */
  #wasAway = false;

  constructor() {
    super();
    new PageMessages(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    globalThis.addEventListener('pageshow', this.#resume);
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.removeEventListener('pageshow', this.#resume);
  }

  /** Starts the flow: its first request and the words come side by side. */
  protected override localeAwaited(): void {
    if (this.#namesAtStart || !this.isConnected) return;
    this.#namesAtStart = this.backendNames;
    this.#restart();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const hasStarted = this.hasUpdated
      ? !this.backendChanged(changed)
      : this.#namesAtStart?.every((name, index) => name === this.backendNames[index]);
    if (!hasStarted) this.#restart();
    else if (this.#wasAway) this.#resume();
    if (this.isConnected) this.#wasAway = false;
    this.#startWait();
    // A flow that begins anew is no step that leads to the next.
    this.#hadFocus = this.flow.state.step !== 'idle' && this.#hasFocus;
  }

  protected override updated(): void {
    // Out of the page, Chromium keeps the slots of the last step, and with them all of it, until they are asked for.
    if (!this.isConnected) this.renderRoot.querySelector('slot')?.assignedNodes();
    const { step } = this.flow.state;
    if (step === this.#shownStep) return;
    this.#shownStep = step;
    this.stepShown(step);
  }

  /** Called when a new step is on the screen. Focuses its heading if the user caused it (A11). */
  protected stepShown(_step: string): void {
    if (this.takesFocus) focusInView(this.renderRoot.querySelector('h2'));
  }

  /**
   * The error shown at the current step, if any.
   *
   * @internal For an element that contains this one: any script can dispatch an event (C43).
   */
  get failure(): FailedRequest | undefined {
    const { error } = this.flow.state as State & { readonly error?: MfaError };
    return error === this.#failure?.error ? this.#failure : undefined;
  }

  /** @internal For the flow. */
  requestFailed(error: MfaError, operation: MfaOperation): void {
    this.#failure = { error, operation };
    // What failed may be the look-up of the request before.
    this.#startWait();
    this.#heldWait = { during: this.flow.state, error, operation };
    this.#startWait();
    // A flow that can continue without this operation is not broken for the user.
    const isStuck = error.kind === 'misconfigured' && this.flow.state.step === 'failed';
    if (isStuck) this.backendFailed(error);
    this.dispatchEvent(new MfaErrorEvent(error.kind, operation));
  }

  /** @internal For the flow. */
  override forget(): void {
    super.forget();
    this.#wasAway ||= !this.isConnected;
    clearTimeout(this.#departure);
    // The flow no longer looks anything up.
    this.#startWait();
    this.retryTimer.leave();
    this.leaveAgain = undefined;
  }

  protected override backendConnected(): void {
    // The button that reloads the page may have the focus.
    if (this.backendError) this.#userActed = this.matches(':focus-within');
    this.backendError = undefined;
    if (this.isConnected && this.flow.state.step === 'idle') this.flow.dispatch({ type: 'start' });
  }

  protected override backendFailed(error: MfaError): void {
    this.backendError = error;
    // A copy that is removed again, such as one of a page's innerHTML +=, is no mistake.
    if (this.isConnected) reportMisconfiguration(this.localName, error.message);
  }

  /**
   * Returns what a module exports if it is here. Otherwise loads it, and renders again once it is. If it does
   * not come in time, that shows in place of the step until it does.
   */
  protected load<Exports extends object>(module: LazyModule<Exports>): Exports | undefined {
    const { exports } = module;
    if (exports || this.#loading) return exports;
    this.#loading = this.#await(module).finally(() => (this.#loading = undefined));
    return undefined;
  }

  async #await(module: LazyModule<object>): Promise<void> {
    const late = new MfaError('timeout', 'A file of the library does not come.');
    const timer = setTimeout(() => this.backendFailed(late), BACKEND_TIMEOUT);
    try {
      await loadFile('this step', () => module.load());
      if (this.backendError === late) this.backendError = undefined;
      this.requestUpdate();
    } catch (thrown) {
      this.backendFailed(MfaError.from(thrown));
    } finally {
      clearTimeout(timer);
    }
  }

  /** Resolves when the step shows, also if a module had to be loaded for it. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    if (!this.#loading) return isComplete;
    await this.#loading;
    return this.getUpdateComplete();
  }

  /** Dispatches an event that the user caused. */
  protected dispatch(event: FlowInput<Event>): void {
    this.#userActed = true;
    // A flow that waits for the backend starts as soon as that is there.
    if (!this.hasBackend && (event as StartEvent).type === 'start') this.flow.reset();
    else this.flow.dispatch(event);
  }

  /**
   * Whether the element may take the focus: the user did something here that led to the current step,
   * what had the focus is gone with the step before, or the page set `autofocus`. Opening a page does not
   * move the focus.
   */
  protected get takesFocus(): boolean {
    return this.autofocus || this.#userActed || this.hasLostFocus;
  }

  /** Not `:focus-within`, which Chromium keeps after a slotted input that had the focus was removed. */
  get #hasFocus(): boolean {
    const { activeElement } = this.getRootNode() as Document | ShadowRoot;
    return this.contains(activeElement);
  }

  /** Whether this update has removed what had the focus, and nothing has it now. */
  protected get hasLostFocus(): boolean {
    const { activeElement, body } = this.ownerDocument;
    return this.#hadFocus && (!activeElement || activeElement === body);
  }

  /**
   * Returns the URL to go to: the backend's, or else `success-url`, never to an origin that is not
   * allowed.
   *
   * @param redirectTo The URL in the backend's response.
   */
  protected destination(redirectTo?: string): string | undefined {
    const targets = { "The backend's redirectTo": redirectTo, 'success-url': this.successUrl };
    return this.#urls.destination(targets, this.allowedOrigins);
  }

  /**
   * Navigates to a URL, unless the page cancels `mfa-navigate`.
   *
   * @param canReturn Whether Back returns to this page. By default it does not: the page of a finished
   *   sign-in would leave again, each time that the user goes back to it.
   */
  protected leaveFor(url: string | undefined, canReturn = false): void {
    if (!url || !this.dispatchEvent(new MfaNavigateEvent(url))) return;
    location[canReturn ? 'assign' : 'replace'](url);
    clearTimeout(this.#departure);
    this.#departure = setTimeout(() => {
      const isPartOfPage = url.includes('#') && location.href === url;
      if (!isPartOfPage) this.leaveAgain = () => this.leaveFor(url, canReturn);
    }, DEPARTURE_TIMEOUT);
  }

  protected override render(): TemplateResult {
    return html`
      <div
        class="flow"
        part="flow"
        lang=${contentLanguage(this) ?? nothing}
        dir=${contentDirection(this) ?? nothing}
      >
        ${
          this.backendError ? renderNoBackend(this.localName, this.backendError) : this.renderStep()
        }
        ${this.leaveAgain ? renderStayed(this.leaveAgain) : nothing} ${this.#renderHelp()}
      </div>
    `;
  }

  /** Renders the current step. */
  protected abstract renderStep(): TemplateResult | typeof nothing;

  /**
   * Renders an error that ends the flow, with a link to sign in or a button to try again.
   *
   * @param operation The operation that is sent when the flow starts again.
   * @param also A notice above the link or the button: what else has to be known.
   */
  protected renderFailedStep(
    error: MfaError,
    operation: MfaOperation,
    also?: TemplateResult,
  ): TemplateResult {
    return renderFailure(error, {
      also,
      signInUrl: this.#urls.link('sign-in-url', this.signInUrl),
      retry: this.retryTimer.action(operation, () => this.dispatch({ type: 'start' })),
    });
  }

  #renderHelp(): TemplateResult {
    const url = this.#urls.link('help-url', this.helpUrl);
    const isSlotted = this.querySelector(':scope > [slot="help"]') !== null;
    const link = html`<a class="link" href=${url}>
      ${msg('Get help', { id: 'help.link', desc: 'Under every step: link to the help page of the site' })}
    </a>`;
    return html`<div class="help" part="help" ?hidden=${!url && !isSlotted}>
      <slot name="help" @slotchange=${() => this.requestUpdate()}>${url ? link : nothing}</slot>
    </div>`;
  }

  /** Starts the wait of a request that failed. While its outcome is looked up, nothing is told of it (C49). */
  #startWait(): void {
    if (!this.#heldWait) return;
    const { during, error, operation } = this.#heldWait;
    // A flow may tell an unknown outcome as what it is otherwise, and look nothing up.
    const reported = withoutDoubt(error);
    const shown = Object.values<unknown>(this.flow.state);
    const isReported = reported === error || shown.includes(reported);
    if (!isReported && this.flow.state === during) return;
    this.#heldWait = undefined;
    // Beside what stays unknown, the time left gives no other reason.
    this.retryTimer.start(shown.includes(error) ? error : reported, operation);
  }

  /** Starts a flow that has forgotten everything, in an element or a page that is back (C10). */
  readonly #resume = (): void => {
    if (this.isConnected && this.hasBackend && this.flow.state.step === 'idle') this.#start();
  };

  #start(): void {
    this.#userActed = false;
    this.flow.dispatch({ type: 'start' });
  }

  #restart(): void {
    this.backendError = undefined;
    this.#userActed = false;
    this.retryTimer.forget();
    this.#heldWait = undefined;
    if (this.#wasAway) this.flow.clear();
    else this.flow.reset();
    const foreign = foreignPart(this.localName);
    if (foreign === undefined) void this.connectBackend(this.#page);
    else {
      this.backendFailed(
        new MfaError('misconfigured', `It needs <${foreign}>, which another script has defined.`),
      );
    }
  }
}
