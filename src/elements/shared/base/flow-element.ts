import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { MfaBackend, MfaCapabilities, MfaOperation } from '../../../backend/backend.js';
import { MfaError } from '../../../backend/mfa-error.js';
import { resolveBackend } from '../../../backend/resolve-backend.js';
import type { FlowController, FlowHost, FlowInput } from '../../../flow/flow-controller.js';
import { pageLoaded } from '../page/page-loaded.js';
import { reportMisconfiguration } from '../../../localization/report-misconfiguration.js';
import { contentLanguage } from '../../../localization/content-language.js';
import type { Messages } from '../../../localization/custom-messages.js';
import { controls } from '../../../styles/controls.styles.js';
import { tokens } from '../../../styles/tokens.styles.js';
import { BackendElement } from './backend-element.js';
import { MfaErrorEvent, MfaNavigateEvent } from '../../events.js';
import { flowStyles } from './flow-element.styles.js';
import { PageMessages } from '../page/page-messages.js';
import { PageUrls } from '../page/page-urls.js';
import { renderFailure } from '../controls/render-failure.js';
import { renderHelpLink } from '../controls/render-help-link.js';
import { renderMisconfiguration } from '../controls/render-misconfiguration.js';
import { ElementPageAccess } from '../page/element-page-access.js';

/** A request that failed, and with what. */
export interface FailedRequest {
  readonly error: MfaError;
  readonly operation: MfaOperation;
}

/**
 * What every tag that walks a person through a flow shares.
 *
 * Owns: starting the flow once its backend is known, the message for a page owner who set the tag up
 * wrongly, focus on a new step, help, and leaving the page.
 * Does not own: the flow (src/flow), or what a step looks like (the subclass).
 *
 * @slot help - Who to turn to; stands under every step. Without it `help-url` gives a link.
 * @csspart flow - The tag as a whole
 * @csspart heading - The heading of the step
 * @csspart error - What failed, in place of a step
 * @csspart button - Every button, and what looks like one; beside it what it does
 * @csspart retry - The button that tries again
 * @csspart sign-in - The link to the page to sign in at
 * @csspart help - The room of the slot `help`
 */
export abstract class FlowElement<State extends { readonly step: string }, Event>
  extends BackendElement
  implements FlowHost
{
  static override styles = [tokens, controls, flowStyles];

  /**
   * Where to go when done, on this site or on one of `allowed-origins`. A place that the backend's
   * answer names comes first.
   */
  @property({ attribute: 'success-url' }) successUrl?: string;

  /** Other sites where `success-url` and the backend may lead: origins of https, with spaces between. */
  @property({ attribute: 'allowed-origins' }) allowedOrigins?: string;

  /** The page to sign in at, offered when the sign-in has ended. */
  @property({ attribute: 'sign-in-url' }) signInUrl?: string;

  /** A page where people get help. */
  @property({ attribute: 'help-url' }) helpUrl?: string;

  /**
   * Single messages in the page's own words: an object by message id, or the id of a
   * `<script type="application/json">` that holds one. They go for every tag on the page.
   */
  @property() messages?: Messages | string;

  /** Brings focus here as soon as there is a step: to its field at sign-in, else to its heading. */
  @property({ type: Boolean }) override autofocus = false;

  @state() private misconfiguration: MfaError | undefined;
  @query('h2') private heading!: HTMLElement | null;

  readonly #urls = new PageUrls(this.localName);
  readonly #page = new ElementPageAccess(this, this.#urls);
  #activeBackend: MfaBackend | undefined;
  /** The same, where this tag made it: one that the page gave may be in use elsewhere. */
  #ownBackend: MfaBackend | undefined;
  #configuration = 0;
  #shownStep: string | undefined;
  #userActed = false;
  #failure: FailedRequest | undefined;

  /** The flow that the subclass shows. */
  protected abstract readonly flow: FlowController<State, Event>;

  /** What the person sees at this step. */
  protected abstract renderStep(): TemplateResult | typeof nothing;

  constructor() {
    super();
    new PageMessages(this);
  }

  /** @internal For the flow. */
  get activeBackend(): MfaBackend {
    if (!this.#activeBackend) throw new MfaError('misconfigured', 'The flow has not started yet.');
    return this.#activeBackend;
  }

  /**
   * What the step that shows now has failed with.
   *
   * @internal For a tag that holds this one: an event can be made up by any script (C43).
   */
  get failure(): FailedRequest | undefined {
    const { error } = this.flow.state as State & { readonly error?: MfaError };
    return error === this.#failure?.error ? this.#failure : undefined;
  }

  /** @internal For the flow. */
  requestFailed(error: MfaError, operation: MfaOperation): void {
    this.#failure = { error, operation };
    // A flow that can go on without this operation is not broken for the person.
    const isStuck = error.kind === 'misconfigured' && this.flow.state.step === 'failed';
    if (isStuck) this.#showMisconfiguration(error);
    this.dispatchEvent(new MfaErrorEvent(error.kind, operation));
  }

  /** @internal For the flow. */
  forget(): void {
    this.#ownBackend?.forget?.();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    globalThis.addEventListener('pageshow', this.#resume);
    if (this.hasUpdated) this.#resume();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.removeEventListener('pageshow', this.#resume);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!this.hasUpdated || this.backendChanged(changed)) void this.#configure();
  }

  protected override updated(): void {
    const { step } = this.flow.state;
    if (step === this.#shownStep) return;
    this.#shownStep = step;
    this.stepShown(step);
  }

  /** A new step is on the screen. Brings the person who caused it to its heading (A11). */
  protected stepShown(_step: string): void {
    if (this.takesFocus) this.heading?.focus();
  }

  protected override render(): TemplateResult {
    return html`
      <div class="flow" part="flow" lang=${contentLanguage(this) ?? nothing}>
        ${
          this.misconfiguration
            ? renderMisconfiguration(this.localName, this.misconfiguration)
            : this.renderStep()
        }
        <div class="help" part="help" ?hidden=${!this.#hasHelp}>
          <slot name="help" @slotchange=${() => this.requestUpdate()}>
            ${renderHelpLink(this.#urls.link('help-url', this.helpUrl))}
          </slot>
        </div>
      </div>
    `;
  }

  /** What the backend can do beside its operations, as far as it says so. */
  protected get capabilities(): MfaCapabilities {
    return this.#activeBackend?.capabilities ?? {};
  }

  /** Whether the backend can do this. What needs it is left out otherwise. */
  protected offers(operation: MfaOperation): boolean {
    return this.#activeBackend?.[operation] !== undefined;
  }

  /**
   * Whether focus may come here: what shows now came from something the person did here, or the page
   * wants it. Opening a page alone moves no focus.
   */
  protected get takesFocus(): boolean {
    return this.autofocus || this.#userActed;
  }

  /** Dispatches an event that the user caused. */
  protected dispatch(event: FlowInput<Event>): void {
    this.#userActed = true;
    this.flow.dispatch(event);
  }

  /** A failure that ends the flow, with the way on: sign in again, or try again. */
  protected renderFailedStep(error: MfaError): TemplateResult {
    return renderFailure(error, {
      signInUrl: this.#urls.link('sign-in-url', this.signInUrl),
      retry: () => this.dispatch({ type: 'start' }),
    });
  }

  /**
   * Where to go from here: what the backend says, else `success-url`; never to a site that the page's
   * owner did not name.
   *
   * @param redirectTo The place the backend named.
   */
  protected destination(redirectTo?: string): string | undefined {
    const targets = { "The backend's redirectTo": redirectTo, 'success-url': this.successUrl };
    return this.#urls.destination(targets, this.allowedOrigins);
  }

  /** Goes there, unless the page keeps the person here by canceling `mfa-navigate`. */
  protected leaveFor(url: string | undefined): void {
    if (url && this.dispatchEvent(new MfaNavigateEvent(url))) location.assign(url);
  }

  get #hasHelp(): boolean {
    return (
      Boolean(this.#urls.link('help-url', this.helpUrl)) ||
      this.querySelector(':scope > [slot="help"]') !== null
    );
  }

  /** Begins anew when everything was forgotten: back in the document, or back from history (C10). */
  readonly #resume = (): void => {
    if (this.#activeBackend && this.flow.state.step === 'idle') this.#begin();
  };

  /** The page begins, not the person. */
  #begin(): void {
    this.#userActed = false;
    this.flow.dispatch({ type: 'start' });
  }

  async #configure(): Promise<void> {
    const configuration = ++this.#configuration;
    this.misconfiguration = undefined;
    this.flow.reset();
    this.forget();
    this.#activeBackend = undefined;
    this.#ownBackend = undefined;
    try {
      // A script of the page may still be about to say which backend it is.
      if (!this.namesBackend) await pageLoaded();
      if (configuration !== this.#configuration) return;
      const settings = this.backendSettings();
      const backend = await resolveBackend({ ...settings, page: this.#page });
      if (configuration !== this.#configuration) return;
      this.#activeBackend = backend;
      if (!settings.backend) this.#ownBackend = backend;
      if (this.isConnected) this.#begin();
    } catch (thrown) {
      if (configuration === this.#configuration) this.#showMisconfiguration(MfaError.from(thrown));
    }
  }

  #showMisconfiguration(error: MfaError): void {
    this.misconfiguration = error;
    reportMisconfiguration(this.localName, error.message);
  }
}
