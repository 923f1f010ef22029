import type { MfaOperation } from '../backend/backend.js';
import { isOkStatus } from '../backend/http/response.js';
import type { MfaError, MfaErrorKind } from '../backend/mfa-error.js';
import type { RecordedRequests, SentRequest } from './request-recorder.js';

/** How a step turned out. */
export type Outcome =
  | 'passed'
  | 'failed'
  /** The definition does not have the operation. */
  | 'unsupported'
  /** The step could not run; the reason says what to give. */
  | 'skipped';

/** One line of the report: one thing that was checked. Never holds a secret. */
export interface Row {
  readonly operation: MfaOperation | 'signIn';
  /** The check: `refuses a wrong code`. */
  readonly check: string;
  readonly outcome: Outcome;
  readonly requests: readonly SentRequest[];
  /** Why it did not pass. */
  readonly reason?: string;
  /** The error kind that should have come, and the one that came. */
  readonly expected?: MfaErrorKind;
  readonly came?: MfaErrorKind;
  /** The error rule that the definition lacks, to paste; the author replaces each `…`. */
  readonly rule?: string;
  /** Possible causes, with what to do. */
  readonly hints: readonly string[];
  /** Suggestions for things that work and could be better. */
  readonly advice: readonly string[];
}

type Named = Pick<Row, 'operation' | 'check'>;

/** The problem of a result that arrived, and suggestions. */
export interface CheckResult {
  readonly problem?: string;
  readonly advice?: readonly string[];
}

/** Seconds by which two clocks may differ without a code being refused for it. */
const SKEW = 5;

const SAYS_IN_BODY =
  'The response has a success status. If its body reports the failure, put into "success" what only a successful response has, and the rule into "errors".';

/** Makes the row of a step that succeeded. It passes if nothing is wrong with the result. */
export function resultRow(
  { operation, check }: Named,
  { problem, advice = [] }: CheckResult = {},
  { requests }: RecordedRequests,
): Row {
  const row = { operation, check, requests, hints: [], advice };
  return problem === undefined
    ? { ...row, outcome: 'passed' }
    : { ...row, outcome: 'failed', reason: problem };
}

/**
 * Makes the row of a step that failed with an error.
 *
 * @param expected The kind of error that makes the step pass; absent if it should have succeeded.
 */
export function errorRow(
  { operation, check }: Named,
  error: MfaError,
  recorded: RecordedRequests,
  expected?: MfaErrorKind,
): Row {
  const { requests, missing, leftFor, hints } = recorded;
  const row = { operation, check, requests, hints: [], advice: [] };
  if (expected !== undefined && error.kind === expected) return { ...row, outcome: 'passed' };
  if (missing.length > 0) {
    const names = missing.map((name) => `--variable ${name}=… (or MFA_VARIABLE_${name})`);
    const reason = `Only a page has the value: give ${names.join(', ')}.`;
    return { ...row, outcome: 'skipped', reason };
  }
  if (leftFor !== undefined) return { ...row, outcome: 'skipped', reason: leavesPageFor(leftFor) };
  const isOk = isOkStatus(requests.at(-1)?.status ?? 0);
  const needsRule = !recorded.hasRule || (expected !== undefined && requests.length > 0);
  const rule = needsRule ? recorded.rule?.(expected) : undefined;
  return {
    ...row,
    outcome: 'failed',
    reason: reasonOf(operation, error, expected),
    ...(expected && { expected }),
    came: error.kind,
    ...(rule !== undefined && { rule }),
    hints: [...(isOk && expected && rule ? [SAYS_IN_BODY] : hints), ...clockHints(error)],
  };
}

/** Makes the row of a step that should have failed with an error, and succeeded. */
export function unexpectedSuccessRow(
  { operation, check }: Named,
  { requests, rule: ruleFor }: RecordedRequests,
  expected: MfaErrorKind,
): Row {
  const rule = ruleFor?.(expected);
  return {
    operation,
    check,
    outcome: 'failed',
    requests,
    reason: `It was accepted, and "${expected}" was expected.`,
    expected,
    ...(rule !== undefined && { rule }),
    hints: [SAYS_IN_BODY],
    advice: [],
  };
}

/** Makes the row of a step that could not run, or not to its end. */
export function skippedRow(
  { operation, check }: Named,
  reason: string,
  { requests }: Pick<RecordedRequests, 'requests'> = { requests: [] },
): Row {
  return { operation, check, outcome: 'skipped', requests, reason, hints: [], advice: [] };
}

/** The reason to skip an operation that leaves the page. */
export function leavesPageFor(url: string): string {
  return `Leaves the page for ${url}.`;
}

function reasonOf(
  operation: Row['operation'],
  { kind, message, facts }: MfaError,
  expected: MfaErrorKind | undefined,
): string {
  // The sign-in is sent as the step-up of a definition of its own.
  const said = operation === 'signIn' ? message.replace(/^stepUp\b/, 'signIn') : message;
  const instead = expected === undefined ? '' : `, and "${expected}" was expected`;
  const wait = facts.retryAfter === undefined ? '' : ` Try again in ${facts.retryAfter} s.`;
  return `The error was "${kind}"${instead}. ${said}${wait}`;
}

function clockHints({ kind, facts: { clockSkew = 0 } }: MfaError): readonly string[] {
  if (kind !== 'invalid-code' || Math.abs(clockSkew) < SKEW) return [];
  const direction = clockSkew > 0 ? 'ahead of' : 'behind';
  return [`The clock of this computer is ${Math.abs(clockSkew)} s ${direction} the server's.`];
}
