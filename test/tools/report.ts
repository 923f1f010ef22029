import type { StepResult } from './run-steps.js';

const HEADINGS = ['passed', 'failed', 'skipped', 'seconds', 'share'];

const sumOf = (results: readonly StepResult[], key: 'passed' | 'failed' | 'seconds'): number =>
  results.reduce((sum, result) => sum + result[key], 0);

/** What is said beside the results. */
interface Run {
  /** How long everything took; steps run side by side. */
  readonly seconds: number;
  /** The command that runs one step alone. */
  readonly alone: (step: string) => string;
  /** More sentences. */
  readonly notes?: readonly string[];
}

/**
 * What there is to say at the end: a line a step with its seconds and its share of those of all steps,
 * what was skipped, what failed and how to run that alone, and the totals as the last line.
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
    `${Math.round(seconds)} seconds in all: steps run side by side.`,
    ...results.flatMap(({ skipped }) => skipped).map((line) => `Skipped: ${line}`),
    ...notes,
    ...results.flatMap(({ name, failures }) => failures.map((test) => `Failed: ${name}: ${test}`)),
    ...results.flatMap(({ name, problem }) =>
      problem ? `${problem} Run it alone: ${alone(name)}` : [],
    ),
    `${sumOf(results, 'passed')} passed, ${sumOf(results, 'failed')} failed`,
  ].join('\n');
}
