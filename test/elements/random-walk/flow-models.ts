import type { LitElement } from 'lit';
import { FlowController, type FlowInput } from '../../../src/flow/flow-controller.js';
import { WALKED_FLOWS } from '../../flow/random-walk/walked-flows.js';
import type { FlowTag } from './screens.js';

interface State {
  readonly step: string;
}
interface Event {
  readonly type: string;
}
type Controller = FlowController<State, Event>;
interface PureFlow {
  readonly initial: State;
  transition(state: State, event: FlowInput<Event>): State;
  afterForgetting?(state: State, isShown: boolean): State | undefined;
}

/** The flow of each element, without the element. */
const FLOWS: Readonly<Record<FlowTag, PureFlow>> = {
  'mfa-login': WALKED_FLOWS.login.flow,
  'mfa-challenge': WALKED_FLOWS.challenge.flow,
  'mfa-enrollment': WALKED_FLOWS.enrollment.flow,
  'mfa-authenticators': WALKED_FLOWS.authenticators.flow,
  'mfa-recovery-codes': WALKED_FLOWS.recoveryCodes.flow,
};

const flowOf = (element: LitElement): Controller => Reflect.get(element, 'flow') as Controller;

/** Runs the pure flow of each element beside it, as the model, on the events that the element receives. */
export class FlowModels {
  readonly #received = new WeakMap<Controller, (FlowInput<Event> | 'reset')[]>();
  readonly #real = {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the controller below
    dispatch: FlowController.prototype.dispatch,
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the controller below
    reset: FlowController.prototype.reset,
  };

  constructor() {
    const receive = (controller: Controller, event: FlowInput<Event> | 'reset') => {
      const received = this.#received.get(controller) ?? [];
      this.#received.set(controller, received);
      received.push(event);
    };
    const { dispatch, reset } = this.#real;
    FlowController.prototype.dispatch = function (this: Controller, event: FlowInput<Event>) {
      receive(this, event);
      dispatch.call(this, event);
    };
    FlowController.prototype.reset = function (this: Controller) {
      receive(this, 'reset');
      reset.call(this);
    };
  }

  /** The state of the element. */
  stateOf(element: LitElement): State {
    return flowOf(element).state;
  }

  /** The state that the model says the element is in. */
  expected(element: LitElement): State {
    const flow = FLOWS[element.localName as FlowTag];
    const received = this.#received.get(flowOf(element)) ?? [];
    return received.reduce<State>(
      (state, event) =>
        event === 'reset'
          ? (flow.afterForgetting?.(state, true) ?? flow.initial)
          : flow.transition(state, event),
      flow.initial,
    );
  }

  stop(): void {
    Object.assign(FlowController.prototype, this.#real);
  }
}
