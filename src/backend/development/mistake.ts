/** A mistake in a definition. */
export interface Mistake {
  /** The JSON pointer of its place (RFC 6901). */
  readonly pointer: string;
  /** A sentence that says what is wrong and what is expected. Never holds a value that may be secret. */
  readonly message: string;
  /** The definition works nevertheless. */
  readonly isHarmless?: true;
}

/** Longer names are cut off: a long text may not be a name but a secret. */
const LONGEST_NAME = 60;

/** Appends a key or an index to a JSON pointer (RFC 6901, section 4). */
export function pointTo(pointer: string, key: string | number): string {
  const token = String(key).slice(0, LONGEST_NAME);
  return `${pointer}/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Quotes a name, with control characters escaped. */
export function quote(name: string): string {
  return JSON.stringify(name.slice(0, LONGEST_NAME));
}
