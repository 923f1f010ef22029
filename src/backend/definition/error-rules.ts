import type { MfaOperation } from '../backend.js';
import { own } from '../own.js';
import { ERROR_KINDS, errorKindOf } from '../error-kinds.js';
import { OPERATIONS } from '../operations.js';
import { DEFAULT_WAIT, MfaError, type MfaErrorKind, type StepUpProof } from '../mfa-error.js';
import { HTML_TYPES, type ParsedResponse } from '../http/response.js';
import { holds } from './condition.js';
import type { BackendDefinition } from './definition.js';
import type { ErrorRule, RetryAfterSource } from './error-rule-types.js';
import { readJsonPath } from './json-path.js';
import { evaluate } from './mapping.js';
import { readRetryAfter } from './retry-after.js';
import type { Scope } from './scope.js';

/** The operation that was refused, and the definition that it is from. */
interface RefusedOperation {
  readonly operation: MfaOperation;
  readonly definition: BackendDefinition;
}

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
  const { operation } = asked;
  const rule = rules.find((candidate) => holds(candidate, scope));
  const kind = rule ? errorKindOf(rule.kind) : kindWithoutRule(asked, response);
  const came = response.instead === undefined ? '' : ` with ${response.instead}`;
  const advice = rule ? '' : ' No error rule of the backend definition matches it.';
  // An opaque redirect hides its status and shows 0 in its place.
  const status = response.status === 0 ? 'a hidden status' : `status ${response.status}`;
  const message = `${operation}: the response has ${status}${came}.${advice}`;
  return { error: new MfaError(kind, message, readFacts(kind, rule, scope)), rule };
}

/** Returns the error kind of a status that means the same everywhere; any other needs a rule. */
export function kindOfStatus(status: number): MfaErrorKind {
  if (status === 429) return 'rate-limited';
  if (status === 423) return 'locked';
  return status >= 500 ? 'unavailable' : 'unexpected';
}

/**
 * Unauthorized; "page expired" of Laravel; Precondition Required, as proof that somebody is there; "login
 * time-out" of IIS; "invalid token" and "token required" of ArcGIS.
 */
const ENDED_STATUSES = [401, 419, 428, 440, 498, 499];
/** Not Found, Gone. */
const MISSING_STATUSES = [404, 410];
/** The words with which a 403 says that it does not know the person, or says no more than its name. */
const SAYS_ENDED =
  /authenti|log(?:ged)?[ _-]?(?:in|on|out)|sign(?:ed)?[ _-]?(?:in|out)|session|expired|credential|token|forbidden/i;

/**
 * Returns the error kind of a response that no rule matches. Servers, and the gateways before them, tell
 * in many ways that a session is over. A page that takes them for a fault offers "try again" for ever; in
 * all of them, signing in again helps.
 *
 * A redirect, or a web page in place of data, is the sign-in page. A 403 is ambiguous. If its JSON speaks
 * of forged requests, reloading the page helps (`csrf`); if it gives a reason that is not the sign-in, the
 * account may not do this (`forbidden`). A 428 to a change requests step-up, if the backend has it (C64). A
 * linked app that is gone was removed elsewhere (C59), an enrollment that is gone has expired (C61).
 */
function kindWithoutRule(
  { operation, definition }: RefusedOperation,
  response: ParsedResponse,
): MfaErrorKind {
  const { status, redirected, body } = response;
  const { changes, id, signsIn } = OPERATIONS[operation];
  if (status === 428 && changes !== 'never' && !signsIn && definition.operations.stepUp) {
    return 'step-up-required';
  }
  // A page with 404 rather means that there is nothing at this address.
  if (MISSING_STATUSES.includes(status) && !HTML_TYPES.includes(response.instead ?? '')) {
    if (id === 'authenticatorId') return 'not-found';
    if (id === 'enrollmentId' && status === 410) return 'enrollment-expired';
  }
  const isPage = redirected && status < 400;
  if (!isPage && status !== 403 && !ENDED_STATUSES.includes(status)) return kindOfStatus(status);
  if (status === 403 && body !== undefined) {
    const text = JSON.stringify(body);
    const hasTexts = /[:[]"/.test(text);
    if (/[cx]srf/i.test(text)) return 'csrf';
    if (hasTexts && !SAYS_ENDED.test(text)) return 'forbidden';
  }
  return signsIn ? 'login-expired' : 'signed-out';
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
