import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { countDifference } from '../security/counts/count-difference.mjs';
import { ACCEPTS } from '../stories/accepted.js';
import { lineDifference } from '../stories/line-difference.js';
import { CELLS, nameOf } from './cells.js';
import { ENGINE } from './engine.js';
import { matrixPage } from './matrix-page.js';
import { PLACE_NAMES } from './places.js';
import { MatrixRun, type CellResult } from './run-matrix.js';

/**
 * The number of windows: a cell mostly waits, so that two of them leave a processor idle. Of WebKit's windows only
 * one is active, and in the others nothing has the focus.
 */
const WINDOWS = ENGINE === 'webkit' ? 1 : 3;

/** The accepted page. */
const PAGE = 'test/faults/matrix.md';

describe(`The matrix of faults in ${ENGINE}`, () => {
  let results: readonly CellResult[];
  let stolen: readonly string[];
  let run: MatrixRun;

  before(async () => {
    run = await MatrixRun.start(ENGINE, WINDOWS);
    results = await run.play(CELLS);
    stolen = run.stolen;
  });
  after(() => run.close());

  for (const place of PLACE_NAMES) {
    const cells = CELLS.filter((cell) => cell.place === place);
    it(`${place}: ${cells.length} cells`, () => {
      const complaints = results
        .filter(({ cell }) => cell.place === place)
        .flatMap(({ cell, complaints }) =>
          complaints.map((complaint) => `${nameOf(cell)}\n  ${complaint}`),
        );
      assert.ok(complaints.length === 0, `\n${complaints.join('\n')}`);
    });
  }

  it('sends nothing to another origin', () => {
    assert.deepEqual(stolen, []);
  });

  it('has the accepted number of cells', () => {
    assert.equal(countDifference('matrix-cells', results.length), '');
  });

  // The page is that of Chromium.
  if (ENGINE !== 'chromium') return;

  it('reads as it was accepted', async () => {
    const judged = results.flatMap(({ cell, expected, played }) =>
      expected && played ? [{ cell, expected, ...played }] : [],
    );
    const current = await matrixPage(judged, PAGE);
    if (ACCEPTS) await writeFile(PAGE, current);
    const difference = lineDifference(await readFile(PAGE, 'utf8'), current);
    assert.ok(!difference, `If it is meant, run npm run accept.\n${difference}`);
  });
});
