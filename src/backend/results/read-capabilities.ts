import { own } from '../own.js';
import type { MfaCapabilities } from '../backend.js';

/** Returns the capabilities of a backend, without those that have no meaning: a custom backend may give anything. */
export function readCapabilities(given: MfaCapabilities = {}): MfaCapabilities {
  const { rememberDevice, tellsLastUse, recoveryCodeAlphabet, maxAuthenticators } = given;
  const isText = typeof recoveryCodeAlphabet === 'string' && recoveryCodeAlphabet !== '';
  const isNumber = typeof maxAuthenticators === 'number' && maxAuthenticators >= 1;
  return own({
    ...(rememberDevice === true && { rememberDevice }),
    ...(tellsLastUse === true && { tellsLastUse }),
    ...(isText && { recoveryCodeAlphabet }),
    ...(isNumber && { maxAuthenticators }),
  });
}
