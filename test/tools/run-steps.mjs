import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { projectRoot } from '../../demo/tools/prepare.mjs';

/**
 * A part of `npm test`. A check passes or fails as a whole; a runner counts its tests
 * (count-tests.mjs).
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} command a program and its arguments
 * @property {Readonly<Record<string, string>>} [environment] variables beside those of this process
 * @property {boolean} [isRunner]
 * @property {boolean} [isWide] it fills every processor by itself, so nothing runs beside it
 * @property {readonly string[]} [after] the names of steps that have to pass first
 */

/**
 * How a step ended.
 *
 * @typedef {object} StepResult
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {readonly string[]} failures the names of the tests that failed
 * @property {readonly string[]} skipped a line a test
 * @property {number} seconds
 * @property {string} [problem] what went wrong, in one sentence
 */

/** Minutes after which a step hangs: several times what the longest takes on a busy machine. */
const LONGEST = 30;

/** Whether all that a step starts is in one process group, which ends as a whole. */
const HAS_GROUPS = process.platform !== 'win32';

/** The counts of what has no tests. */
export const NOTHING = { passed: 0, failed: 0, failures: [], skipped: [] };

const running = new Set();

/** Ends a step and everything that it started. */
function end({ pid }) {
  try {
    process.kill(HAS_GROUPS ? -pid : pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

process.on('exit', () => running.forEach(end));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

/** Starts a step, and tells how its process ended and what it printed and counted. */
async function execute({ command, environment }, minutes) {
  const [program, ...given] = command;
  const child = spawn(program, given, {
    cwd: projectRoot,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: HAS_GROUPS,
  });
  running.add(child);
  const ended = { printed: '', isLate: false };
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding('utf8').on('data', (text) => (ended.printed += text));
  }
  child.on('message', (counts) => (ended.counts = counts));
  const limit = setTimeout(() => {
    ended.isLate = true;
    end(child);
  }, minutes * 60_000);
  await new Promise((resolve) => {
    child.on('error', ({ message }) => resolve((ended.reason = message)));
    child.on('close', (code, signal) => resolve(Object.assign(ended, { code, signal })));
  });
  clearTimeout(limit);
  running.delete(child);
  return ended;
}

/** What there is to say about a step that did not end as it should. */
function problemOf({ name, isRunner }, { code, signal, reason, isLate, counts }, minutes) {
  if (isLate) return `${name} did not end within ${minutes} minutes and was stopped.`;
  if (signal) return `${name} was ended by ${signal}.`;
  if (reason) return `${name} could not be started: ${reason}.`;
  if (counts?.failed > 0) return `${name}: ${counts.failed} failed.`;
  if (code !== 0) return `${name} ended with exit code ${code}.`;
  if (isRunner && !counts?.passed) return `${name} found no test to run.`;
  return undefined;
}

/** Runs one step. What it prints is held back until it ends, because others print beside it. */
async function runStep(step, minutes) {
  const { name, isRunner } = step;
  console.log(`→ ${name}`);
  const started = performance.now();
  const ended = await execute(step, minutes);
  const seconds = (performance.now() - started) / 1000;
  const problem = problemOf(step, ended, minutes);
  console.log(`\n── ${name} (${Math.round(seconds)} s)\n${ended.printed}`);
  const counts = isRunner ? ended.counts : { passed: problem ? 0 : 1 };
  const result = { name, ...NOTHING, ...counts, seconds };
  // One that broke before it could count has failed all the same.
  return problem ? { ...result, failed: Math.max(1, result.failed), problem } : result;
}

/**
 * Runs steps, as many side by side as there are processors, in the order in which they are given as far
 * as that keeps none of these idle.
 *
 * @param {readonly Step[]} steps
 * @param {{ lanes?: number, minutes?: number }} [limits] how many run side by side; how long one may
 *   take
 * @returns {Promise<StepResult[]>} in the order of the steps
 */
export async function runSteps(steps, { lanes = availableParallelism(), minutes = LONGEST } = {}) {
  const waiting = [...steps];
  const results = new Map();
  let free = lanes;

  const widthOf = ({ isWide }) => (isWide ? lanes : 1);
  const failedBefore = ({ after = [] }) => after.find((name) => results.get(name)?.failed);
  const isReady = (step) =>
    widthOf(step) <= free &&
    (step.after ?? []).every(
      (name) => results.has(name) || !steps.some((one) => one.name === name),
    );

  const perform = async (step) => {
    const missing = failedBefore(step);
    const problem = `${step.name} did not run: ${missing} failed.`;
    const result = missing
      ? { name: step.name, ...NOTHING, failed: 1, seconds: 0, problem }
      : await runStep(step, minutes);
    results.set(step.name, result);
    free += widthOf(step);
    await startNext();
  };
  const startNext = async () => {
    const started = [];
    for (let step = waiting.find(isReady); step; step = waiting.find(isReady)) {
      waiting.splice(waiting.indexOf(step), 1);
      free -= widthOf(step);
      started.push(perform(step));
    }
    await Promise.all(started);
  };
  await startNext();
  return steps.map(({ name }) => results.get(name));
}
