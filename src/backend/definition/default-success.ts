import { isOkStatus, type ParsedResponse } from '../http/response.js';

/** OK, Created, Non-Authoritative, No Content, Reset Content (RFC 9110, section 15.3). */
const DONE_STATUSES = [200, 201, 203, 204, 205];

/** The words of a `status` that say that it failed, such as those of JSend. */
const FAILED_STATUSES: readonly unknown[] = ['error', 'fail', 'failed', 'failure'];

/** Returns true for a problem (RFC 9457), or JSON in which a server says in a common way that it failed. */
function saysFailure({ headers, body }: ParsedResponse): boolean {
  if (headers.get('Content-Type')?.startsWith('application/problem+json')) return true;
  if (typeof body !== 'object' || body === null) return false;
  const said = new Map<string, unknown>(Object.entries(body));
  const isSaid = (name: string): boolean => {
    const value = said.get(name);
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  };
  return (
    said.get('success') === false ||
    said.get('ok') === false ||
    FAILED_STATUSES.includes(said.get('status')) ||
    isSaid('error') ||
    isSaid('errors')
  );
}

/** Returns true if a response is successful: the default of `success` for a request that changes nothing. */
export const isRead = (response: ParsedResponse): boolean =>
  !response.redirected && isOkStatus(response.status) && !saysFailure(response);

/**
 * Returns true if a response says in a readable way that a change was made: the default of `success` for a
 * request that changes something. A status of 202 says that it is not made yet, and 206 is incomplete. The
 * body is a JSON object, or there is none; anything else says nothing.
 *
 * @param canBeList The result is read from a list.
 */
export function isDone(response: ParsedResponse, canBeList: boolean): boolean {
  const { status, body, instead } = response;
  if (!DONE_STATUSES.includes(status) || !isRead(response)) return false;
  if (instead !== undefined) return instead === 'no body';
  return typeof body === 'object' && body !== null && (canBeList || !Array.isArray(body));
}
