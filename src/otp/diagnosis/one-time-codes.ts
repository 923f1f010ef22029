import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { counterToBytes, dynamicTruncate, truncateDigits } from '@otplib/core/utils';
import { decodeBase32 } from '../base32.js';
import type { OtpauthUri } from '../otpauth-uri.js';

const HASHES = { SHA1: sha1, SHA256: sha256, SHA512: sha512 } as const;

/**
 * Returns the function that computes the codes of a secret, as an authenticator app shows them (RFC
 * 6238, section 4.2).
 *
 * Why not Web Crypto: a page without TLS has none, and it returns a promise for each code, for which a
 * search over thousands of codes would mostly wait.
 *
 * @returns The code of a time step, which is the whole number of periods since 1970. Secret.
 */
export function oneTimeCodes({ secret, algorithm, digits }: OtpauthUri): (step: number) => string {
  // Both hashes have processed the key already, so a clone saves half the work of each code.
  const keyed = hmac.create(HASHES[algorithm], decodeBase32(secret));
  return (step) =>
    truncateDigits(dynamicTruncate(keyed.clone().update(counterToBytes(step)).digest()), digits);
}
