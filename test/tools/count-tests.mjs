// A runner sends its totals in one message to run-steps.ts, which started it. A runner that was started by
// hand prints the skipped tests, so that they are not taken for tested.
import { relative, resolve } from 'node:path';
import { recordTests } from './record-tests.mjs';

/** @param {import('./run-steps.ts').Counts} counts */
function sendCounts(counts) {
  if (process.send) process.send(counts);
  else for (const line of counts.skipped) console.log(`Skipped: ${line}`);
}

const noCounts = () => ({ passed: 0, failed: 0, failures: [], skipped: [] });

const fromHere = (file) => relative(process.cwd(), file).replaceAll('\\', '/');

/** Returns the first line of an error, which follows the name of the test. */
const reasonOf = (error) => {
  const [line = ''] = String(error?.message ?? '').split('\n');
  return line && `: ${line}`;
};

/** Yields the tests of a suite and of the suites in it, each with its full name. */
function* testsOf(suite, within = []) {
  for (const test of suite?.tests ?? [])
    yield { ...test, path: [...within, test.name].join(' > ') };
  for (const child of suite?.suites ?? []) yield* testsOf(child, [...within, child.name]);
}

/** A reporter of Web Test Runner that counts the tests of every session. A file that does not load is one failure. */
export function countBrowserTests() {
  return {
    onTestRunFinished({ sessions }) {
      const counts = noCounts();
      const names = { passed: [], failed: [] };
      for (const { browser, testFile, testResults, passed, errors } of sessions) {
        const fails = (name, error) => {
          counts.failed += 1;
          const test = `${browser.name}: ${name}${reasonOf(error)}`;
          counts.failures.push({ file: fromHere(testFile), test });
        };
        const all = [...testsOf(testResults)];
        for (const { name, path, skipped, passed: isPassed, error } of all) {
          if (!skipped) names[isPassed ? 'passed' : 'failed'].push(path);
          if (skipped) counts.skipped.push(`${browser.name}: ${name}`);
          else if (isPassed) counts.passed += 1;
          else fails(path, error);
        }
        if (!passed && all.every((test) => test.skipped || test.passed)) {
          fails('all of it', errors[0] ?? { message: 'it does not load' });
        }
      }
      console.log(`In the browser: ${counts.passed} passed, ${counts.failed} failed`);
      recordTests(names);
      sendCounts(counts);
    },
  };
}

/** node:test reports a file without tests that ended normally as a test that passed. */
const hasNoTests = ({ name, file, nesting }) =>
  nesting === 0 && file !== undefined && resolve(name) === file;

/** Returns the line for a skipped test, with the reason if the test gives one. */
const lineOf = ({ name, skip }) => (skip === true || skip === '' ? name : `${name} (${skip})`);

/** A reporter of node:test (`--test-reporter`) that counts the passed, failed and skipped tests, but not suites. */
export default async function* countNodeTests(events) {
  const counts = noCounts();
  const names = { passed: [], failed: [] };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.skip === undefined) names[type === 'test:pass' ? 'passed' : 'failed'].push(data.name);
    if (data.skip !== undefined) counts.skipped.push(`Node: ${lineOf(data)}`);
    else if (data.details.type === 'suite' || data.todo !== undefined) continue;
    else if (type === 'test:pass' && !hasNoTests(data)) counts.passed += 1;
    else {
      const { error = new Error('it has no tests, or ended before them') } = data.details;
      counts.failed += 1;
      const test = `Node: ${data.name}${reasonOf(error.cause ?? error)}`;
      counts.failures.push({ file: fromHere(data.file ?? ''), test });
    }
  }
  recordTests(names);
  sendCounts(counts);
  yield '';
}
