import { expect } from '@open-wc/testing';
import { isOneSlipAway } from '../../../src/otp/diagnosis/is-one-slip-away.js';

describe('a slip in a code', () => {
  for (const [typed, right] of [
    ['023456', '123456'],
    ['123450', '123456'],
    ['213456', '123456'],
    ['123465', '123456'],
  ] as const) {
    it(`makes ${typed} of ${right}`, () => {
      expect(isOneSlipAway(typed, right)).to.be.true;
    });
  }

  for (const [name, typed, right] of [
    ['the right code', '123456', '123456'],
    ['two other digits', '003456', '123456'],
    ['two digits that are no neighbors in each other’s place', '321456', '123456'],
    ['two neighbors of which only the first moved', '313456', '123456'],
    ['two neighbors of which only the second moved', '203456', '123456'],
    ['three digits that moved on', '312456', '123456'],
    ['two swaps', '214356', '123456'],
  ] as const) {
    it(`is not ${name}`, () => {
      expect(isOneSlipAway(typed, right)).to.be.false;
    });
  }
});
