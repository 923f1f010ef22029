import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { ACCEPTS } from '../../stories/accepted.js';
import { lineDifference } from '../../stories/line-difference.js';
import { ROWS } from '../rows.js';
import { ACCEPTED, acceptedResults, lastRun, resultsOf } from './run-results.js';
import { worksInPage } from './works-in-page.js';

const PAGE = fileURLToPath(new URL('../../../stories/guides/works-in.md', import.meta.url));

/** Set by `npm test`, which runs this after every test. */
const isAfterRun = process.env.AFTER_RUN === '1';

describe('The guide "Works in"', () => {
  if (isAfterRun) {
    it('has the results of this run', async () => {
      const { steps, results } = lastRun();
      const accepted = Object.entries(acceptedResults());
      const ofOthers = accepted.filter(([step]) => !steps.includes(step));
      if (ACCEPTS) {
        const json = JSON.stringify({ ...Object.fromEntries(ofOthers), ...results });
        writeFileSync(ACCEPTED, await format(json, { parser: 'json' }));
      } else {
        const ofThese = accepted.filter(([step]) => steps.includes(step));
        assert.deepEqual(results, Object.fromEntries(ofThese), 'If it is meant: npm run accept.');
      }
    });
  }

  it('is written of the accepted results', async () => {
    const current = await worksInPage(acceptedResults());
    if (ACCEPTS) writeFileSync(PAGE, current);
    const accepted = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
    const difference = lineDifference(accepted, current);
    assert.ok(!difference, `If it is meant, run npm run accept.\n${difference}`);
  });

  it('has the rows 1 to 22, each once', () => {
    assert.deepEqual(
      ROWS.map(({ number }) => number),
      Array.from({ length: 22 }, (_, index) => index + 1),
    );
  });

  it('counts a row as failed if one of its tests fails', () => {
    const results = resultsOf({
      passed: ['a field > is kept (host page 1)', 'a date (host pages 14 and 3)', 'another'],
      failed: ['is kept too (host page 1)'],
    });
    assert.deepEqual(results.rows, { 1: 'fails', 3: 'passes', 14: 'passes' });
  });

  it('has the cases of a library, and what it kept', async () => {
    const results = resultsOf({
      passed: [
        'a page changed by A > keeps the name: what is typed (host page 1)',
        'a page changed by A > keeps it each time (host page 1): digits 7 of 9, focus 9 of 9',
      ],
      failed: ['a page changed by A > follows (host page 1)'],
    });
    assert.deepEqual(results.libraries, {
      A: { passed: 2, failed: 1, kept: 'digits 7 of 9, focus 9 of 9' },
    });
    const page = await worksInPage({ firefox: results });
    assert.match(page, /\| A +\| not tried +\| 2 of 3 cases; kept digits 7 of 9, focus 9 of 9 \|/);
    assert.match(page, /\| 1 +\|.*\| \*\*fails\*\* in Firefox +\|/);
    assert.match(page, /\| 2 +\|.*\| no test +\|/);
  });
});
