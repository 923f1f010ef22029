import { appendFileSync } from 'node:fs';

/** Where a runner leaves its totals for run.mjs: one JSON line a runner. */
const countsFile = process.env.TEST_COUNTS_FILE;

/** @param {{ passed: number, failed: number, skipped: number }} counts */
export function writeCounts(counts) {
  if (countsFile) appendFileSync(countsFile, `${JSON.stringify(counts)}\n`);
}

function* testsOf(suite) {
  yield* suite?.tests ?? [];
  for (const child of suite?.suites ?? []) yield* testsOf(child);
}

/** Says by name what an engine could not do, so that nobody takes it for tested. */
function sayWhatWasSkipped(browser, names) {
  if (names.length === 0) return;
  console.log(`Not in ${browser}:`);
  for (const name of names) console.log(`  ${name}`);
}

/** Web Test Runner: counts the tests of every session; a file that does not load is one failure. */
export function countReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      const skipped = new Map();
      for (const session of sessions) {
        const all = [...testsOf(session.testResults)];
        const tests = all.filter((test) => !test.skipped);
        counts.passed += tests.filter((test) => test.passed).length;
        counts.failed += tests.filter((test) => !test.passed).length;
        if (!session.passed && tests.every((test) => test.passed)) counts.failed += 1;
        counts.skipped += all.length - tests.length;
        const names = all.filter((test) => test.skipped).map(({ name }) => name);
        skipped.set(session.browser.name, [...(skipped.get(session.browser.name) ?? []), ...names]);
      }
      for (const [browser, names] of skipped) sayWhatWasSkipped(browser, names);
      console.log(
        `In the browser: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
      );
      writeCounts(counts);
    },
  };
}
