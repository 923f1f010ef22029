import { normalizeBase32 } from './base32.js';

/** A shared secret as a person types it over: upper case, in groups of four. Still secret. */
export function groupSecret(secret: string): string {
  const letters = normalizeBase32(secret) ?? secret;
  return letters.match(/.{1,4}/gsu)?.join(' ') ?? '';
}
