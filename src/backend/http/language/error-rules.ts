import type { MfaOperation } from '../backend.js';
import { MfaError, type MfaErrorFacts, type MfaErrorKind, type StepUpProof } from '../mfa-error.js';
import { matches } from './condition.js';
import type { ErrorRule, RetryAfterSource } from './definition.js';
import { readJsonPath } from './json-path.js';
import type { Answer } from './read-answer.js';
import { readRetryAfter } from './retry-after.js';

/** Seconds to wait after "too many tries" when the server does not say (C65). */
const DEFAULT_RETRY_AFTER = 30;
/** The kinds for which waiting helps. */
const WAITING_KINDS: readonly MfaErrorKind[] = ['rate-limited', 'locked', 'unavailable'];

/**
 * What a failed answer means: the first rule it matches, else what its status alone tells.
 *
 * The message names the operation, the status and what kind of document came. It holds nothing of
 * the answer itself (C4).
 *
 * @param rules Those of the operation first, then those of the whole definition.
 */
export function errorFromAnswer(
  operation: MfaOperation,
  rules: readonly ErrorRule[],
  answer: Answer,
): MfaError {
  const rule = rules.find((candidate) => matches(candidate, answer));
  const kind = rule?.kind ?? kindOfStatus(answer.status);
  const came = answer.instead === undefined ? '' : ` with ${answer.instead}`;
  const advice = rule ? '' : ' No error rule of the backend definition matches it.';
  // An opaque redirect hides its status and shows 0 in its place.
  const status = answer.status === 0 ? 'a hidden status' : `status ${answer.status}`;
  return new MfaError(
    kind,
    `${operation} was answered by ${status}${came}.${advice}`,
    readFacts(kind, rule, answer),
  );
}

function kindOfStatus(status: number): MfaErrorKind {
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'unavailable' : 'unexpected';
}

function readFacts(kind: MfaErrorKind, rule: ErrorRule | undefined, answer: Answer): MfaErrorFacts {
  const retryAfter = WAITING_KINDS.includes(kind)
    ? (readWait(rule?.retryAfter, answer) ??
      (kind === 'rate-limited' ? DEFAULT_RETRY_AFTER : undefined))
    : undefined;
  const attemptsLeft = readAttemptsLeft(rule?.attemptsLeft, answer);
  const stepUp = kind === 'step-up-required' ? readStepUp(rule?.stepUp, answer) : undefined;
  return {
    ...(retryAfter !== undefined && { retryAfter }),
    ...(attemptsLeft !== undefined && { attemptsLeft }),
    ...(stepUp !== undefined && { stepUp }),
    ...(answer.clockSkew !== undefined && { clockSkew: answer.clockSkew }),
    ...(answer.status > 0 && { status: answer.status }),
  };
}

function readWait(source: RetryAfterSource | undefined, answer: Answer): number | undefined {
  const { headers, body } = answer;
  const stated = source ?? { header: 'Retry-After' };
  if (typeof stated === 'number') return readRetryAfter(stated);
  if ('path' in stated) return readRetryAfter(readJsonPath(body, stated.path));
  return readRetryAfter(headers.get(stated.header), headers.get('Date'));
}

function readAttemptsLeft(path: string | undefined, answer: Answer): number | undefined {
  const value = path === undefined ? undefined : readJsonPath(answer.body, path);
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

function readStepUp(source: ErrorRule['stepUp'], answer: Answer): StepUpProof[] | undefined {
  const stated: unknown = typeof source === 'string' ? readJsonPath(answer.body, source) : source;
  if (!Array.isArray(stated)) return undefined;
  const proofs = (['password', 'code'] as const).filter((proof) => stated.includes(proof));
  return proofs.length > 0 ? proofs : undefined;
}
