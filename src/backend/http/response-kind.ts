import type { MfaOperation } from '../backend.js';
import { isOnline } from '../is-online.js';
import type { MfaErrorKind } from '../mfa-error.js';
import { OPERATIONS } from '../operations.js';
import { HTML_TYPES, isOkStatus, type ParsedResponse } from './response.js';

/** The operation that was refused, and what its backend has. */
export interface RefusedOperation {
  readonly operation: MfaOperation;
  /** The backend has an operation for step-up. */
  readonly hasStepUp: boolean;
  /** The names of its input, and of the proofs that it sends besides. */
  readonly sent: readonly string[];
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
 * A redirect, or a web page in place of data, is the sign-in page; on a device that is offline, a web page is the
 * one with which a service worker says so. A 403 is ambiguous. If its JSON speaks
 * of forged requests, reloading the page helps (`csrf`); if it gives a reason that is not the sign-in, the
 * account may not do this (`forbidden`). A 428 to a change requests step-up, if the backend has it (C64). A
 * linked app that is gone was removed elsewhere (C59), an enrollment that is gone has expired (C61).
 */
export function kindOfResponse(
  { operation, hasStepUp }: Pick<RefusedOperation, 'operation' | 'hasStepUp'>,
  response: ParsedResponse,
): MfaErrorKind {
  const { status, redirected, body } = response;
  const { changes, id, signsIn } = OPERATIONS[operation];
  const isHtml = HTML_TYPES.includes(response.instead ?? '');
  if (isHtml && isOkStatus(status) && !isOnline()) return 'offline';
  if (status === 428 && changes !== 'never' && !signsIn && hasStepUp) {
    return 'step-up-required';
  }
  // A page with 404 rather means that there is nothing at this address.
  if (MISSING_STATUSES.includes(status) && !isHtml) {
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
