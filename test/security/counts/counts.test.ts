import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lineDifference } from '../../stories/line-difference.js';
import { markedBlock } from '../../tools/marked-block.mjs';
import { acceptedCounts } from './count-difference.mjs';
import { COUNT_ROWS, countsTable, rowOf } from './count-rows.js';

describe('The counts of the run', () => {
  it('are the accepted ones, each with its row', () => {
    const rows = new Set(Object.keys(acceptedCounts()).map(rowOf));
    assert.deepEqual([...rows].sort(), Object.keys(COUNT_ROWS).sort());
  });

  for (const file of ['README.md', 'SECURITY.md']) {
    it(`are in ${file}`, async () => {
      const text = countsTable(acceptedCounts());
      const { accepted, current } = await markedBlock({ file, name: 'counts', text });
      const difference = lineDifference(accepted, current);
      assert.ok(!difference, `If it is meant, run npm run accept.\n${difference}`);
    });
  }
});
