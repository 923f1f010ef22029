import { expect } from '@open-wc/testing';
import type { Flow, FlowInput } from '../../src/flow/flow-controller.js';

/** For each event, the states in which it means something. */
export type Meanings<
  State extends { readonly step: string },
  Event extends { readonly type: string },
> = Record<FlowInput<Event>['type'], readonly State['step'][]>;

/**
 * One test for each pair of a state and an event: an event that means nothing in a state gives the
 * very same state back, and one that means something gives another.
 */
export function testEveryPair<
  State extends { readonly step: string },
  Event extends { readonly type: string },
>(
  flow: Flow<State, Event>,
  states: Record<State['step'], State>,
  events: Record<FlowInput<Event>['type'], FlowInput<Event>>,
  meanings: Meanings<State, Event>,
): void {
  const types = Object.keys(events) as FlowInput<Event>['type'][];
  for (const state of Object.values<State>(states)) {
    for (const type of types) {
      const means = meanings[type].includes(state.step);
      it(`${type} means ${means ? 'something' : 'nothing'} while ${state.step}`, () => {
        const before = JSON.stringify(state);
        const next = flow.transition(state, events[type]);
        if (means) expect(next).not.to.equal(state);
        else expect(next).to.equal(state);
        expect(JSON.stringify(state)).to.equal(before);
      });
    }
  }
}
