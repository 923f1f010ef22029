import { writeCounts } from './count-reporter.mjs';

/** node:test: counts what passed and failed, suites left out, skipped tests left out. */
export default async function* nodeCountReporter(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (data?.details?.type === 'suite' || data?.skip !== undefined || data?.todo !== undefined)
      continue;
    if (type === 'test:pass') counts.passed += 1;
    if (type === 'test:fail') counts.failed += 1;
  }
  writeCounts(counts);
  yield '';
}
