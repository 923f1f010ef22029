/** Converts a scalar to text; `undefined` for anything else, such as `null` or a list. */
export function textOf(value: unknown): string | undefined {
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
}
