import { isJsonObject } from './json-schema.js';

const MAX_DEPTH = 4;
const MAX_KEYS = 20;
const MAX_LENGTH = 600;
/** A key that may be a value, such as a recovery code or an address, is not shown. */
const PLAIN_KEY = /^[\w$.:/-]{1,40}$/;
const LIKE_A_CODE = /(?:\d\D*){3}/;

/**
 * Describes the shape of a response without its values: keys, types, and lengths of texts and lists.
 *
 * @example `{ code: text(12), errors: [2 × { field: text(4) }] }`
 */
export function describeShape(body: unknown): string {
  const shape = shapeOf(body, 0);
  return shape.length > MAX_LENGTH ? `${shape.slice(0, MAX_LENGTH)}…` : shape;
}

/** Returns `true` if a key can be shown: it is a name and does not look like a value. */
export function isPlainKey(key: string): boolean {
  return PLAIN_KEY.test(key) && !LIKE_A_CODE.test(key);
}

function shapeOf(value: unknown, depth: number): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return `text(${value.length})`;
  if (Array.isArray(value)) return listShape(value, depth);
  return isJsonObject(value) ? objectShape(value, depth) : typeof value;
}

/** Items of a list are usually alike, so only the first is described. */
function listShape(items: readonly unknown[], depth: number): string {
  if (items.length === 0) return '[]';
  return depth === MAX_DEPTH ? '[…]' : `[${items.length} × ${shapeOf(items[0], depth + 1)}]`;
}

function objectShape(value: Readonly<Record<string, unknown>>, depth: number): string {
  const keys = Object.keys(value);
  if (keys.length === 0) return '{}';
  if (depth === MAX_DEPTH) return '{…}';
  const shown = keys.slice(0, MAX_KEYS).map((key) => {
    const name = isPlainKey(key) ? key : `(key of ${key.length})`;
    return `${name}: ${shapeOf(value[key], depth + 1)}`;
  });
  if (keys.length > MAX_KEYS) shown.push('…');
  return `{ ${shown.join(', ')} }`;
}
