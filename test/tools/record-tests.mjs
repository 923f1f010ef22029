import { mkdirSync, writeFileSync } from 'node:fs';

/** The folder with the names of the tests of the last run, a file a step of `npm test`. */
export const RECORDS = 'node_modules/.cache/tests';

/**
 * Keeps the names of the tests of a step, for what is written from a run (test/host-pages/works-in). A runner
 * that was started by hand runs some tests only, and keeps nothing.
 *
 * @param {{ passed: readonly string[], failed: readonly string[] }} tests
 */
export function recordTests(tests) {
  const { RECORD } = process.env;
  if (!RECORD) return;
  mkdirSync(RECORDS, { recursive: true });
  writeFileSync(`${RECORDS}/${RECORD}.json`, JSON.stringify(tests));
}
