import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, mock } from 'node:test';
import { runSteps, type Counts, type Step } from './run-steps.js';

/** Makes a step that runs a script. */
const step = (name: string, script: string, more: Partial<Step> = {}): Step => ({
  name,
  command: [process.execPath, '-e', script],
  ...more,
});

/** Makes a step of a runner that sends these totals and then runs a script. */
const runner = (name: string, counts: Partial<Counts>, then = ''): Step => {
  const totals = JSON.stringify({ passed: 0, failed: 0, failures: [], skipped: [], ...counts });
  return step(name, `process.send(${totals}, () => { ${then} })`, { isRunner: true });
};

async function runOne(one: Step, minutes?: number) {
  const [result] = await runSteps([one], minutes === undefined ? {} : { minutes });
  assert.ok(result);
  return result;
}

describe('The steps of npm test', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mfa-elements-steps-'));
  const file = (name: string) => JSON.stringify(join(folder, name));
  before(() => mock.method(console, 'log', () => undefined));
  after(() => {
    mock.restoreAll();
    rmSync(folder, { recursive: true });
  });

  it('count a check as one test that passed or failed', async () => {
    const passed = await runOne(step('types', ''));
    assert.deepEqual([passed.passed, passed.failed, passed.problem], [1, 0, undefined]);
    const failed = await runOne(step('types', 'process.exit(2)'));
    assert.deepEqual([failed.passed, failed.failed], [0, 1]);
    assert.equal(failed.problem, 'types ended with exit code 2.');
  });

  it('report the error that ended them', async () => {
    const script = "console.error('x'); console.log('\\u001b[31mtest/one.ts:3:1: ERROR: No end.')";
    const { problem } = await runOne(step('browser', `${script}; process.exit(1)`));
    assert.equal(problem, 'browser ended with exit code 1: test/one.ts:3:1: ERROR: No end.');
  });

  it('have the counts that a runner sends', async () => {
    const counts = {
      passed: 7,
      failed: 2,
      failures: [{ file: 'test/one.test.ts', test: 'Chromium: one' }],
      skipped: ['a third'],
    };
    const result = await runOne(runner('browser', counts, 'process.exit(1)'));
    assert.deepEqual(
      { ...result, seconds: 0 },
      {
        name: 'browser',
        ...counts,
        seconds: 0,
        problem: 'browser: 2 failed.',
      },
    );
  });

  it('fail if a runner breaks off before or after it sends its counts', async () => {
    const before = await runOne(step('journey', 'process.exit(1)', { isRunner: true }));
    assert.deepEqual([before.failed, before.problem], [1, 'journey ended with exit code 1.']);
    const behind = await runOne(runner('journey', { passed: 3 }, 'process.abort()'));
    assert.deepEqual([behind.passed, behind.failed], [3, 1]);
    assert.equal(behind.problem, 'journey was ended by SIGABRT.');
  });

  it('fail if a runner finds no tests, or sends no counts', async () => {
    for (const one of [runner('demo', {}), step('demo', '', { isRunner: true })]) {
      const result = await runOne(one);
      assert.deepEqual([result.failed, result.problem], [1, 'demo found no test to run.']);
    }
  });

  it('fail if a program is missing', async () => {
    const result = await runOne({ name: 'lint', command: [join(folder, 'nothing')] });
    assert.equal(result.failed, 1);
    assert.match(result.problem ?? '', /^lint could not be started: .*ENOENT/);
  });

  it('are stopped, with their child processes, if they hang', { timeout: 30_000 }, async () => {
    // A connection of the child process closes when that process ends.
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const gone = once(server, 'connection').then(([socket]: Socket[]) => {
      assert.ok(socket);
      return once(socket.resume(), 'close');
    });
    const { port } = server.address() as AddressInfo;
    const child = JSON.stringify(`require('node:net').connect(${port}, '127.0.0.1')`);
    const script = `require('node:child_process').spawn(process.execPath, ['-e', ${child}], { stdio: 'ignore' }); setInterval(() => {}, 1000)`;
    const result = await runOne(step('browser', script), 0.05);
    assert.equal(result.problem, 'browser did not end within 0.05 minutes and was stopped.');
    await gone;
    server.close();
  });

  it('run in parallel, so that two steps that wait for each other both end', async () => {
    const meet = (own: string, other: string) =>
      `const fs = require('node:fs'); fs.writeFileSync(${file(own)}, ''); const look = setInterval(() => fs.existsSync(${file(other)}) && clearInterval(look), 10)`;
    const steps = [step('one', meet('one', 'other')), step('other', meet('other', 'one'))];
    const results = await runSteps(steps, { lanes: 2, minutes: 1 });
    assert.deepEqual(
      results.map(({ passed }) => passed),
      [1, 1],
    );
  });

  it('start in their order, at most as many at once as there are lanes', async () => {
    const log = join(folder, 'log');
    writeFileSync(log, '');
    const logged = (name: string) =>
      step(
        name,
        `const fs = require('node:fs'); fs.appendFileSync(${JSON.stringify(log)}, '+${name}'); setTimeout(() => fs.appendFileSync(${JSON.stringify(log)}, '-${name}'), 50)`,
      );
    await runSteps(['a', 'b', 'c'].map(logged), { lanes: 1 });
    assert.equal(readFileSync(log, 'utf8'), '+a-a+b-b+c-c');
  });

  it('may have a longer time limit', async () => {
    const result = await runOne(step('long', 'setTimeout(() => {}, 2000)', { minutes: 1 }), 0.01);
    assert.equal(result.passed, 1);
  });

  it('throw an error for a step that waits for one that does not exist', async () => {
    await assert.rejects(
      runSteps([step('package', '', { after: ['library'] })]),
      /^Error: The step package waits for a step that does not exist\.$/,
    );
  });

  it('wait for the steps that they need, and do not run if one of those fails', async () => {
    const needs = { after: ['library'] };
    const results = await runSteps([
      step('library', 'process.exit(1)'),
      step('package', '', needs),
      step('types', ''),
    ]);
    assert.deepEqual(
      results.map(({ passed, failed }) => [passed, failed]),
      [
        [0, 1],
        [0, 1],
        [1, 0],
      ],
    );
    assert.equal(results[1]?.problem, 'package did not run, because library failed.');
  });
});
