/** White space of any kind and the invisible marks that travel with a paste, at either end. */
const SURROUNDINGS =
  /^[\s\p{Default_Ignorable_Code_Point}]+|[\s\p{Default_Ignorable_Code_Point}]+$/gu;
/** White space of any kind, hyphens and dashes, and the invisible marks that travel with a paste. */
const SEPARATOR = /^[\s\p{Dash}\p{Default_Ignorable_Code_Point}]$/u;
/** Characters that are read as each other from paper (Crockford's base32); the first is preferred. */
const LOOK_ALIKES = ['0O', '1IL'] as const;

/** The character of the alphabet that was meant; itself where none was, so that the server refuses. */
function meantBy(character: string, alphabet: string): string {
  const capital = character.toUpperCase();
  const others = LOOK_ALIKES.find((group) => group.includes(capital)) ?? '';
  const readings = [character, capital, ...others].flatMap((it) => [it, it.toLowerCase()]);
  const meant = readings.find((it) => it.length === 1 && alphabet.includes(it));
  return meant ?? (SEPARATOR.test(character) ? '' : character);
}

/**
 * A recovery code as it is sent, so that what a person copies from paper is what the server gave (A3).
 *
 * @param text What was typed or pasted.
 * @param alphabet The characters of the server's codes, where they are known: case, spaces, hyphens,
 *   and O for 0 or I and L for 1 then do not matter. Without it only what surrounds the code is
 *   taken off: elsewhere hyphens and case may be part of it.
 * @returns The code; empty when nothing was left.
 */
export function normalizeRecoveryCode(text: string, alphabet?: string): string {
  if (!alphabet) return text.replace(SURROUNDINGS, '');
  return [...text.normalize('NFKC')].map((character) => meantBy(character, alphabet)).join('');
}
