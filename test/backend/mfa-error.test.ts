import { expect } from '@open-wc/testing';
import { MfaError } from '../../src/backend/mfa-error.js';

describe('the facts of an error', () => {
  it('are the given ones, and cannot be changed', () => {
    const facts = { retryAfter: 30, attemptsLeft: 0, clockSkew: -4, stepUp: ['code'] } as const;
    const error = new MfaError('locked', '', facts);
    expect(error.facts).to.deep.equal(facts);
    expect(Object.isFrozen(error.facts)).to.equal(true);
  });

  for (const number of [Number.NaN, Infinity, -Infinity]) {
    it(`do not contain ${number}`, () => {
      const facts = { retryAfter: number, clockSkew: number, attemptsLeft: 2 };
      expect(new MfaError('locked', '', facts).facts).to.deep.equal({ attemptsLeft: 2 });
    });
  }
});
