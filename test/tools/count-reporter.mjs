import { appendFileSync } from 'node:fs';

/** Where a runner leaves its totals for run.mjs: one JSON line a runner. */
const countsFile = process.env.TEST_COUNTS_FILE;

/**
 * Leaves the totals for run.mjs, which says by name what was skipped, so that nobody takes it for
 * tested; a runner on its own says it itself.
 *
 * @param {{ passed: number, failed: number, skipped: string[] }} counts `skipped` holds a line a test
 */
export function writeCounts(counts) {
  if (countsFile) appendFileSync(countsFile, `${JSON.stringify(counts)}\n`);
  else for (const line of counts.skipped) console.log(`Skipped: ${line}`);
}

function* testsOf(suite) {
  yield* suite?.tests ?? [];
  for (const child of suite?.suites ?? []) yield* testsOf(child);
}

/** Web Test Runner: counts the tests of every session; a file that does not load is one failure. */
export function countReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: [] };
      for (const session of sessions) {
        const all = [...testsOf(session.testResults)];
        const tests = all.filter((test) => !test.skipped);
        counts.passed += tests.filter((test) => test.passed).length;
        counts.failed += tests.filter((test) => !test.passed).length;
        if (!session.passed && tests.every((test) => test.passed)) counts.failed += 1;
        for (const { name } of all.filter((test) => test.skipped))
          counts.skipped.push(`${session.browser.name}: ${name}`);
      }
      console.log(`In the browser: ${counts.passed} passed, ${counts.failed} failed`);
      writeCounts(counts);
    },
  };
}
