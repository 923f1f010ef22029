import { MfaError } from '../mfa-error.js';

/**
 * Returns what is given. A page may set any object as a definition, and reading what is not data may throw, or
 * never end.
 *
 * @throws MfaError `misconfigured` if it is not JSON data
 */
export function jsonData<Data>(given: Data): Data {
  try {
    JSON.stringify(given);
    return given;
  } catch {
    // The error is not passed on: it may repeat a secret.
    throw new MfaError(
      'misconfigured',
      'The backend definition is not JSON data: something in it contains itself, is a BigInt or cannot be read.',
    );
  }
}
