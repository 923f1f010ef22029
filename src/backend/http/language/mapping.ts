import type { ResultMapping } from './definition.js';
import { readJsonPath } from './json-path.js';

/**
 * What a mapping makes of an answer. It only gathers: what it gathers is checked in results.ts.
 *
 * @returns `undefined` where the answer has nothing, so that an optional field can be left out.
 */
export function mapResult(mapping: ResultMapping, body: unknown): unknown {
  if (typeof mapping === 'string') {
    return mapping.startsWith('$') ? readJsonPath(body, mapping) : mapping;
  }
  if (typeof mapping !== 'object') return mapping;
  if (isList(mapping)) {
    const items = readJsonPath(body, mapping.$each);
    return Array.isArray(items) ? items.map((item) => mapResult(mapping.$as, item)) : undefined;
  }
  return Object.fromEntries(
    Object.entries(mapping).map(([field, part]) => [field, mapResult(part, body)]),
  );
}

function isList(
  mapping: Exclude<ResultMapping, string | number | boolean>,
): mapping is { readonly $each: string; readonly $as: ResultMapping } {
  return Object.hasOwn(mapping, '$each');
}
