import { parseJsonPath, readJsonPath } from './json-path.js';

/** Returns `true` if a path in a mapping passes a test. The paths of `$as` start at an item, and do not count. */
function somePath(mapping: unknown, test: (path: string) => boolean): boolean {
  if (typeof mapping === 'string') return mapping.startsWith('$') && test(mapping);
  return Object.entries(mapping ?? {}).some(([key, part]) => key !== '$as' && somePath(part, test));
}

/** Returns `true` if any part of a mapping reads the body of the response. */
export const readsBody = (mapping: unknown): boolean => somePath(mapping, () => true);

/** Returns `true` if any part of a mapping reads from a list that is the body itself: `$`, `$[0]`, `$[*]`. */
export const readsList = (mapping: unknown): boolean =>
  somePath(mapping, (path) => typeof parseJsonPath(path)[0] !== 'string');

/** Returns `true` if any part of a mapping finds a value in the body of the response. The body itself is none. */
export const findsAny = (mapping: unknown, body: unknown): boolean =>
  somePath(
    mapping,
    (path) => path !== '$' && (readJsonPath(body, path) ?? undefined) !== undefined,
  );
