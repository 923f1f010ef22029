import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { counterToBytes, dynamicTruncate, truncateDigits } from '@otplib/core/utils';
import { decodeBase32 } from '../base32.js';
import type { OtpauthUri } from '../otpauth-uri.js';

const HASHES = { SHA1: sha1, SHA256: sha256, SHA512: sha512 } as const;

/**
 * The codes that an authenticator app shows for a secret, by time step (RFC 6238, section 4.2).
 *
 * Not by the browser's own Web Crypto: a page without TLS has none, and it answers each code with a
 * promise, which a search over thousands of them would mostly wait for.
 *
 * @returns The code of a time step: the whole number of periods since 1970. Secret.
 */
export function oneTimeCodes({ secret, algorithm, digits }: OtpauthUri): (step: number) => string {
  // The two hashes have taken in the key already: a copy of them saves half the work of each code.
  const keyed = hmac.create(HASHES[algorithm], decodeBase32(secret));
  return (step) =>
    truncateDigits(dynamicTruncate(keyed.clone().update(counterToBytes(step)).digest()), digits);
}
