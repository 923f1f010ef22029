// How a runner tells its totals to run-steps.ts, which started it: as one message. Whoever starts a
// runner by hand reads on the screen what was skipped, so that nobody takes it for tested.
import { relative, resolve } from 'node:path';

/** @param {import('./run-steps.ts').Counts} counts */
function tell(counts) {
  if (process.send) process.send(counts);
  else for (const line of counts.skipped) console.log(`Skipped: ${line}`);
}

const noCounts = () => ({ passed: 0, failed: 0, failures: [], skipped: [] });

const fromHere = (file) => relative(process.cwd(), file).replaceAll('\\', '/');

/** The first line of an error, behind what failed. */
const reasonOf = (error) => {
  const [line = ''] = String(error?.message ?? '').split('\n');
  return line && `: ${line}`;
};

/** The tests of a suite and of those in it, each called by what it stands in as well. */
function* testsOf(suite, within = []) {
  for (const test of suite?.tests ?? [])
    yield { ...test, path: [...within, test.name].join(' > ') };
  for (const child of suite?.suites ?? []) yield* testsOf(child, [...within, child.name]);
}

/** Web Test Runner: counts the tests of every session; a file that does not load is one failure. */
export function countBrowserTests() {
  return {
    onTestRunFinished({ sessions }) {
      const counts = noCounts();
      for (const { browser, testFile, testResults, passed, errors } of sessions) {
        const fails = (name, error) => {
          counts.failed += 1;
          const test = `${browser.name}: ${name}${reasonOf(error)}`;
          counts.failures.push({ file: fromHere(testFile), test });
        };
        const all = [...testsOf(testResults)];
        for (const { name, path, skipped, passed: isPassed, error } of all) {
          if (skipped) counts.skipped.push(`${browser.name}: ${name}`);
          else if (isPassed) counts.passed += 1;
          else fails(path, error);
        }
        if (!passed && all.every((test) => test.skipped || test.passed)) {
          fails('all of it', errors[0] ?? { message: 'it does not load' });
        }
      }
      console.log(`In the browser: ${counts.passed} passed, ${counts.failed} failed`);
      tell(counts);
    },
  };
}

/** node:test takes a file that told of no test, and ended well, for a test that passed. */
const toldNothing = ({ name, file, nesting }) =>
  nesting === 0 && file !== undefined && resolve(name) === file;

/** What is said of a test that was skipped; why, when the test says so. */
const lineOf = ({ name, skip }) => (skip === true || skip === '' ? name : `${name} (${skip})`);

/** node:test, as `--test-reporter`: counts what passed and failed, suites left out, and what was skipped. */
export default async function* countNodeTests(events) {
  const counts = noCounts();
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.skip !== undefined) counts.skipped.push(`Node: ${lineOf(data)}`);
    else if (data.details.type === 'suite' || data.todo !== undefined) continue;
    else if (type === 'test:pass' && !toldNothing(data)) counts.passed += 1;
    else {
      const { error = new Error('it has no tests, or ended before them') } = data.details;
      counts.failed += 1;
      const test = `Node: ${data.name}${reasonOf(error.cause ?? error)}`;
      counts.failures.push({ file: fromHere(data.file ?? ''), test });
    }
  }
  tell(counts);
  yield '';
}
