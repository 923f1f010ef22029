import type { MfaOperation } from '../backend.js';
import { MfaError, type MfaErrorKind, type StepUpProof } from '../mfa-error.js';
import type { Answer } from '../http/response.js';
import { holds } from './condition.js';
import type { ErrorRule, RetryAfterSource } from './error-rule-types.js';
import { readJsonPath } from './json-path.js';
import { evaluate } from './mapping.js';
import { readRetryAfter } from './retry-after.js';
import type { Scope } from './scope.js';

/** Seconds to wait after `rate-limited` if the server does not say how long (C65). */
const DEFAULT_RETRY_AFTER = 30;
/** The kinds for which waiting helps. */
const WAITING_KINDS: readonly MfaErrorKind[] = ['rate-limited', 'locked', 'unavailable'];

/** The error of a failed response, and the rule that matched. */
export interface Refusal {
  readonly error: MfaError;
  readonly rule: ErrorRule | undefined;
}

/**
 * Maps a failed response to an error: by the first rule that matches, else by its status.
 *
 * The message names the operation, the status and the type of the document. It holds nothing of the
 * response itself (C4).
 *
 * @param rules In order: those of the request, of the operation, of the whole definition.
 */
export function readRefusal(
  operation: MfaOperation,
  rules: readonly ErrorRule[],
  scope: Scope,
): Refusal {
  const { answer } = scope;
  const rule = rules.find((candidate) => holds(candidate, scope));
  const kind = rule?.kind ?? kindOfStatus(answer.status);
  const came = answer.instead === undefined ? '' : ` with ${answer.instead}`;
  const advice = rule ? '' : ' No error rule of the backend definition matches it.';
  // An opaque redirect hides its status and shows 0 in its place.
  const status = answer.status === 0 ? 'a hidden status' : `status ${answer.status}`;
  const message = `${operation} was answered by ${status}${came}.${advice}`;
  return { error: new MfaError(kind, message, readFacts(kind, rule, scope)), rule };
}

/** Returns the error kind for a status when no rule matches. */
export function kindOfStatus(status: number): MfaErrorKind {
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'unavailable' : 'unexpected';
}

function readFacts(kind: MfaErrorKind, rule: ErrorRule | undefined, scope: Scope) {
  const { answer } = scope;
  const retryAfter = WAITING_KINDS.includes(kind)
    ? (readWait(rule?.retryAfter, answer) ??
      (kind === 'rate-limited' ? DEFAULT_RETRY_AFTER : undefined))
    : undefined;
  const attemptsLeft = readAttemptsLeft(rule?.attemptsLeft, scope);
  const stepUp = kind === 'step-up-required' ? readStepUp(rule?.stepUp, scope) : undefined;
  const { status, clockSkew } = answer;
  // An opaque redirect hides its status and shows 0 in its place.
  return { retryAfter, attemptsLeft, stepUp, clockSkew, status: status || undefined };
}

function readWait(
  stated: ErrorRule['retryAfter'] = { header: 'Retry-After' },
  { headers, body }: Answer,
): number | undefined {
  const sources: readonly RetryAfterSource[] = [stated].flat();
  for (const source of sources) {
    const wait =
      typeof source === 'number'
        ? readRetryAfter(source)
        : readRetryAfter(
            'path' in source ? readJsonPath(body, source.path) : headers.get(source.header),
            headers.get('Date'),
            source.unit,
          );
    if (wait !== undefined) return wait;
  }
  return undefined;
}

function readAttemptsLeft(stated: ErrorRule['attemptsLeft'], { root }: Scope): number | undefined {
  if (stated === undefined) return undefined;
  const left =
    typeof stated === 'string'
      ? readJsonPath(root, stated)
      : Number(readJsonPath(root, stated.most)) - Number(readJsonPath(root, stated.used));
  return typeof left === 'number' && Number.isSafeInteger(left) && left >= 0 ? left : undefined;
}

function readStepUp(source: ErrorRule['stepUp'], scope: Scope): StepUpProof[] | undefined {
  const stated = evaluate(source, scope);
  if (!Array.isArray(stated)) return undefined;
  const proofs = (['password', 'code'] as const).filter((proof) => stated.includes(proof));
  return proofs.length > 0 ? proofs : undefined;
}
