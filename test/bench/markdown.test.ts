import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ratio, short, spread, table, whole } from './markdown.js';

describe('A table of the guide', () => {
  it('has text in the first column, and numbers on the right', () => {
    assert.equal(
      table(['page', 'ms'], [['bare', '12']]),
      ['| page | ms |', '| --- | --: |', '| bare | 12 |'].join('\n'),
    );
  });

  it('keeps a bar in a cell', () => {
    assert.match(table(['a|b'], []), /^\| a\\\|b \|/);
  });
});

describe('A number of the guide', () => {
  it('has separators if it is large', () => assert.equal(whole(80637.6), '80,638'));

  it('has a decimal only below ten', () => {
    assert.deepEqual([0.04, 9.94, 9.96, 10.4, 1234.5].map(short), [
      '0.0',
      '9.9',
      '10',
      '10',
      '1,235',
    ]);
  });

  it('is compared with another one', () => assert.equal(ratio(30, 20), '1.50'));

  it('stands beside its spread', () => {
    const summary = { runs: 3, least: 1, lowerQuartile: 20, median: 30.4, upperQuartile: 4000 };
    assert.deepEqual(spread(summary), ['1.0', '30', '20–4,000']);
  });
});
