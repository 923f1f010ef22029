/** Something in a definition that is not right. */
export interface Mistake {
  /** Where it is (RFC 6901). */
  readonly pointer: string;
  /** What is wrong and what is right there, as a sentence. Never holds a value that may be secret. */
  readonly message: string;
  /** It works all the same. */
  readonly isHarmless?: true;
}

/** Longer names are cut off: nobody reads on, and what is no name may be secret. */
const LONGEST_NAME = 60;

/** The pointer of what a key or an index leads to (RFC 6901, section 4). */
export function pointTo(pointer: string, key: string | number): string {
  const token = String(key).slice(0, LONGEST_NAME);
  return `${pointer}/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** A name in quotes, with whatever is in it that is no plain character escaped. */
export function quote(name: string): string {
  return JSON.stringify(name.slice(0, LONGEST_NAME));
}
