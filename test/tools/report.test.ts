import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { againCommand, report } from './report.js';
import { NO_TESTS } from './run-steps.js';

const lines = (...[results, run]: Parameters<typeof report>) => report(results, run).split('\n');
const alone = ({ name }: { name: string }) => `npm test -- ${name}`;

describe('The report of npm test', () => {
  const types = { ...NO_TESTS, name: 'types', passed: 1, seconds: 10 };
  const browser = {
    name: 'browser',
    passed: 20,
    failed: 1,
    failures: [{ file: 'test/code.test.ts', test: 'Chromium: the field > takes a code' }],
    skipped: ['Chromium: has no input method'],
    seconds: 30,
    problem: 'browser: 1 failed.',
  };
  const printed = lines([types, browser], { seconds: 32, alone, notes: ['Not tested in webkit.'] });

  it('has a line for each step, with its seconds and its share of the work', () => {
    assert.ok(printed.some((line) => /^types +1 +0 +0 +10\.0 +25%$/.test(line)));
    assert.ok(printed.some((line) => /^browser +20 +1 +1 +30\.0 +75%$/.test(line)));
    assert.ok(printed.includes('32 seconds in all: steps run in parallel.'));
  });

  it('names the failed tests, and the command that runs their step alone', () => {
    assert.ok(printed.includes('Failed: test/code.test.ts: Chromium: the field > takes a code'));
    assert.ok(printed.includes('browser: 1 failed. Run it alone: npm test -- browser'));
  });

  it('names the command that runs the failed tests again', () => {
    const one = { file: 'test/demo/one.test.ts', test: 'Node: one' };
    const demo = {
      ...types,
      name: 'demo',
      failed: 2,
      failures: [one, { ...one, test: 'Node: two' }],
    };
    assert.equal(againCommand(demo), 'node --import tsx --test test/demo/one.test.ts');
    assert.equal(againCommand(browser), 'npx wtr --files test/code.test.ts');
    assert.equal(againCommand({ ...types, problem: 'types failed.' }), 'npm test -- types');
  });

  it('names the tests that did not run, so that they are not taken for tested', () => {
    assert.ok(printed.includes('Skipped: Chromium: has no input method'));
    assert.ok(printed.includes('Not tested in webkit.'));
  });

  it('ends with the totals', () => {
    assert.equal(printed.at(-1), '21 passed, 1 failed');
  });
});
