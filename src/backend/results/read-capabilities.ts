import { own } from '../own.js';
import type { MfaCapabilities } from '../backend.js';

/** Returns the capabilities of a backend, without those that have no meaning: a custom backend may give anything. */
export function readCapabilities(given: MfaCapabilities = {}): MfaCapabilities {
  const { rememberDevice, tellsLastUse, recoveryCodeAlphabet, maxAuthenticators } = given;
  const isText = typeof recoveryCodeAlphabet === 'string' && recoveryCodeAlphabet !== '';
  const most = readMost(maxAuthenticators);
  return own({
    ...(rememberDevice === true && { rememberDevice }),
    ...(tellsLastUse === true && { tellsLastUse }),
    ...(isText && { recoveryCodeAlphabet }),
    ...(most !== undefined && { maxAuthenticators: most }),
  });
}

/** A page may have it from an attribute, as a text. */
function readMost(given: unknown): number | undefined {
  if (typeof given === 'string' && /^\d+$/.test(given)) return Number(given);
  return typeof given === 'number' && given >= 0 ? given : undefined;
}
