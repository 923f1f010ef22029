import type { MfaBackend, MfaOperation } from '../backend/backend.js';
import { own } from '../backend/own.js';
import { MfaError } from '../backend/mfa-error.js';
import type { OperationInput, OperationResult } from '../backend/operations.js';
import { ForgetController, type ForgetHost } from './forget-controller.js';
import { forgetLastMatch } from './forget-last-match.js';

type RequestArguments<Op extends MfaOperation> =
  OperationInput<Op> extends undefined ? [] : [OperationInput<Op>];

/** Calls an operation of the backend. The call is aborted when the flow leaves the step. */
export type RequestOperation = <Op extends MfaOperation>(
  operation: Op,
  ...input: RequestArguments<Op>
) => Promise<OperationResult<Op>>;

/** Starts the flow, or starts it again after a failure. Every flow receives it. */
export interface StartEvent {
  readonly type: 'start';
}

/** Reports that the request of the current step failed. Every flow receives it. */
export interface FailedEvent {
  readonly type: 'failed';
  readonly error: MfaError;
}

/** All events that a flow receives: its own, and those that every flow receives. */
export type FlowInput<Event> = Event | StartEvent | FailedEvent;

/** A flow as data: its initial state, its transitions, and the request of each step. */
export interface Flow<State extends { readonly step: string }, Event> {
  /** Holds no secret: the flow returns to it to forget everything. */
  readonly initial: State;
  /** Pure. Returns the same object for an event that does not apply to the current step. */
  transition(state: State, event: FlowInput<Event>): State;
  /**
   * Runs when the flow enters a state. It resolves to the next event of the flow.
   *
   * @param offers Returns whether the backend has an operation, for a look-up that not every backend allows.
   */
  effect(
    state: State,
    request: RequestOperation,
    offers: (operation: MfaOperation) => boolean,
  ): Promise<Event> | undefined;
  /**
   * Returns what is left of a state when everything is forgotten: a state to start from that holds no secret.
   * `undefined` stands for the initial state.
   *
   * @param isShown Whether the state was on the screen.
   */
  afterForgetting?(state: State, isShown: boolean): State | undefined;
}

/** The element that renders the flow, as the controller uses it. */
export interface FlowHost extends ForgetHost {
  /** The backend that receives the requests. Available once the flow has started. */
  readonly activeBackend: MfaBackend;
  /** Called when a request has failed, after the flow has handled the error. */
  requestFailed(error: MfaError, operation: MfaOperation): void;
  /** Called when the flow has forgotten everything: the element was removed, or the page is left. */
  forget(): void;
}

/**
 * Holds the state of one flow and runs the request of its current step. Leaving a step aborts its
 * request; leaving the page or removing the element resets the flow.
 *
 * Why: a step has at most one request. A second press while it is pending is an event that does not
 * apply, and a response that arrives after the step was left is dropped.
 *
 * @example
 * ```ts
 * type State =
 *   | { readonly step: 'idle' }
 *   | { readonly step: 'loading' }
 *   | { readonly step: 'loaded'; readonly left: number };
 * type Event = { readonly type: 'loaded'; readonly left: number };
 *
 * const flow: Flow<State, Event> = {
 *   initial: { step: 'idle' },
 *   transition(state, event) {
 *     if (event.type === 'start' && state.step === 'idle') return { step: 'loading' };
 *     if (event.type === 'loaded') return { step: 'loaded', left: event.left };
 *     return event.type === 'failed' ? { step: 'idle' } : state;
 *   },
 *   effect(state, request) {
 *     if (state.step !== 'loading') return undefined;
 *     return request('recoveryCodesStatus').then(({ left }) => ({ type: 'loaded', left }));
 *   },
 * };
 *
 * const controller = new FlowController(host, flow);
 * controller.dispatch({ type: 'start' });
 * controller.state; // { step: 'loading' }
 * ```
 */
export class FlowController<
  State extends { readonly step: string },
  Event,
> extends ForgetController {
  readonly #host: FlowHost;
  readonly #flow: Flow<State, Event>;
  readonly #initial: State;
  #state: State;
  /** Whether the host has rendered the current state. */
  #isShown = false;
  #abortController: AbortController | undefined;

  constructor(host: FlowHost, flow: Flow<State, Event>) {
    super(host, () => {
      this.reset();
      host.forget();
    });
    this.#host = host;
    this.#flow = flow;
    this.#initial = Object.freeze(own(flow.initial));
    this.#state = this.#initial;
  }

  /** The current state. Frozen. */
  get state(): State {
    return this.#state;
  }

  override hostUpdated(): void {
    super.hostUpdated();
    this.#isShown ||= this.#host.isConnected;
  }

  /** Sends an event to the flow. Events that do not apply to the current step are ignored. */
  dispatch(event: FlowInput<Event>): void {
    const next = this.#flow.transition(this.#state, event);
    if (next !== this.#state) this.#enter(Object.freeze(own(next)));
  }

  /**
   * Returns to the initial state, or to what the flow makes of the current one (`afterForgetting`). It forgets
   * all secrets, and aborts the pending request.
   */
  reset(): void {
    const left = this.#flow.afterForgetting?.(this.#state, this.#isShown);
    this.#return(left ? Object.freeze(own(left)) : this.#initial);
  }

  /** Returns to the initial state: what the flow makes of the current one may be of another person. */
  clear(): void {
    this.#return(this.#initial);
  }

  #return(next: State): void {
    if (next !== this.#state) this.#enter(next);
  }

  #enter(state: State): void {
    this.#abortController?.abort();
    this.#abortController = undefined;
    this.#state = state;
    this.#isShown = false;
    this.#host.requestUpdate();
    void this.#run(state);
  }

  async #run(state: State): Promise<void> {
    const abortController = new AbortController();
    const { signal } = abortController;
    let requested: MfaOperation | undefined;
    const request: RequestOperation = (operation, ...input) => {
      requested = operation;
      return this.#call(operation, input, signal);
    };
    const offers = (operation: MfaOperation): boolean =>
      this.#host.activeBackend[operation] !== undefined;
    const effect = this.#flow.effect(state, request, offers);
    if (!effect) return;
    this.#abortController = abortController;
    try {
      const event = await effect;
      if (!signal.aborted) this.dispatch(event);
    } catch (thrown) {
      if (!signal.aborted) this.#fail(MfaError.from(thrown), requested);
    } finally {
      // What ended after the step was left may have matched a secret once everything was forgotten.
      if (signal.aborted) forgetLastMatch();
    }
  }

  async #call<Op extends MfaOperation>(
    operation: Op,
    input: RequestArguments<Op>,
    signal: AbortSignal,
  ): Promise<OperationResult<Op>> {
    const backend = this.#host.activeBackend;
    // TypeScript does not accept the arguments of an operation whose name is a type parameter.
    const call = backend[operation] as
      ((...given: readonly unknown[]) => Promise<OperationResult<Op>>) | undefined;
    if (!call) {
      throw new MfaError(
        'misconfigured',
        `The backend has no operation "${operation}", which this element needs: add it to the definition, or to the custom backend.`,
      );
    }
    return call.call(backend, ...input, { signal });
  }

  #fail(error: MfaError, operation: MfaOperation | undefined): void {
    this.dispatch({ type: 'failed', error });
    if (operation) this.#host.requestFailed(error, operation);
  }
}
