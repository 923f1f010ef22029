import type { FileMistakes } from './load-definitions.js';
import type { Outcome, Row } from './row.js';
import type { WalkEnd } from './walk.js';

/** How the command ends, for a script that called it. */
export const EXIT_CODES = { good: 0, failed: 1, wrongUsage: 2, unreachable: 3 } as const;

/** What `--json` prints. Holds no secret, as the table holds none. */
export interface Report {
  /** Of this shape: higher when something in it is renamed or goes. */
  readonly version: 1;
  readonly baseUrl: string;
  /** The name of the preset, or the file of the definition. */
  readonly definition: string;
  readonly account: string | undefined;
  readonly rows: readonly Row[];
  /** What is not right in a file: then nothing was walked. */
  readonly mistakes: readonly FileMistakes[];
  /** What the walk left behind in the account. */
  readonly left: string | undefined;
  readonly verdict: string;
  readonly exitCode: number;
}

/** What a report is made of. */
export interface Findings extends Pick<Report, 'baseUrl' | 'definition' | 'account' | 'rows'> {
  readonly mistakes?: readonly FileMistakes[];
  readonly end?: WalkEnd;
}

/** Makes the report: what was found, and what that comes to. */
export function makeReport(findings: Findings): Report {
  const { baseUrl, definition, account, rows, mistakes = [], end } = findings;
  return {
    version: 1,
    baseUrl,
    definition,
    account,
    rows,
    mistakes,
    left: end?.left,
    ...judge(findings),
  };
}

function judge({
  account,
  rows,
  mistakes = [],
  end,
}: Findings): Pick<Report, 'verdict' | 'exitCode'> {
  if (mistakes.length > 0) {
    const verdict = 'The definition is not right; nothing was sent.';
    return { verdict, exitCode: EXIT_CODES.wrongUsage };
  }
  if (account === undefined) {
    const verdict =
      'The definition is right. Nothing was sent: with --account a test account is walked through it.';
    return { verdict, exitCode: EXIT_CODES.good };
  }
  const counts = countOutcomes(rows);
  const stopped = end?.stopped;
  if (stopped) {
    const { reason, message } = stopped;
    return { verdict: `${message} ${counts}`, exitCode: STOPPED[reason] };
  }
  if (rows.some(({ outcome }) => outcome === 'failed') || end?.left !== undefined) {
    return { verdict: `Not everything works yet. ${counts}`, exitCode: EXIT_CODES.failed };
  }
  const verdict = rows.some(({ outcome }) => outcome === 'passed')
    ? 'The tags work on this backend, as far as it was walked.'
    : 'Nothing could be looked at.';
  return { verdict: `${verdict} ${counts}`, exitCode: EXIT_CODES.good };
}

const STOPPED = {
  unreachable: EXIT_CODES.unreachable,
  'unusable-account': EXIT_CODES.wrongUsage,
  'called-off': EXIT_CODES.failed,
} as const;

const OUTCOMES: readonly Outcome[] = ['passed', 'failed', 'unsupported', 'skipped'];

function countOutcomes(rows: readonly Row[]): string {
  const counts = OUTCOMES.map(
    (outcome) => `${rows.filter((row) => row.outcome === outcome).length} ${outcome}`,
  );
  return `${counts.join(', ')}.`;
}
