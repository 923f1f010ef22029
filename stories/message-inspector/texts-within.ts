/** Data is not nested deeper than this. */
const DEEPEST = 6;

/** Collects every text in a piece of data, such as a response or the arguments of a story. */
export function textsWithin(data: unknown, depth = 0): readonly string[] {
  if (typeof data === 'string') return [data];
  if (typeof data !== 'object' || data === null || data instanceof Node || depth > DEEPEST)
    return [];
  return Object.values(data).flatMap((value) => textsWithin(value, depth + 1));
}
