/** @import { StepResult } from './run-steps.mjs' */

const sumOf = (results, key) => results.reduce((sum, result) => sum + result[key], 0);

/**
 * What there is to say at the end: a line a step with its seconds and its share of all of them, what was
 * skipped, what failed and how to run that alone, and the totals as the last line.
 *
 * @param {readonly StepResult[]} results
 * @param {{ seconds: number, alone: (step: string) => string, notes?: readonly string[] }} run how long
 *   everything took, steps side by side; the command that runs one step alone; more sentences
 * @returns {string}
 */
export function report(results, { seconds, alone, notes = [] }) {
  const all = sumOf(results, 'seconds') || 1;
  const width = Math.max(...results.map(({ name }) => name.length), 'step'.length);
  const row = (name, ...cells) =>
    `${name.padEnd(width)}${cells.map((cell) => String(cell).padStart(9)).join('')}`;
  return [
    '',
    row('step', 'passed', 'failed', 'skipped', 'seconds', 'share'),
    ...results.map(({ name, passed, failed, skipped, seconds }) =>
      row(
        name,
        passed,
        failed,
        skipped.length,
        seconds.toFixed(1),
        `${Math.round((100 * seconds) / all)}%`,
      ),
    ),
    `${Math.round(seconds)} seconds in all, with steps side by side.`,
    ...results.flatMap(({ skipped }) => skipped).map((line) => `Skipped: ${line}`),
    ...notes,
    ...results.flatMap(({ name, failures }) => failures.map((test) => `Failed: ${name}: ${test}`)),
    ...results.flatMap(({ name, problem }) =>
      problem ? `${problem} Run it alone: ${alone(name)}` : [],
    ),
    `${sumOf(results, 'passed')} passed, ${sumOf(results, 'failed')} failed`,
  ].join('\n');
}
