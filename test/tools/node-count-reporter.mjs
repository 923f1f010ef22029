import { writeCounts } from './count-reporter.mjs';

/** What is said of a test that was skipped; why, when the test says so. */
const lineOf = ({ name, skip }) => (skip === true || skip === '' ? name : `${name} (${skip})`);

/** node:test: counts what passed and failed, suites left out, and what was skipped by name. */
export default async function* nodeCountReporter(source) {
  const counts = { passed: 0, failed: 0, skipped: [] };
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.skip !== undefined) counts.skipped.push(`Node: ${lineOf(data)}`);
    else if (data.details.type === 'suite' || data.todo !== undefined) continue;
    else if (type === 'test:pass') counts.passed += 1;
    else counts.failed += 1;
  }
  writeCounts(counts);
  yield '';
}
