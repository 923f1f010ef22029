import { isOkStatus } from '../backend/http/response.js';
import type { MfaError, MfaErrorKind } from '../backend/mfa-error.js';
import type { Row } from './row.js';
import type { Testimony } from './request-recorder.js';

type Asked = Pick<Row, 'operation' | 'check'>;

/** What is to be said of an answer that came. */
export interface Judgment {
  /** What is wrong with it. */
  readonly problem?: string;
  readonly advice?: readonly string[];
}

/** Seconds by which two clocks may differ without a code being refused for it. */
const SKEW = 5;

const SAYS_IN_BODY =
  'The answer has a good status. Where its body says that it did not go well: put into "success" what only a good answer has, and the rule into "errors".';

/**
 * The row of a step that was refused.
 *
 * @param expected The kind that it had to be refused with; absent: it should have gone well.
 */
export function refusedRow(
  { operation, check }: Asked,
  error: MfaError,
  seen: Testimony,
  expected?: MfaErrorKind,
): Row {
  const { requests, missing, leftFor } = seen;
  const row = { operation, check, requests, hints: [], advice: [] };
  if (expected !== undefined && error.kind === expected) return { ...row, outcome: 'passed' };
  if (missing.length > 0) {
    const names = missing.map((name) => `--variable ${name}=… (or MFA_VARIABLE_${name})`);
    const reason = `Only a page has it: give ${names.join(', ')}.`;
    return { ...row, outcome: 'skipped', reason };
  }
  if (leftFor !== undefined) {
    return { ...row, outcome: 'skipped', reason: `Leaves the page for ${leftFor}.` };
  }
  const isGood = isOkStatus(requests.at(-1)?.status ?? 0);
  const needsRule = !seen.hasRule || (expected !== undefined && requests.length > 0);
  const rule = needsRule ? seen.rule?.(expected) : undefined;
  return {
    ...row,
    outcome: 'failed',
    reason: reasonOf(operation, error, expected),
    ...(expected && { expected }),
    came: error.kind,
    ...(rule !== undefined && { rule }),
    hints: [...(isGood && expected && rule ? [SAYS_IN_BODY] : seen.hints), ...clockHints(error)],
  };
}

/** The row of a step that went well, as far as its answer is what it should be. */
export function judgedRow(
  { operation, check }: Asked,
  { problem, advice = [] }: Judgment,
  { requests }: Testimony,
): Row {
  const row = { operation, check, requests, hints: [], advice };
  return problem === undefined
    ? { ...row, outcome: 'passed' }
    : { ...row, outcome: 'failed', reason: problem };
}

/** The row of a step that could not be taken, or not to its end. */
export function skippedRow({ operation, check }: Asked, reason: string, seen?: Testimony): Row {
  const { requests = [] } = seen ?? {};
  return { operation, check, outcome: 'skipped', requests, reason, hints: [], advice: [] };
}

/** The row of a step that had to be refused and was not. */
export function acceptedRow(
  { operation, check }: Asked,
  seen: Testimony,
  expected: MfaErrorKind,
): Row {
  const rule = seen.rule?.(expected);
  return {
    operation,
    check,
    outcome: 'failed',
    requests: seen.requests,
    reason: `It was taken, and "${expected}" was expected.`,
    expected,
    ...(rule !== undefined && { rule }),
    hints: [SAYS_IN_BODY],
    advice: [],
  };
}

function reasonOf(
  operation: Row['operation'],
  { kind, message, facts }: MfaError,
  expected: MfaErrorKind | undefined,
): string {
  // The password goes to the server as a step-up of a definition of its own.
  const said = operation === 'signIn' ? message.replace(/^stepUp\b/, 'signIn') : message;
  const wanted = expected === undefined ? '' : `, and "${expected}" was expected`;
  const wait = facts.retryAfter === undefined ? '' : ` Try again in ${facts.retryAfter} s.`;
  return `"${kind}" came${wanted}. ${said}${wait}`;
}

function clockHints({ kind, facts: { clockSkew = 0 } }: MfaError): readonly string[] {
  if (kind !== 'invalid-code' || Math.abs(clockSkew) < SKEW) return [];
  const direction = clockSkew > 0 ? 'ahead of' : 'behind';
  return [`The clock of this computer is ${Math.abs(clockSkew)} s ${direction} the server's.`];
}
