/** The alphabet of RFC 4648, section 6. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BITS_PER_LETTER = 5;

/** Characters that users and servers put between and after the letters: spaces, hyphens, padding. */
const DECORATION = /[\s-]+|=+\s*$/g;

/** Lengths, modulo eight, that do not encode a whole number of bytes (RFC 4648, section 6). */
const IMPOSSIBLE_REMAINDERS = [1, 3, 6];

/**
 * Normalizes base32 to upper case, without spaces, hyphens and padding.
 *
 * @returns `undefined` if the text is empty or not base32.
 */
export function normalizeBase32(text: string): string | undefined {
  const letters = text.replace(DECORATION, '').toUpperCase();
  // Upper case can turn other characters into letters (ı, ſ), so the text itself is checked too.
  if (!/^[A-Z2-7]+$/.test(letters) || !/^[A-Za-z2-7\s=-]+$/.test(text)) return undefined;
  return IMPOSSIBLE_REMAINDERS.includes(letters.length % 8) ? undefined : letters;
}

/** Formats a shared secret for manual entry: upper case, in groups of four. Still secret. */
export function groupSecret(secret: string): string {
  const letters = normalizeBase32(secret) ?? secret;
  return letters.match(/.{1,4}/gsu)?.join(' ') ?? '';
}

/**
 * Decodes base32. Lower case, spaces, hyphens and padding are allowed.
 *
 * @throws RangeError if the text is not base32. The message does not repeat it: it may be a secret.
 */
export function decodeBase32(text: string): Uint8Array {
  const letters = normalizeBase32(text);
  if (letters === undefined) throw new RangeError('Not base32 (RFC 4648).');
  const bytes = new Uint8Array(Math.floor((letters.length * BITS_PER_LETTER) / 8));
  let buffer = 0;
  let bits = 0;
  let length = 0;
  for (const letter of letters) {
    buffer = (buffer << BITS_PER_LETTER) | ALPHABET.indexOf(letter);
    bits += BITS_PER_LETTER;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = buffer >>> bits;
    buffer &= (1 << bits) - 1;
  }
  return bytes;
}
