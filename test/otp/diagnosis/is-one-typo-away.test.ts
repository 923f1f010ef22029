import { expect } from '@open-wc/testing';
import { isOneTypoAway } from '../../../src/otp/diagnosis/is-one-typo-away.js';

describe('isOneTypoAway', () => {
  for (const [typed, right] of [
    ['023456', '123456'],
    ['123450', '123456'],
    ['213456', '123456'],
    ['123465', '123456'],
  ] as const) {
    it(`accepts ${typed} for ${right}`, () => {
      expect(isOneTypoAway(typed, right)).to.be.true;
    });
  }

  for (const [name, typed, right] of [
    ['the right code', '123456', '123456'],
    ['two other digits', '003456', '123456'],
    ['two swapped digits that are not adjacent', '321456', '123456'],
    ['two adjacent digits of which only the first moved', '313456', '123456'],
    ['two adjacent digits of which only the second moved', '203456', '123456'],
    ['three rotated digits', '312456', '123456'],
    ['two swaps', '214356', '123456'],
  ] as const) {
    it(`rejects ${name}`, () => {
      expect(isOneTypoAway(typed, right)).to.be.false;
    });
  }
});
