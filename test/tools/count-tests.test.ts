import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, describe, it, mock } from 'node:test';
import { RECORDS } from './record-tests.mjs';
import { runSteps, type StepResult } from './run-steps.js';

describe('The counts of a step of tests in Node', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mfa-elements-count-'));
  before(() => mock.method(console, 'log', () => undefined));
  after(() => {
    mock.restoreAll();
    rmSync(folder, { recursive: true });
    rmSync(record, { force: true });
  });

  /** Where the names of the tests are kept, under a name that no step has. */
  const record = `${RECORDS}/of-count-tests.json`;

  /** Runs a file with these tests as npm test does. */
  async function run(...tests: string[]): Promise<StepResult & { readonly reasons: string[] }> {
    const file = join(folder, 'one.test.mjs');
    writeFileSync(file, ["import { it } from 'node:test';", ...tests].join('\n'));
    const [result] = await runSteps([
      {
        name: 'demo',
        command: [
          process.execPath,
          '--import',
          './test/tools/no-early-exit.mjs',
          '--test',
          '--test-reporter=./test/tools/count-tests.mjs',
          file,
        ],
        // Removes the mark that this process itself runs under node:test.
        environment: { NODE_TEST_CONTEXT: undefined, RECORD: 'of-count-tests' },
        isRunner: true,
      },
    ]);
    assert.ok(result);
    const where = relative('.', file);
    for (const failure of result.failures) assert.equal(failure.file, where);
    return { ...result, reasons: result.failures.map(({ test }) => test) };
  }

  it('contain each test once, with the first line of its error', async () => {
    const { passed, reasons } = await run(
      "it('holds', () => undefined);",
      "it('fails', () => { throw new Error('No code.\\nMore.'); });",
    );
    assert.deepEqual([passed, reasons], [1, ['Node: fails: No code.']]);
  });

  it('contain the tests after one that ends the process', async () => {
    const { passed, reasons } = await run(
      "it('leaves', () => process.exit(0));",
      "it('holds', () => undefined);",
      "it('fails', () => { throw new Error('No code.'); });",
    );
    assert.equal(passed, 1);
    assert.deepEqual(reasons, [
      'Node: leaves: process.exit(0) would skip the tests after it.',
      'Node: fails: No code.',
    ]);
  });

  it('contain a failure for a file without tests, or one that ends before them', async () => {
    for (const file of ['', "process.reallyExit(0); it('holds', () => undefined);"]) {
      const { passed, failed, reasons } = await run(file);
      assert.deepEqual([passed, failed], [0, 1]);
      assert.match(reasons.join('\n'), /one\.test\.mjs: it has no tests, or ended before them$/);
    }
  });

  it('are kept with the names of the tests, for what is written from a run', async () => {
    rmSync(record, { force: true });
    await run(
      "it('holds (host page 3)', () => undefined);",
      "it('fails', () => { throw new Error('No code.'); });",
      "it.skip('waits', () => undefined);",
    );
    assert.ok(existsSync(record));
    const { passed, failed } = JSON.parse(readFileSync(record, 'utf8')) as Record<string, string[]>;
    assert.deepEqual([passed, failed], [['holds (host page 3)'], ['fails']]);
  });
});
