import { expect } from '@open-wc/testing';
import { nearestNames } from '../../../src/backend/development/nearest-names.js';
import { PRESET_NAMES } from '../../../src/backend/presets/index.js';

describe('the nearest of the names of presets', () => {
  for (const [given, nearest] of [
    ['mfa-elemnts', 'mfa-elements'],
    ['supabse', 'supabase'],
    ['Cognit', 'cognito'],
  ] as const) {
    it(`to "${given}" is "${nearest}"`, () => {
      expect(nearestNames(given, PRESET_NAMES)[0]).to.equal(nearest);
    });
  }

  it('are none beyond the most changes allowed', () => {
    expect(nearestNames('verfy', ['verify', 'status'], 1)).to.deep.equal(['verify']);
    expect(nearestNames('nothing', ['verify', 'status'], 1)).to.deep.equal([]);
  });
});
