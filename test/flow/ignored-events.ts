import { expect } from '@open-wc/testing';
import type { Flow, FlowInput } from '../../src/flow/flow-controller.js';

/** For each event, the states to which it applies. */
export type ApplicableSteps<
  State extends { readonly step: string },
  Event extends { readonly type: string },
> = Record<FlowInput<Event>['type'], readonly State['step'][]>;

/**
 * Defines a test for each pair of a state and an event. If the event applies, the flow returns another
 * state. Otherwise it returns the same object.
 */
export function testEveryPair<
  State extends { readonly step: string },
  Event extends { readonly type: string },
>(
  flow: Flow<State, Event>,
  states: Record<State['step'], State>,
  events: Record<FlowInput<Event>['type'], FlowInput<Event>>,
  applicable: ApplicableSteps<State, Event>,
): void {
  const types = Object.keys(events) as FlowInput<Event>['type'][];
  for (const state of Object.values<State>(states)) {
    for (const type of types) {
      const applies = applicable[type].includes(state.step);
      it(`${applies ? 'applies' : 'ignores'} ${type} while ${state.step}`, () => {
        const before = JSON.stringify(state);
        const next = flow.transition(state, events[type]);
        if (applies) expect(next).not.to.equal(state);
        else expect(next).to.equal(state);
        expect(JSON.stringify(state)).to.equal(before);
      });
    }
  }
}
