import { isSuccessful } from '../http/is-read.js';
import type { ParsedResponse } from '../http/response.js';

/** OK, Created, Non-Authoritative, No Content, Reset Content (RFC 9110, section 15.3). */
const DONE_STATUSES = [200, 201, 203, 204, 205];

/**
 * Returns true if a response says in a readable way that a change was made: the default of `success` for a
 * request that changes something. A status of 202 says that it is not made yet, and 206 is incomplete. The
 * body is a JSON object, or there is none; anything else says nothing.
 */
export function isDone(
  response: ParsedResponse,
  {
    takesProof,
    canBeList,
  }: {
    /** The operation sends a code or a password. */
    readonly takesProof: boolean;
    /** The result is read from a list. */
    readonly canBeList: boolean;
  },
): boolean {
  const { status, body, instead } = response;
  const asked = takesProof ? 'proof' : 'change';
  if (!DONE_STATUSES.includes(status) || !isSuccessful(response, asked)) return false;
  if (instead !== undefined) return instead === 'no body';
  return typeof body === 'object' && body !== null && (canBeList || !Array.isArray(body));
}
