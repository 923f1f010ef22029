import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { lineDifference } from '../stories/line-difference.js';
import { markedBlock } from '../tools/marked-block.mjs';
import { GUARDS } from './guards.mjs';
import { LEAST, linesOf, percentOf } from './judge.mjs';
import { acceptedScores, scoresText } from './score.mjs';
import { FOLDERS, MEASURED } from './tests-in-node.mjs';

describe('The score of the last run of mutants', () => {
  it('has every folder, and is high enough', () => {
    const scores = acceptedScores();
    assert.deepEqual(Object.keys(scores).sort(), [...FOLDERS].sort());
    for (const [folder, score] of Object.entries(scores)) {
      assert.ok(percentOf(score) >= LEAST, folder);
    }
  });

  it('is in SECURITY.md', async () => {
    const text = scoresText(acceptedScores(), GUARDS.length);
    const { accepted, current } = await markedBlock({ file: 'SECURITY.md', name: 'mutants', text });
    const difference = lineDifference(accepted, current);
    assert.ok(!difference, `If it is meant, run npm run accept.\n${difference}`);
  });
});

describe('Each guard of security', () => {
  for (const guard of GUARDS) {
    it(`is in its file: ${guard.name}`, () => {
      assert.match(guard.file, MEASURED);
      assert.ok(linesOf(readFileSync(guard.file, 'utf8'), guard));
    });
  }

  it('has its own name', () => {
    assert.equal(new Set(GUARDS.map(({ name }) => name)).size, GUARDS.length);
  });
});
