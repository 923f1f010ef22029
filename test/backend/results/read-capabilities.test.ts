import { expect } from '@open-wc/testing';
import type { MfaCapabilities } from '../../../src/backend/backend.js';
import { readCapabilities } from '../../../src/backend/results/read-capabilities.js';

const read = (given: Readonly<Record<string, unknown>>): object => ({
  ...readCapabilities(given),
});

describe('the capabilities of a backend', () => {
  it('are as it says', () => {
    const given = {
      rememberDevice: true,
      tellsLastUse: true,
      recoveryCodeAlphabet: '0123456789',
      maxAuthenticators: 1,
    };
    expect(read(given)).to.deep.equal(given);
    expect({ ...readCapabilities(undefined) }).to.deep.equal({});
  });

  it('are also those of an object of a class', () => {
    const ofClass = Object.create({ maxAuthenticators: 2 }) as MfaCapabilities;
    expect({ ...readCapabilities(ofClass) }).to.deep.equal({ maxAuthenticators: 2 });
  });

  for (const [given, most] of [
    [0, 0],
    ['0', 0],
    ['1', 1],
    ['12', 12],
    [Infinity, Infinity],
  ] as const) {
    it(`allow for ${JSON.stringify(given)} authenticators (${typeof given})`, () => {
      expect(read({ maxAuthenticators: given })).to.deep.equal({ maxAuthenticators: most });
    });
  }

  for (const [name, meaningless] of [
    ['rememberDevice', [false, 'true', 1, null, {}]],
    ['tellsLastUse', [false, 'true', 1, null, {}]],
    ['recoveryCodeAlphabet', ['', 5, null, [], {}, true]],
    ['maxAuthenticators', [null, NaN, -1, '', ' ', '-1', '1.5', 'one', [], ['1'], {}, true]],
  ] as const) {
    for (const value of meaningless) {
      it(`are without ${name} if that is ${JSON.stringify(value)} (${typeof value})`, () => {
        expect(read({ [name]: value })).to.deep.equal({});
      });
    }
  }
});
