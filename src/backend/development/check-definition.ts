import type { BackendDefinition } from '../definition/definition.js';
import { MfaError } from '../mfa-error.js';
import { findMistakes } from './find-mistakes.js';

/**
 * Describes the first mistake in a backend definition: its place (a JSON pointer, RFC 6901) and what is
 * expected there. It repeats no value, which might be secret, except a single unknown word.
 *
 * Harmless mistakes are not reported: URL attributes may replace the only use of a variable in a preset,
 * which the page cannot mend.
 *
 * @returns `undefined` for a valid definition.
 */
export function describeMistake(given: unknown): string | undefined {
  const [first, ...others] = findMistakes(given).filter(({ isHarmless }) => !isHarmless);
  if (!first) return undefined;
  const { pointer, message } = first;
  const more = others.length > 0 ? ` (${others.length} more.)` : '';
  return `The backend definition is wrong at ${JSON.stringify(pointer)}: ${message}${more}`;
}

/**
 * Asserts that a value is a valid backend definition. For development only: in production a wrong
 * definition fails when it is used.
 *
 * @throws MfaError `misconfigured` with the text of {@link describeMistake}.
 */
export function checkDefinition(given: unknown): asserts given is BackendDefinition {
  const mistake = describeMistake(given);
  if (mistake !== undefined) throw new MfaError('misconfigured', mistake);
}
