import { appendFileSync } from 'node:fs';

/** Where a runner leaves its totals for run.mjs: one JSON line a runner. */
const countsFile = process.env.TEST_COUNTS_FILE;

/** @param {{ passed: number, failed: number }} counts */
export function writeCounts(counts) {
  if (countsFile) appendFileSync(countsFile, `${JSON.stringify(counts)}\n`);
}

function* testsOf(suite) {
  yield* suite?.tests ?? [];
  for (const child of suite?.suites ?? []) yield* testsOf(child);
}

/** Web Test Runner: counts the tests of every session; a file that does not load is one failure. */
export function countReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0 };
      for (const session of sessions) {
        const tests = [...testsOf(session.testResults)].filter((test) => !test.skipped);
        counts.passed += tests.filter((test) => test.passed).length;
        counts.failed += tests.filter((test) => !test.passed).length;
        if (!session.passed && tests.every((test) => test.passed)) counts.failed += 1;
      }
      console.log(`In the browser: ${counts.passed} passed, ${counts.failed} failed`);
      writeCounts(counts);
    },
  };
}
