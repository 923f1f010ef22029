import { own } from '../own.js';
import { errorKindOf } from '../error-kinds.js';
import type { MfaError } from '../mfa-error.js';
import { readCount, refusal } from '../http/refusal.js';
import type { RefusedOperation } from '../http/response-kind.js';
import type { ParsedResponse } from '../http/response.js';
import { holds } from './condition.js';
import type { ErrorRule, RetryAfterSource } from './error-rule-types.js';
import { readJsonPath } from './json-path.js';
import { evaluate } from './mapping.js';
import { readRetryAfter } from '../http/retry-after.js';
import type { Scope } from './scope.js';

/** The error of a failed response, and the rule that matched. */
export interface Refusal {
  readonly error: MfaError;
  readonly rule: ErrorRule | undefined;
}

/**
 * Maps a failed response to an error: by the first rule that matches, else by what it is of itself.
 *
 * @param rules In order: those of the request, of the operation, of the whole definition.
 */
export function readRefusal(
  asked: RefusedOperation,
  rules: readonly ErrorRule[],
  scope: Scope,
): Refusal {
  const { response } = scope;
  const rule = rules.find((candidate) => holds(candidate, scope));
  const advice = rule ? '' : ' No error rule of the definition matches it.';
  const stated = {
    kind: rule && errorKindOf(rule.kind),
    retryAfter: readWait(rule?.retryAfter, response),
    attemptsLeft: readAttemptsLeft(rule?.attemptsLeft, scope),
    stepUp: evaluate(rule?.stepUp, scope),
  };
  return { error: refusal(asked, response, stated, advice), rule };
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
  const count = (path: string): number => readCount(readJsonPath(root, path));
  const left = typeof stated === 'string' ? count(stated) : count(stated.most) - count(stated.used);
  return left >= 0 ? left : undefined;
}
