import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { ENGINES } from '../journey/windows/browser-window.js';
import { countDifference } from '../security/counts/count-difference.mjs';
import { ACCEPTS } from '../stories/accepted.js';
import { lineDifference } from '../stories/line-difference.js';
import { CELLS, nameOf } from './cells.js';
import { matrixPage } from './matrix-page.js';
import { PLACE_NAMES } from './places.js';
import { MatrixRun, type CellResult } from './run-matrix.js';

/** The engine; Chromium if it is not named. `npm run test:long` names the others. */
const engine = ENGINES.find((one) => one === process.env.FAULTS_ENGINE) ?? 'chromium';

/** The number of windows: a cell mostly waits, so that two of them leave a processor idle. */
const WINDOWS = 3;

/** The accepted page. */
const PAGE = 'test/faults/matrix.md';

describe(`The matrix of faults in ${engine}`, () => {
  let results: readonly CellResult[];
  let stolen: readonly string[];
  let run: MatrixRun;

  before(async () => {
    run = await MatrixRun.start(engine, WINDOWS);
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
