import type { CheckEnd } from './check-backend.js';
import type { FileMistakes } from './load-definitions.js';
import type { Outcome, Row } from './row.js';

/** The exit codes of the command, for a script that calls it. */
export const EXIT_CODES = { good: 0, failed: 1, wrongUsage: 2, unreachable: 3 } as const;

const STOP_EXIT_CODES = {
  unreachable: EXIT_CODES.unreachable,
  'unusable-account': EXIT_CODES.wrongUsage,
  aborted: EXIT_CODES.failed,
} as const;

/** The output of `--json`. Contains no secret. */
export interface Report {
  /** The version of this shape. Rises when a field is renamed or removed. */
  readonly version: 1;
  readonly baseUrl: string;
  /** The name of the preset, or the file of the definition. */
  readonly definition: string;
  readonly account: string | undefined;
  readonly rows: readonly Row[];
  /** If there are any, nothing was sent. */
  readonly mistakes: readonly FileMistakes[];
  /** A description of what the check left behind in the account. */
  readonly left: string | undefined;
  readonly verdict: string;
  readonly exitCode: number;
}

/** The facts of a report. */
export interface Findings
  extends Pick<Report, 'baseUrl' | 'definition' | 'account' | 'rows' | 'mistakes'>, CheckEnd {}

export function makeReport(findings: Findings): Report {
  const { baseUrl, definition, account, rows, mistakes, left } = findings;
  const [exitCode, verdict] = summarize(findings);
  return { version: 1, baseUrl, definition, account, rows, mistakes, left, verdict, exitCode };
}

function summarize(findings: Findings): readonly [exitCode: number, summary: string] {
  const { account, rows, mistakes, left, stopped } = findings;
  if (mistakes.length > 0) {
    return [EXIT_CODES.wrongUsage, 'The definition has mistakes. Nothing was sent.'];
  }
  if (account === undefined) {
    return [
      EXIT_CODES.good,
      'The definition is valid. Nothing was sent: give --account to check the server with a test account.',
    ];
  }
  const has = (outcome: Outcome) => rows.some((row) => row.outcome === outcome);
  const counts = countOutcomes(rows);
  if (stopped) return [STOP_EXIT_CODES[stopped.reason], `${stopped.message} ${counts}`];
  if (has('failed') || left !== undefined) {
    return [EXIT_CODES.failed, `Not everything works yet. ${counts}`];
  }
  const summary = has('passed')
    ? 'The elements work with this backend, as far as it was checked.'
    : 'Nothing could be checked.';
  return [EXIT_CODES.good, `${summary} ${counts}`];
}

function countOutcomes(rows: readonly Row[]): string {
  const outcomes: readonly Outcome[] = ['passed', 'failed', 'unsupported', 'skipped'];
  const counts = outcomes.map(
    (outcome) => `${rows.filter((row) => row.outcome === outcome).length} ${outcome}`,
  );
  return `${counts.join(', ')}.`;
}
