import { expect } from '@open-wc/testing';
import { nearestNames } from '../../../src/backend/development/nearest-names.js';
import { PRESET_NAMES } from '../../../src/backend/presets/index.js';

describe('the nearest name of a preset', () => {
  for (const [given, nearest] of [
    ['mfa-elemnts', 'mfa-elements'],
    ['supabse', 'supabase'],
    ['Cognit', 'cognito'],
  ] as const) {
    it(`to "${given}" is "${nearest}"`, () => {
      expect(nearestNames(given, PRESET_NAMES)[0]).to.equal(nearest);
    });
  }

  it('is missing beyond the maximum number of changes', () => {
    expect(nearestNames('verfy', ['verify', 'status'], 1)).to.deep.equal(['verify']);
    expect(nearestNames('nothing', ['verify', 'status'], 1)).to.deep.equal([]);
  });
});
