import { own } from '../own.js';
import { ERROR_KINDS, errorKindOf } from '../error-kinds.js';
import { DEFAULT_WAIT, MfaError, type MfaErrorKind, type StepUpProof } from '../mfa-error.js';
import { fittingKind } from '../fitting-kind.js';
import { kindOfResponse, type RefusedOperation } from '../http/response-kind.js';
import type { ParsedResponse } from '../http/response.js';
import { holds } from './condition.js';
import type { ErrorRule, RetryAfterSource } from './error-rule-types.js';
import { readJsonPath } from './json-path.js';
import { evaluate } from './mapping.js';
import { readRetryAfter } from './retry-after.js';
import type { Scope } from './scope.js';
import { textOf } from './template.js';

/** The error of a failed response, and the rule that matched. */
export interface Refusal {
  readonly error: MfaError;
  readonly rule: ErrorRule | undefined;
}

/**
 * Maps a failed response to an error: by the first rule that matches, else by what it is of itself.
 *
 * The message names the operation, the status and the type of the document. It holds nothing of the
 * response itself (C4).
 *
 * @param rules In order: those of the request, of the operation, of the whole definition.
 */
export function readRefusal(
  asked: RefusedOperation,
  rules: readonly ErrorRule[],
  scope: Scope,
): Refusal {
  const { response } = scope;
  const { operation, sent } = asked;
  const rule = rules.find((candidate) => holds(candidate, scope));
  const kind = rule ? fittingKind(errorKindOf(rule.kind), sent) : kindOfResponse(asked, response);
  const came = response.instead === undefined ? '' : ` with ${response.instead}`;
  const advice = rule ? '' : ' No error rule of the definition matches it.';
  // An opaque redirect hides its status and shows 0 in its place.
  const status = response.status === 0 ? 'a hidden status' : `status ${response.status}`;
  const message = `${operation}: the response has ${status}${came}.${advice}`;
  return { error: new MfaError(kind, message, readFacts(kind, rule, scope)), rule };
}

function readFacts(kind: MfaErrorKind, rule: ErrorRule | undefined, scope: Scope) {
  const { response } = scope;
  const retryAfter = ERROR_KINDS[kind].waits
    ? (readWait(rule?.retryAfter, response) ?? (kind === 'rate-limited' ? DEFAULT_WAIT : undefined))
    : undefined;
  const attemptsLeft = readAttemptsLeft(rule?.attemptsLeft, scope);
  const stepUp = kind === 'step-up-required' ? readStepUp(rule?.stepUp, scope) : undefined;
  const { status, clockSkew } = response;
  // An opaque redirect hides its status and shows 0 in its place.
  return { retryAfter, attemptsLeft, stepUp, clockSkew, status: status || undefined };
}

function readWait(
  stated: ErrorRule['retryAfter'] = own({ header: 'Retry-After' }),
  { headers, body }: ParsedResponse,
): number | undefined {
  const sources: readonly RetryAfterSource[] = [stated].flat();
  const waits = sources.map((source) =>
    typeof source === 'number'
      ? readRetryAfter(source)
      : readRetryAfter(
          'path' in source ? readJsonPath(body, source.path) : headers.get(source.header),
          headers.get('Date'),
          source.unit,
        ),
  );
  return waits.find((wait) => wait !== undefined);
}

function readAttemptsLeft(stated: ErrorRule['attemptsLeft'], { root }: Scope): number | undefined {
  if (stated === undefined) return undefined;
  const count = (path: string): number => {
    const text = textOf(readJsonPath(root, path)) ?? '';
    return /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  };
  const left = typeof stated === 'string' ? count(stated) : count(stated.most) - count(stated.used);
  return left >= 0 ? left : undefined;
}

function readStepUp(source: ErrorRule['stepUp'], scope: Scope): StepUpProof[] | undefined {
  const stated = evaluate(source, scope);
  if (!Array.isArray(stated)) return undefined;
  const proofs = (['password', 'code'] as const).filter((proof) => stated.includes(proof));
  return proofs.length > 0 ? proofs : undefined;
}
