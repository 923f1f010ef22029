import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MfaBackend, MfaOperation, RequestOptions } from '../backend/backend.js';
import { MfaError } from '../backend/mfa-error.js';

type OperationCall<Operation extends MfaOperation> = Required<MfaBackend>[Operation];
type OperationInput<Operation extends MfaOperation> =
  Parameters<OperationCall<Operation>> extends [(RequestOptions | undefined)?]
    ? []
    : [Parameters<OperationCall<Operation>>[0]];

/** Asks the server for one operation; ends with the step that asked. */
export type Ask = <Operation extends MfaOperation>(
  operation: Operation,
  ...input: OperationInput<Operation>
) => ReturnType<OperationCall<Operation>>;

/** What every flow is told to begin, and to begin again after a failure. */
export interface Start {
  readonly type: 'start';
}

/** What every flow is told when its request failed. */
export interface Failed {
  readonly type: 'failed';
  readonly error: MfaError;
}

/** Everything a flow can be told: its own events, to begin, and that a request failed. */
export type Told<Event> = Event | Start | Failed;

/** A flow as data: where it begins, what follows from what, and what each step asks of the server. */
export interface Flow<State extends { readonly step: string }, Event> {
  /** Holds no secret: the flow returns to it to forget everything. */
  readonly initial: State;
  /** Pure. Returns the very same state for an event that means nothing in it. */
  transition(state: State, event: Told<Event>): State;
  /** What is asked on entering a state; its answer is the flow's next event. */
  effect(state: State, ask: Ask): Promise<Event> | undefined;
}

/** What the controller needs from the element that shows the flow. */
export interface FlowHost extends ReactiveControllerHost {
  readonly isConnected: boolean;
  /** The backend to ask. Only called after the flow was started. */
  readonly activeBackend: MfaBackend;
  /** A request failed. The flow knows already. */
  requestFailed(error: MfaError, operation: MfaOperation): void;
  /** The element was removed, or the page is left: the flow has forgotten everything. */
  forget(): void;
}

/**
 * Owns: the state of one flow, the one request that is under way for it, and forgetting.
 * Does not own: what the states mean (the flow), how they look (the element), or how the server is
 * spoken to (the backend).
 * Why like this: a step has at most one request, so a second press while it is busy means nothing,
 * and leaving a step ends its request, so a late answer has nowhere to arrive.
 */
export class FlowController<
  State extends { readonly step: string },
  Event,
> implements ReactiveController {
  readonly #host: FlowHost;
  readonly #flow: Flow<State, Event>;
  #state: State;
  #request: AbortController | undefined;

  constructor(host: FlowHost, flow: Flow<State, Event>) {
    this.#host = host;
    this.#flow = flow;
    this.#state = Object.freeze(flow.initial);
    host.addController(this);
  }

  /** Where the person is now. Frozen. */
  get state(): State {
    return this.#state;
  }

  /** Tells the flow that something happened. What means nothing at this step is ignored. */
  dispatch(event: Told<Event>): void {
    const next = this.#flow.transition(this.#state, event);
    if (next !== this.#state) this.#enter(next);
  }

  /** Forgets everything, secrets included, and ends what was asked. */
  reset(): void {
    if (this.#state !== this.#flow.initial) this.#enter(this.#flow.initial);
  }

  hostConnected(): void {
    globalThis.addEventListener('pagehide', this.#forget);
  }

  hostDisconnected(): void {
    globalThis.removeEventListener('pagehide', this.#forget);
    // An element that is only moved is back by the time this runs, and keeps its state (C77).
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#forget();
    });
  }

  readonly #forget = (): void => {
    this.reset();
    this.#host.forget();
  };

  #enter(state: State): void {
    this.#request?.abort();
    this.#request = undefined;
    this.#state = Object.freeze(state);
    this.#host.requestUpdate();
    void this.#runEffect(state);
  }

  async #runEffect(state: State): Promise<void> {
    const request = new AbortController();
    let asked: MfaOperation | undefined;
    const ask = ((operation: MfaOperation, ...input: unknown[]) => {
      asked = operation;
      return this.#call(operation, input, request.signal);
    }) as Ask;
    const answer = this.#flow.effect(state, ask);
    if (!answer) return;
    this.#request = request;
    try {
      const event = await answer;
      if (!request.signal.aborted) this.dispatch(event);
    } catch (thrown) {
      if (!request.signal.aborted) this.#fail(MfaError.from(thrown), asked);
    }
  }

  async #call(operation: MfaOperation, input: unknown[], signal: AbortSignal): Promise<unknown> {
    const backend = this.#host.activeBackend;
    if (!backend[operation]) {
      throw new MfaError(
        'misconfigured',
        `The backend has no operation "${operation}", which this tag needs: add it to the definition.`,
      );
    }
    const operations = backend as Record<string, (...given: unknown[]) => Promise<unknown>>;
    return operations[operation]?.(...input, { signal });
  }

  #fail(error: MfaError, operation: MfaOperation | undefined): void {
    this.dispatch({ type: 'failed', error });
    if (operation) this.#host.requestFailed(error, operation);
  }
}
