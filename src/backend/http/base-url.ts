import { MfaError } from '../mfa-error.js';
import { normalizeBaseUrl } from '../urls.js';

/**
 * Returns the prefix of the paths of a server, without a slash at the end.
 *
 * @throws MfaError `misconfigured` if the text is no absolute http(s) URL, or has a user name or password.
 */
export function readBaseUrl(text: string): string {
  const baseUrl = normalizeBaseUrl(text);
  if (baseUrl !== undefined) return baseUrl;
  throw new MfaError(
    'misconfigured',
    'The base URL must be an absolute http(s) URL without a user name or password.',
  );
}
