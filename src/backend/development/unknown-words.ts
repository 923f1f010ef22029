import { nearestNames } from './nearest-names.js';
import { quote } from './mistake.js';

/** A name that is wrong by no more letters than this is taken for a slip. */
const SLIP = 3;
/** What may be a word of the language, and is not too long to be one. */
const WORD = /^[\w$-]{1,60}$/;

/**
 * What to say of a key that is not known.
 *
 * @param names The keys that are known, in any of the forms that are possible here.
 * @param beside A key of the same object that is known.
 */
export function unknownKey(
  key: string,
  names: readonly string[],
  beside: string | undefined,
): string {
  if (names.includes(key) && beside !== undefined) {
    return `${quote(key)} cannot stand beside ${quote(beside)}.`;
  }
  return `${quote(key)} is not known here. ${suggest(key, names)}`;
}

export function missingKey(key: string): string {
  return `${quote(key)} is missing.`;
}

/** What to say of a value that is none of a few words. */
export function unknownWord(value: unknown, choices: readonly string[]): string {
  // What looks like no word of the language may be anything, and is not repeated.
  const isWord = typeof value === 'string' && WORD.test(value);
  if (!isWord) return `Expected one of ${choices.join(', ')}.`;
  return `${quote(value)} is not known here. ${suggest(value, choices)}`;
}

/** The name that was probably meant, else all there are. */
export function suggest(given: string, names: readonly string[]): string {
  const slips = Math.min(SLIP, Math.floor(given.length / 2));
  const [meant] = nearestNames(given, names, slips);
  if (meant !== undefined) return `Did you mean "${meant}"?`;
  return names.length > 0 ? `Known are: ${names.join(', ')}.` : 'Nothing is known here.';
}
