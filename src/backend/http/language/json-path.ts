import { MfaError } from '../mfa-error.js';

/** The names and indexes that lead to a value, from the root down. */
export type JsonPath = readonly (string | number)[];

const SEGMENT =
  /\.(?<name>[A-Za-z_\u0080-\u{10FFFF}][\w\u0080-\u{10FFFF}]*)|\['(?<single>[^'\\]*)'\]|\["(?<double>[^"\\]*)"\]|\[(?<index>0|[1-9]\d{0,8})\]/uy;

/** Names that lead out of the data when code is careless (C30). */
const REFUSED_NAMES = ['__proto__', 'constructor', 'prototype'];

/**
 * Reads a JSONPath: the part of RFC 9535 that names one place. `$`, `.name`, `['any name']`, `[0]`.
 *
 * @throws MfaError `misconfigured` that names what is not understood.
 */
export function parseJsonPath(text: string): JsonPath {
  if (!text.startsWith('$')) refuse(text, 'begins with $');
  const path: (string | number)[] = [];
  SEGMENT.lastIndex = 1;
  while (SEGMENT.lastIndex < text.length) {
    const at = SEGMENT.lastIndex;
    const { name, single, double, index } = SEGMENT.exec(text)?.groups ?? {};
    const key = name ?? single ?? double;
    if (index !== undefined) path.push(Number(index));
    else if (key === undefined)
      refuse(text, `has only .name, ['name'] and [0], not "${text.slice(at)}"`);
    else if (REFUSED_NAMES.includes(key)) refuse(text, `does not go through ${key}`);
    else path.push(key);
  }
  return path;
}

/** What is at that place; `undefined` where nothing is. Only what the data itself holds. */
export function readJsonPath(root: unknown, text: string): unknown {
  let value = root;
  for (const key of parseJsonPath(text)) {
    if (typeof value !== 'object' || value === null) return undefined;
    // RFC 9535, 2.3: an index selects from an array only, and a name from an object only.
    if (Array.isArray(value) !== (typeof key === 'number')) return undefined;
    if (!Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

function refuse(text: string, expected: string): never {
  throw new MfaError('misconfigured', `Path ${JSON.stringify(text)}: a path ${expected}.`);
}
