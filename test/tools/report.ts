import type { StepResult } from './run-steps.js';

const HEADINGS = ['passed', 'failed', 'skipped', 'seconds', 'share'];

const sumOf = (results: readonly StepResult[], key: 'passed' | 'failed' | 'seconds'): number =>
  results.reduce((sum, result) => sum + result[key], 0);

/**
 * The command that runs those tests of a step again that failed, or the step where they are not known.
 * Their runners start without npm test, which would build first what has not changed.
 */
export function againCommand({ name, failures }: StepResult): string {
  const files = [...new Set(failures.map(({ file }) => file))].join(' ');
  if (!files) return `npm test -- ${name}`;
  return name === 'browser' ? `npx wtr --files ${files}` : `node --import tsx --test ${files}`;
}

/** What is said beside the results. */
interface Run {
  /** How long everything took; steps run side by side. */
  readonly seconds: number;
  /** The command that runs one step alone, or of its tests those that failed. */
  readonly alone: (result: StepResult) => string;
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
    ...results.flatMap(({ failures }) =>
      failures.map(({ file, test }) => `Failed: ${file}: ${test}`),
    ),
    ...results.flatMap((result) =>
      result.problem ? `${result.problem} Run it alone: ${alone(result)}` : [],
    ),
    `${sumOf(results, 'passed')} passed, ${sumOf(results, 'failed')} failed`,
  ].join('\n');
}
