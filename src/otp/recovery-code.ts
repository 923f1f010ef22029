/** The number of recovery codes at and below which a person is advised to generate new ones. */
export const FEW_RECOVERY_CODES = 3;

/** Marks without a width, anywhere in a pasted text. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}+/gu;
/** The characters that a sentence or a list puts round a code: quotes, brackets, stops, bullets. */
const SURROUNDING = /^[\s\p{Pi}\p{Pf}\p{Ps}\p{Pe}"'`*.,;:!?•]$/u;
/** The marks that stand before a code: `1.`, `1)`, `-`, `•`, `Code:`, a number in a column of its own. */
const MARKER = /^(?:(?:\d{1,2}[.)]|[^\p{L}\p{N}\s]{1,3}|[^:]{1,40}:)\s+|\d{1,2}\t\s*)/u;
/** White space, hyphens, dashes, and the invisible marks of a pasted text. */
const SEPARATOR = /^[\s\p{Dash}\p{Default_Ignorable_Code_Point}]$/u;
/** Characters that look alike on paper (Crockford's base32), the preferred one first. */
const LOOK_ALIKES = ['0O', '1IL'] as const;

/**
 * Returns the character of the alphabet that the user meant. An unknown character is not changed, so
 * that the server refuses the code.
 */
function intendedCharacter(character: string, alphabet: string): string {
  const capital = character.toUpperCase();
  const others = LOOK_ALIKES.find((group) => group.includes(capital)) ?? '';
  const readings = [character, capital, ...others].flatMap((it) => [it, it.toLowerCase()]);
  const meant = readings.find((it) => it.length === 1 && alphabet.includes(it));
  return meant ?? (SEPARATOR.test(character) ? '' : character);
}

/** Returns a text in plain characters: full-width ones and marks without a width are never meant. */
const plain = (text: string): string => text.normalize('NFKC').replace(INVISIBLE, '');

/** Removes the characters around a code. Those of the alphabet are part of it. */
function trim(text: string, alphabet: string): string {
  const characters = [...text];
  const isPart = (it: string) => alphabet.includes(it) || !SURROUNDING.test(it);
  const start = characters.findIndex(isPart);
  return start < 0 ? '' : characters.slice(start, characters.findLastIndex(isPart) + 1).join('');
}

/** Puts aside what a list or a sentence puts round a code. */
function withoutSurroundings(text: string, alphabet: string): string {
  const inner = trim(text, alphabet);
  const code = inner.replace(MARKER, '');
  return code === inner ? code : withoutSurroundings(code, alphabet);
}

/**
 * Normalizes a recovery code, so that a code copied from paper, from a list or out of a sentence equals
 * the one that the server generated (A3).
 *
 * @param text The typed or pasted text.
 * @param alphabet The characters of the server's codes, if they are known. Case, spaces, hyphens, O for
 *   0, and I and L for 1 then do not matter. Without it only what is around the code is removed, and
 *   dashes and full-width characters become plain ones: hyphens and case may be part of the code.
 * @returns The code; empty if nothing is left.
 */
export function normalizeRecoveryCode(text: string, alphabet = ''): string {
  const code = withoutSurroundings(plain(text), alphabet);
  if (!alphabet) return code.replace(/\p{Dash}/gu, '-');
  return [...code].map((character) => intendedCharacter(character, alphabet)).join('');
}

/** The fewest and most characters of a recovery code, without what separates its groups. */
const SHORTEST = 8;
const LONGEST = 64;
/** The most digits of a recovery code that has no letters, where the server's alphabet is unknown. */
const MOST_DIGITS = 10;

/**
 * Returns whether a text looks like a recovery code: one word of letters and digits, or groups of the
 * same size. A word of small letters is none.
 *
 * @param alphabet The characters of the server's codes, if they are known. A text of digits alone looks
 *   like a code if that consists of digits, or is unknown.
 */
export function looksLikeRecoveryCode(text: string, alphabet = ''): boolean {
  const groups = withoutSurroundings(plain(text), alphabet).split(/\s+/);
  const code = groups.join('').replace(/[\p{Dash}_]/gu, '');
  if (code.length < SHORTEST || code.length > LONGEST) return false;
  if (groups.some((it) => it.length !== groups[0]?.length)) return false;
  const isOfDigits = /^\d*$/.test(alphabet);
  if (/^\d+$/.test(code)) return isOfDigits && (alphabet !== '' || code.length <= MOST_DIGITS);
  if ((alphabet && isOfDigits) || !/^[a-z\d]+$/i.test(code)) return false;
  return /[\d\p{Dash}]/u.test(groups.join('')) || !/[a-z]/.test(code);
}

/** Returns whether a text holds several recovery codes, one a line or with commas between them. */
export const holdsSeveralCodes = (text: string, alphabet = ''): boolean =>
  text.split(/[\r\n,;]+/).filter((it) => looksLikeRecoveryCode(it, alphabet)).length > 1;
