import { isJsonObject } from './json-schema.js';

const MAX_DEPTH = 4;
const MAX_KEYS = 20;
const MAX_LENGTH = 600;
/** A key that may as well be a value, such as a recovery code or an address, is not shown. */
const PLAIN_KEY = /^[\w$.:/-]{1,40}$/;
const LIKE_A_CODE = /(?:\d\D*){3}/;

/**
 * What an answer looks like, without anything it says: names of keys, types, and how long texts and
 * lists are. `{ code: text(12), errors: [2 × { field: text(4) }] }`.
 */
export function describeShape(body: unknown): string {
  const shape = shapeOf(body, 0);
  return shape.length > MAX_LENGTH ? `${shape.slice(0, MAX_LENGTH)}…` : shape;
}

/** Whether a key can be shown: it is a name, and looks like no value. */
export function isPlainKey(key: string): boolean {
  return PLAIN_KEY.test(key) && !LIKE_A_CODE.test(key);
}

function shapeOf(value: unknown, depth: number): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return `text(${value.length})`;
  if (Array.isArray(value)) return listShape(value, depth);
  return isJsonObject(value) ? objectShape(value, depth) : typeof value;
}

/** Lists are mostly of things that are alike: the first stands for all. */
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
