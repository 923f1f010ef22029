import { nearestNames } from './nearest-names.js';
import { quote } from './mistake.js';

/** Most letters in which a name may differ from a known one to be taken for a typo. */
const MAX_TYPOS = 3;
/** A text that may be a key or value of a definition. */
const WORD = /^[\w$-]{1,60}$/;

/**
 * Describes an unknown key.
 *
 * @param names The known keys of all forms that are possible here.
 * @param beside A known key of the same object.
 */
export function unknownKey(
  key: string,
  names: readonly string[],
  beside: string | undefined,
): string {
  if (names.includes(key) && beside !== undefined) {
    return `${quote(key)} cannot be combined with ${quote(beside)}.`;
  }
  return `${quote(key)} is not known here. ${suggest(key, names)}`;
}

export function missingKey(key: string): string {
  return `${quote(key)} is missing.`;
}

/** Describes a value that is not one of a few choices. */
export function unknownName(value: unknown, choices: readonly string[]): string {
  // A text that does not look like a choice may be a secret, so it is not quoted.
  const isName = typeof value === 'string' && WORD.test(value);
  if (!isName) return `Expected one of ${choices.join(', ')}.`;
  return `${quote(value)} is not known here. ${suggest(value, choices)}`;
}

/** Suggests the name that was probably meant; if there is none, lists all names. */
export function suggest(given: string, names: readonly string[]): string {
  const typos = Math.min(MAX_TYPOS, Math.floor(given.length / 2));
  const [meant] = nearestNames(given, names, typos);
  if (meant !== undefined) return `Did you mean "${meant}"?`;
  return names.length > 0 ? `Known names: ${names.join(', ')}.` : 'No names are known here.';
}
