/**
 * Returns every text that a value holds, at any depth: those of plain objects, collections, errors with their
 * causes and stacks, events with their details. Nodes are left out; what is in the page is read from the page.
 */
export function allText(value: unknown, seen = new Set<object>()): string {
  if (typeof value !== 'object' || value === null)
    return typeof value === 'function' ? '' : String(value);
  if (seen.has(value) || value instanceof Node || value === globalThis) return '';
  seen.add(value);
  return partsOf(value)
    .map((part) => allText(part, seen))
    .join('\n');
}

/** What is written in the prototype of these classes, and is no property of its own. */
const HELD: readonly (readonly [new (...given: never[]) => object, readonly string[]])[] = [
  [Error, ['name', 'message', 'stack', 'cause']],
  [AggregateError, ['errors']],
  [CustomEvent, ['detail']],
  [InputEvent, ['data']],
  [MessageEvent, ['data']],
  [KeyboardEvent, ['key']],
  [Request, ['url', 'headers', 'referrer']],
  [URL, ['href']],
];

function partsOf(value: object): unknown[] {
  const inherited = HELD.flatMap(([type, names]) =>
    value instanceof type ? names.map((name): unknown => Reflect.get(value, name)) : [],
  );
  const items = Symbol.iterator in value ? [...(value as Iterable<unknown>)] : [];
  const properties: unknown[] = Object.entries(value).flat();
  return [...inherited, ...items, ...properties];
}
