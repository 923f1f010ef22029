import { saysFailure, type Asked } from '../results/says-failure.js';
import { isOkStatus, type ParsedResponse } from './response.js';

/** Returns true for a problem (RFC 9457). A media type is the same in any case (RFC 9110, section 8.3.1). */
const isProblem = ({ headers }: ParsedResponse): boolean =>
  /^application\/problem\+json\b/i.test(String(headers.get('Content-Type')));

/** Returns true if a response is successful: the default of `success` for a request that changes nothing. */
export const isRead = (response: ParsedResponse): boolean => isSuccessful(response, 'read');

/** Returns true if a response is successful, and states no failure of what was asked. */
export const isSuccessful = (response: ParsedResponse, asked: Asked): boolean =>
  !response.redirected &&
  isOkStatus(response.status) &&
  !isProblem(response) &&
  !saysFailure(response.body, asked);
