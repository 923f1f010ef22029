/** Data is not nested deeper; what is, is no data. */
const DEEPEST = 6;

/** Every text in a piece of data, however deep: what a server said, or what a story gave a tag. */
export function textsWithin(data: unknown, depth = 0): readonly string[] {
  if (typeof data === 'string') return [data];
  if (typeof data !== 'object' || data === null || data instanceof Node || depth > DEEPEST)
    return [];
  return Object.values(data).flatMap((value) => textsWithin(value, depth + 1));
}
