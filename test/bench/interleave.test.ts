import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { interleave } from './interleave.js';

describe('Interleaved measurements', () => {
  it('measure every case once a round, beginning at another one each time', async () => {
    const measured: string[] = [];
    await interleave(['a', 'b', 'c'], 4, (one) => Promise.resolve(measured.push(one)));
    assert.equal(measured.join(''), 'abcbcacababc');
  });

  it('keep the results of each case in the order of the rounds', async () => {
    let count = 0;
    const results = await interleave(['a', 'b'], 2, () => Promise.resolve((count += 1)));
    assert.deepEqual(
      [...results],
      [
        ['a', [1, 4]],
        ['b', [2, 3]],
      ],
    );
  });
});
