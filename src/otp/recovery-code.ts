/** The number of recovery codes at and below which a person is advised to generate new ones. */
export const FEW_RECOVERY_CODES = 3;

/** White space and the invisible marks of a pasted text, at either end. */
const SURROUNDINGS =
  /^[\s\p{Default_Ignorable_Code_Point}]+|[\s\p{Default_Ignorable_Code_Point}]+$/gu;
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

/**
 * Normalizes a recovery code, so that a code copied from paper equals the one that the server generated
 * (A3).
 *
 * @param text The typed or pasted text.
 * @param alphabet The characters of the server's codes, if they are known. Case, spaces, hyphens, O for
 *   0, and I and L for 1 then do not matter. Without it only white space around the code is removed:
 *   hyphens and case may be part of the code.
 * @returns The code; empty if nothing is left.
 */
export function normalizeRecoveryCode(text: string, alphabet?: string): string {
  if (!alphabet) return text.replace(SURROUNDINGS, '');
  return [...text.normalize('NFKC')]
    .map((character) => intendedCharacter(character, alphabet))
    .join('');
}
