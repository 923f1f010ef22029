import { expect } from '@open-wc/testing';
import type { RetryAfterUnit } from '../../../src/backend/definition/error-rule-types.js';
import { readRetryAfter } from '../../../src/backend/http/retry-after.js';

const DATE = 'Wed, 21 Oct 2026 07:28:00 GMT';
const NOW = Date.parse(DATE) / 1000;

describe('the time to wait that a server sends (C65)', () => {
  for (const [value, unit, seconds] of [
    [30, 'seconds', 30],
    ['30', 'seconds', 30],
    [' 30 ', 'seconds', 30],
    [1.2, 'seconds', 2],
    ['1.2', 'seconds', 2],
    ['1.25', 'seconds', 2],
    [0, 'seconds', 0],
    [86_400, 'seconds', 3600],
    ['120, 120', 'seconds', 120],
    ['5, 120, 60', 'seconds', 120],
    ['120, 5', 'seconds', 120],
    ['1000, 30000', 'milliseconds', 30],
    [`${NOW + 5}, ${NOW + 45}`, 'epoch', 45],
    ['120, soon', 'seconds', undefined],
    ['soon, 120', 'seconds', undefined],
    ['1,200', 'seconds', undefined],
    ['120,', 'seconds', undefined],
    [', 120', 'seconds', undefined],
    ['Wed, 21 Oct 2026 07:29:30 GMT', 'seconds', 90],
    ['Wed, 21 Oct 2026 07:00:00 GMT', 'seconds', 0],
    ['Wed, 21 Oct 2026 07:29:30 GMT', 'epoch', 90],
    [30_000, 'milliseconds', 30],
    ['1', 'milliseconds', 1],
    [0, 'milliseconds', 0],
    [1e10, 'milliseconds', 3600],
    [NOW + 45, 'epoch', 45],
    [String(NOW + 45), 'epoch', 45],
    [NOW + 0.5, 'epoch', 1],
    [(NOW + 45) * 1000, 'epoch', 45],
    [NOW - 45, 'epoch', 0],
    [NOW + 86_400, 'epoch', 3600],
    [0, 'epoch', 0],
    [-1, 'seconds', undefined],
    ['-1', 'milliseconds', undefined],
    [Number.NaN, 'seconds', undefined],
    [Number.POSITIVE_INFINITY, 'seconds', undefined],
    ['1e9', 'seconds', undefined],
    ['', 'seconds', undefined],
    ['soon', 'epoch', undefined],
    [null, 'seconds', undefined],
    [undefined, 'epoch', undefined],
    [true, 'seconds', undefined],
    [[30], 'seconds', undefined],
  ] as const satisfies readonly (readonly [unknown, RetryAfterUnit, number | undefined])[]) {
    it(`is ${seconds ?? 'unknown'} for ${JSON.stringify(value)} in ${unit}`, () => {
      expect(readRetryAfter(value, DATE, unit)).to.equal(seconds);
    });
  }

  it('is counted from the Date of the server if it is a date, and from no other clock', () => {
    for (const [value, unit] of [
      [NOW + 45, 'epoch'],
      ['Wed, 21 Oct 2026 07:29:30 GMT', 'seconds'],
    ] as const) {
      expect(readRetryAfter(value, null, unit)).to.be.undefined;
      expect(readRetryAfter(value, 'yesterday', unit)).to.be.undefined;
    }
  });

  it('is in seconds by default', () => {
    expect(readRetryAfter(7)).to.equal(7);
  });
});
