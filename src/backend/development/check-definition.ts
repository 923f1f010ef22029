import type { BackendDefinition } from '../definition/definition.js';
import { MfaError } from '../mfa-error.js';
import { findMistakes } from './find-mistakes.js';

/**
 * What is wrong with a backend definition: the place of the first mistake (a JSON pointer, RFC 6901),
 * and what is right there. It repeats no value, which might be secret, but a single unknown word.
 *
 * What does no harm is not told here: of a preset, the addresses that a page gives by attribute may leave
 * something over that nobody can mend.
 *
 * @returns `undefined` for a definition that makes sense.
 */
export function describeMistake(given: unknown): string | undefined {
  const [first, ...others] = findMistakes(given).filter(({ isHarmless }) => !isHarmless);
  if (!first) return undefined;
  const { pointer, message } = first;
  const more = others.length > 0 ? ` (${others.length} more.)` : '';
  return `The backend definition is not right at ${JSON.stringify(pointer)}: ${message}${more}`;
}

/**
 * Whether a value is a backend definition, and one that makes sense. For development: in production a
 * definition that is not right fails when it is used.
 *
 * @throws MfaError `misconfigured` with what {@link describeMistake} says.
 */
export function checkDefinition(given: unknown): asserts given is BackendDefinition {
  const mistake = describeMistake(given);
  if (mistake !== undefined) throw new MfaError('misconfigured', mistake);
}
