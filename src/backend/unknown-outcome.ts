import { ERROR_KINDS } from './error-kinds.js';
import { MfaError, type MfaErrorKind } from './mfa-error.js';
import type { MfaOperation } from './backend.js';
import { OPERATIONS } from './operations.js';

/** Kinds that stay as they are: the operation has not ended, or its outcome is unknown already. */
const KEPT_KINDS: readonly MfaErrorKind[] = ['redirect-required', 'unknown-outcome'];

/**
 * Returns the error of a request that left and did not come back with a response that decides.
 *
 * A change has one of three outcomes. It is *refused* if the server says so in a known way: an error rule
 * of the definition matches, or the status is one of 400 to 499. It is *done* if the response counts as
 * successful and its result can be read. Anything else leaves the outcome *unknown*: a body that cannot be
 * read, 500 and above, a redirect, a web page, a lost connection, a timeout. The server may have made the
 * change, so it is never told as a failure (C49): the flows say that it is unknown, and look it up.
 *
 * @param cause The error if the change was not made.
 * @returns `unknown-outcome` if the operation may change something, otherwise `cause`.
 */
export function unknownOutcome(operation: MfaOperation, cause: MfaError): MfaError {
  const { changes } = OPERATIONS[operation];
  if (changes === 'never' || KEPT_KINDS.includes(cause.kind)) return cause;
  // Repeating does no harm, so the page's mistake is told as one.
  if (changes === 'maybe' && cause.kind === 'misconfigured') return cause;
  const message = `${cause.message} Whether ${operation} was done is unknown.`;
  return new MfaError('unknown-outcome', message, cause.facts, cause);
}

/** Returns true for a status with which a server says that it did not do what was requested. */
export const isRefusalStatus = ({ status = 0 }: { readonly status?: number }): boolean =>
  status >= 400 && status < 500;

/** Returns true if the `MfaError` of a custom backend says that the change was not made, by its kind or its status. */
export const isRefusal = ({ kind, facts }: MfaError): boolean =>
  ERROR_KINDS[kind].mayHaveSucceeded !== true || isRefusalStatus(facts);

/** Returns the error without its doubt, for an operation that may be repeated without harm. */
export const withoutDoubt = (error: MfaError): MfaError =>
  error.kind === 'unknown-outcome' ? (error.cause ?? error) : error;

/** Kinds that are no longer true once the server has answered. */
const UNTIL_ANSWERED: readonly MfaErrorKind[] = ['unavailable', 'offline'];

/**
 * Returns the error to show once the server has said that the change was not made. `offline` and `unavailable`
 * without a wait become `unexpected`, because the server has responded since.
 */
export function notDone(unknown: MfaError): MfaError {
  const error = withoutDoubt(unknown);
  return UNTIL_ANSWERED.includes(error.kind) && error.facts.retryAfter === undefined
    ? new MfaError('unexpected', error.message, error.facts)
    : error;
}
