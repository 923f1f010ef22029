/** The alphabet of RFC 4648, section 6. Not shared with base32.ts: few pages need both. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BITS_PER_LETTER = 5;

/** Encodes bytes in base32, upper case and without padding, as authenticator apps accept it (pitfall 13). */
export function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= BITS_PER_LETTER) {
      bits -= BITS_PER_LETTER;
      text += ALPHABET.charAt(buffer >>> bits);
      buffer &= (1 << bits) - 1;
    }
  }
  if (bits > 0) text += ALPHABET.charAt(buffer << (BITS_PER_LETTER - bits));
  return text;
}
