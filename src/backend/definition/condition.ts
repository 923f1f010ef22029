import type { Condition } from './notations.js';
import { selectNodes } from './json-path.js';
import type { Scope } from './scope.js';
import { fillValue } from './template.js';

/** Limit of the text that a regular expression of a definition is tested against, in characters. */
const LONGEST_MATCH = 1000;

/** Returns the first condition that holds. */
export function findHolding(
  conditions: Condition | readonly Condition[],
  scope: Scope,
): Condition | undefined {
  return [conditions].flat().find((condition) => holds(condition, scope));
}

/** Returns `true` if everything that the condition names holds for the response. */
export function holds(condition: Condition, scope: Scope): boolean {
  const { status, redirected, empty, all, not } = condition;
  const { equals, startsWith, contains, matches, exists } = condition;
  const { response } = scope;
  if (status !== undefined && ![status].flat().includes(response.status)) return false;
  if (redirected !== undefined && redirected !== response.redirected) return false;
  if (empty !== undefined && empty !== (response.instead === 'no body')) return false;
  if (all?.some((one) => !holds(one, scope)) || (not && holds(not, scope))) return false;
  if (!looksSomewhere(condition)) return true;
  const found = lookUp(condition, scope);
  const someText = (test: (text: string) => boolean): boolean =>
    found.some((value) => typeof value === 'string' && test(value));
  if ('equals' in condition) return found.includes(equals);
  if (startsWith !== undefined) return someText((text) => text.startsWith(startsWith));
  if (contains !== undefined) return someText((text) => text.includes(contains));
  if (matches !== undefined) {
    const pattern = new RegExp(matches, 'u');
    return someText((text) => text.length <= LONGEST_MATCH && pattern.test(text));
  }
  return found.some((value) => value !== null && value !== undefined) === (exists ?? true);
}

const looksSomewhere = ({ path, header, value }: Condition): boolean =>
  (path ?? header ?? value) !== undefined;

function lookUp(
  { path, header, value }: Condition,
  { response, root, values }: Scope,
): readonly unknown[] {
  if (path !== undefined) return selectNodes(root, path);
  const found =
    header === undefined ? fillValue(value ?? '', values) : response.headers.get(header);
  return found === undefined || found === null ? [] : [found];
}
