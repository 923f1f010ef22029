import type { StepResult } from './run-steps.js';

const HEADINGS = ['passed', 'failed', 'skipped', 'seconds', 'share'];

const sumOf = (results: readonly StepResult[], key: 'passed' | 'failed' | 'seconds'): number =>
  results.reduce((sum, result) => sum + result[key], 0);

/**
 * Returns the command that runs the failed tests of a step again, or the step if they are not known. It
 * starts their runner without npm test, which would first run the steps before it.
 */
export function againCommand({ name, failures }: StepResult): string {
  const files = [...new Set(failures.map(({ file }) => file))].join(' ');
  if (!files) return `npm test -- ${name}`;
  return name === 'browser' ? `npx wtr --files ${files}` : `node --import tsx --test ${files}`;
}

/** The facts that are reported in addition to the results. */
interface Run {
  /** The duration of the whole run, in which steps run in parallel. */
  readonly seconds: number;
  /** Returns the command that runs one step alone, or its failed tests. */
  readonly alone: (result: StepResult) => string;
  /** Other lines for the report. */
  readonly notes?: readonly string[];
}

/**
 * Makes the report of a run. It has a line a step, with its seconds and its share of those of all steps; the
 * skipped tests; the failed tests, with the command that runs them alone; and the totals as the last line.
 */
export function report(
  results: readonly StepResult[],
  { seconds, alone, notes = [] }: Run,
): string {
  const all = sumOf(results, 'seconds') || 1;
  const width = Math.max(...results.map(({ name }) => name.length));
  const row = (name: string, cells: readonly (string | number)[]) =>
    `${name.padEnd(width)}${cells.map((cell) => String(cell).padStart(9)).join('')}`;
  return [
    '',
    row('step', HEADINGS),
    ...results.map(({ name, passed, failed, skipped, seconds: own }) =>
      row(name, [
        passed,
        failed,
        skipped.length,
        own.toFixed(1),
        `${Math.round((100 * own) / all)}%`,
      ]),
    ),
    `${Math.round(seconds)} seconds in all: steps run in parallel.`,
    ...results.flatMap(({ skipped }) => skipped).map((line) => `Skipped: ${line}`),
    ...notes,
    ...results.flatMap(({ failures }) =>
      failures.map(({ file, test }) => `Failed: ${file}: ${test}`),
    ),
    ...results.flatMap((result) =>
      result.problem ? `${result.problem} Run it alone: ${alone(result)}` : [],
    ),
    `${sumOf(results, 'passed')} passed, ${sumOf(results, 'failed')} failed`,
  ].join('\n');
}
