import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { againCommand, report } from './report.js';
import { NO_TESTS } from './run-steps.js';

const lines = (...[results, run]: Parameters<typeof report>) => report(results, run).split('\n');
const alone = ({ name }: { name: string }) => `npm test -- ${name}`;

describe('what npm test says at its end', () => {
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
  const said = lines([types, browser], { seconds: 32, alone, notes: ['Not tested in webkit.'] });

  it('has a line a step, with its seconds and its share of the work', () => {
    assert.ok(said.some((line) => /^types +1 +0 +0 +10\.0 +25%$/.test(line)));
    assert.ok(said.some((line) => /^browser +20 +1 +1 +30\.0 +75%$/.test(line)));
    assert.ok(said.includes('32 seconds in all: steps run side by side.'));
  });

  it('names what failed, and the command that runs that step alone', () => {
    assert.ok(said.includes('Failed: test/code.test.ts: Chromium: the field > takes a code'));
    assert.ok(said.includes('browser: 1 failed. Run it alone: npm test -- browser'));
  });

  it('names the command that runs what failed of a part of the tests', () => {
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

  it('names what was skipped or left out, so that nobody takes it for tested', () => {
    assert.ok(said.includes('Skipped: Chromium: has no input method'));
    assert.ok(said.includes('Not tested in webkit.'));
  });

  it('ends with the totals', () => {
    assert.equal(said.at(-1), '21 passed, 1 failed');
  });
});
