import type { Condition } from './definition.js';
import { readJsonPath } from './json-path.js';
import type { Answer } from './read-answer.js';

/** Whether an answer is like this: everything the condition names has to hold. */
export function matches(condition: Condition, answer: Answer): boolean {
  const { status, redirected, path, equals, startsWith, exists } = condition;
  if (status !== undefined && ![status].flat().includes(answer.status)) return false;
  if (redirected !== undefined && redirected !== answer.redirected) return false;
  if (path === undefined) return true;
  const value = readJsonPath(answer.body, path);
  if (exists !== undefined && exists !== (value !== undefined)) return false;
  if (equals !== undefined && equals !== value) return false;
  if (startsWith === undefined) return true;
  return typeof value === 'string' && value.startsWith(startsWith);
}
