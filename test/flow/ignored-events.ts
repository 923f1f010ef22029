import { expect } from '@open-wc/testing';
import type { Flow, FlowInput } from '../../src/flow/flow-controller.js';

/** For each event, the states to which it applies, each with the one that it leads to. */
export type NextSteps<
  State extends { readonly step: string },
  Event extends { readonly type: string },
> = Record<FlowInput<Event>['type'], Partial<Record<State['step'], State['step']>>>;

/**
 * Defines a test for each pair of a state and an event. If the event applies, it leads to another state.
 * Otherwise the flow returns the same object.
 */
export function testEveryPair<
  State extends { readonly step: string },
  Event extends { readonly type: string },
>(
  flow: Flow<State, Event>,
  states: Record<State['step'], State>,
  events: Record<FlowInput<Event>['type'], FlowInput<Event>>,
  nextSteps: NextSteps<State, Event>,
): void {
  it('begins idle', () => expect(flow.initial).to.deep.equal({ step: 'idle' }));

  const types = Object.keys(events) as FlowInput<Event>['type'][];
  for (const state of Object.values<State>(states)) {
    for (const type of types) {
      const nextStep = nextSteps[type][state.step as State['step']];
      const outcome = nextStep === undefined ? 'ignores' : `is ${nextStep} after`;
      it(`${outcome} ${type} while ${state.step}`, () => {
        const before = JSON.stringify(state);
        const next = flow.transition(state, events[type]);
        if (nextStep === undefined) expect(next).to.equal(state);
        else expect(next).to.include({ step: nextStep }).and.not.to.equal(state);
        expect(JSON.stringify(state)).to.equal(before);
      });
    }
  }
}
