import { parseJsonPath, readJsonPath } from './json-path.js';

/** Returns `true` if any part of a mapping reads the body of the response. */
export function readsBody(mapping: unknown): boolean {
  if (typeof mapping === 'string') return mapping.startsWith('$');
  return typeof mapping === 'object' && Object.values(mapping ?? {}).some(readsBody);
}

/** Returns `true` if any part of a mapping reads from a list that is the body itself: `$`, `$[0]`, `$[*]`. */
export function readsList(mapping: unknown): boolean {
  if (typeof mapping === 'string') {
    return mapping.startsWith('$') && typeof parseJsonPath(mapping)[0] !== 'string';
  }
  // The paths of `$as` start at an item.
  return Object.entries(mapping ?? {}).some(([key, part]) => key !== '$as' && readsList(part));
}

/** Returns `true` if any part of a mapping finds a value in the body of the response. The body itself is none. */
export function findsAny(mapping: unknown, body: unknown): boolean {
  if (typeof mapping === 'string') {
    return /^\$./.test(mapping) && (readJsonPath(body, mapping) ?? undefined) !== undefined;
  }
  return (
    typeof mapping === 'object' &&
    Object.entries(mapping ?? {}).some(([key, part]) => key !== '$as' && findsAny(part, body))
  );
}
