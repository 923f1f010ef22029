import type { MfaOperation } from '../../../src/backend/backend.js';
import type { MfaError } from '../../../src/backend/mfa-error.js';
import { OPERATIONS } from '../../../src/backend/operations.js';
import {
  FlowController,
  type FlowHost,
  type FlowInput,
} from '../../../src/flow/flow-controller.js';
import { HeldBackend, type HeldRequest } from '../../support/held-backend.js';
import { PLANTED, tracesIn } from '../../support/planted-secrets.js';
import { randomError, randomResult } from '../../support/random-answers.js';
import type { RandomChoice } from '../../support/random-choice.js';
import type { Secret, WalkedFlow } from './walked-flows.js';

/** What a trace of each kind of secret looks like. */
const TRACES: Readonly<Record<Secret, readonly string[]>> = {
  secret: [PLANTED.secret],
  code: [PLANTED.code],
  password: [PLANTED.password],
  'recovery-codes': PLANTED.recoveryCodes,
};

/** More turns than a response needs to become the next state. */
const TURNS = 12;

async function untilSettled(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await Promise.resolve();
}

const changes = (operation: MfaOperation): boolean => OPERATIONS[operation].changes !== 'never';

/**
 * A random walk through one flow, as a controller runs it. The flow's own `transition` runs beside it as the
 * model. After every act, what must always hold is checked.
 */
export class FlowWalk<State extends { readonly step: string }, Event extends { type: string }> {
  /** The acts so far, to repeat a walk that fails. */
  readonly acts: string[] = [];
  readonly #walked: WalkedFlow<State, Event>;
  readonly #random: RandomChoice;
  readonly #server = new HeldBackend();
  readonly #host: FlowHost & { isConnected: boolean };
  readonly #controller: FlowController<State, Event>;
  /** The events that reached the flow during an act. */
  #received: FlowInput<Event>[] = [];
  #failures: MfaError[] = [];
  #model: State;

  constructor(walked: WalkedFlow<State, Event>, random: RandomChoice) {
    const { flow } = walked;
    this.#walked = walked;
    this.#random = random;
    this.#model = flow.initial;
    this.#host = {
      isConnected: true,
      activeBackend: this.#server.backend,
      updateComplete: Promise.resolve(true),
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: () => undefined,
      requestFailed: (error) => this.#failures.push(error),
      forget: () => undefined,
    };
    this.#controller = new FlowController(this.#host, {
      ...flow,
      transition: (state, event) => {
        this.#received.push(event);
        return flow.transition(state, event);
      },
    });
    this.#controller.hostConnected();
  }

  /** Does one act, and checks what must hold after it. */
  async act(): Promise<void> {
    const { waiting, requested } = this.#server;
    const before = requested.length;
    this.#received = [];
    this.#failures = [];
    const choice = this.#random.below(20);
    if (choice === 0) await this.#leave();
    else if (choice === 1) await this.#move();
    else if (waiting.length > 0 && choice < 9) await this.#answer(this.#random.of(waiting));
    else await this.#dispatch();
    this.#check(requested.slice(before));
  }

  /** Removes the listeners of the walk from the page. */
  async end(): Promise<void> {
    this.#host.isConnected = false;
    this.#controller.hostDisconnected();
    await untilSettled();
  }

  async #dispatch(): Promise<void> {
    const event = this.#random.of(this.#walked.events(this.#random, this.#controller.state));
    this.acts.push(event.type);
    const { state } = this.#controller;
    this.#controller.dispatch(event);
    this.#require(this.#received.length === 1, 'the flow receives the event once');
    this.#follow(event);
    this.#require(
      this.#model !== state || this.#controller.state === state,
      'an event that does not apply changes nothing',
    );
    await untilSettled();
    this.#require(this.#received.length === 1, 'nothing follows before the response');
  }

  async #answer(request: HeldRequest): Promise<void> {
    const { operation, isAborted } = request;
    const error = this.#random.oneIn(2) ? randomError(this.#random) : undefined;
    this.acts.push(`${operation}: ${error?.kind ?? 'done'}${isAborted ? ', too late' : ''}`);
    if (error) request.fail(error);
    else request.succeed(randomResult(operation, this.#random));
    await untilSettled();
    const [event] = this.#received;
    if (isAborted) {
      this.#require(!event, 'the response to a request that was called off is dropped');
      return;
    }
    this.#require(this.#received.length === 1, 'a response is one event');
    if (event) this.#follow(event);
    const isFailure = event?.type === 'failed';
    this.#require(
      this.#failures.length === Number(isFailure),
      'the element is told of each failure once',
    );
  }

  /** Takes the element out of the page, or leaves the page. */
  async #leave(): Promise<void> {
    if (this.#random.oneIn(2)) {
      this.acts.push('pagehide');
      globalThis.dispatchEvent(new Event('pagehide'));
    } else {
      this.acts.push('remove, put back');
      this.#host.isConnected = false;
      this.#controller.hostDisconnected();
      await untilSettled();
      this.#host.isConnected = true;
      this.#controller.hostConnected();
    }
    const { flow } = this.#walked;
    this.#model = flow.afterForgetting?.(this.#model, false) ?? flow.initial;
    this.#require(this.#server.open.length === 0, 'nothing is requested once it is left');
    this.#require(this.#received.length === 0, 'leaving is no event');
  }

  /** Moves the element, which keeps its state. */
  async #move(): Promise<void> {
    this.acts.push('move');
    this.#controller.hostDisconnected();
    this.#controller.hostConnected();
    await untilSettled();
  }

  #follow(event: FlowInput<Event>): void {
    this.#model = this.#walked.flow.transition(this.#model, event);
  }

  #check(sent: readonly MfaOperation[]): void {
    const { state } = this.#controller;
    this.#require(
      JSON.stringify(state) === JSON.stringify(this.#model),
      `the step is "${this.#model.step}", as the model says, not "${state.step}"`,
    );
    this.#require(Object.isFrozen(state), 'the state is frozen');
    this.#checkRequests(sent);
    this.#checkExit(state);
    this.#checkSecrets(state);
  }

  #checkRequests(sent: readonly MfaOperation[]): void {
    const { open } = this.#server;
    this.#require(open.length <= 1, 'one request is under way at most');
    this.#require(sent.length <= 1, 'an act sends one request at most');
    const last = this.#received.at(-1);
    this.#require(
      last?.type !== 'failed' || !sent.some(changes),
      'no change is sent again by itself after a failure',
    );
    if (this.#received.length === 0)
      this.#require(sent.length === 0, 'no request without an event');
  }

  #checkExit(state: State): void {
    if (this.#server.open.length > 0) return;
    const { flow, steps, events } = this.#walked;
    if (steps[state.step as State['step']].ends) return;
    const leadsOn = () =>
      events(this.#random, state).some((it) => flow.transition(state, it) !== state);
    // Some events apply with some values only.
    let hasExit = false;
    for (let tries = 0; tries < 20 && !hasExit; tries += 1) hasExit = leadsOn();
    this.#require(hasExit, `there is a way out of "${state.step}"`);
  }

  #checkSecrets(state: State): void {
    const { holds = [] } = this.#walked.steps[state.step as State['step']];
    const text = JSON.stringify(state);
    for (const [secret, traces] of Object.entries(TRACES)) {
      if (holds.includes(secret as Secret)) continue;
      this.#require(
        tracesIn(text, traces).length === 0,
        `"${state.step}" does not hold the ${secret}`,
      );
    }
  }

  #require(holds: boolean, rule: string): void {
    if (!holds) throw new Error(rule);
  }
}
