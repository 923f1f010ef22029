import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { medianOf, summarize } from './statistics.js';

describe('The summary of measurements', () => {
  it('has the least, the median and the quartiles, whatever the order', () => {
    assert.deepEqual(summarize([50, 10, 40, 20, 30]), {
      runs: 5,
      least: 10,
      lowerQuartile: 20,
      median: 30,
      upperQuartile: 40,
    });
  });

  it('takes a value between two measurements in proportion', () => {
    const { lowerQuartile, median, upperQuartile } = summarize([1, 2, 3, 4]);
    assert.deepEqual([lowerQuartile, median, upperQuartile], [1.75, 2.5, 3.25]);
  });

  it('is the measurement itself if there is only one', () => {
    const { least, lowerQuartile, median, upperQuartile } = summarize([7]);
    assert.deepEqual([least, lowerQuartile, median, upperQuartile], [7, 7, 7, 7]);
  });

  it('sorts numbers as numbers', () => {
    assert.equal(medianOf([100, 9, 20]), 20);
  });

  it('leaves the measurements as they are', () => {
    const values = [3, 1, 2];
    summarize(values);
    assert.deepEqual(values, [3, 1, 2]);
  });

  it('is refused if nothing was measured, or something that is no number', () => {
    assert.throws(() => summarize([]), /Nothing was measured/);
    assert.throws(() => summarize([1, NaN]), /Not all are numbers/);
  });
});
