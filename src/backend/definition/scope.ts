import type { Answer } from '../http/response.js';

/** What every named variable is worth now; one without a value is absent or `undefined`. */
export type Values = ReadonlyMap<string, unknown>;

/** What templates, paths and conditions are read against. */
export interface Scope {
  /** The answer that conditions and headers are about. */
  readonly answer: Answer;
  /** What `$` is: the body of the answer, or one item of a list in it. */
  readonly root: unknown;
  readonly values: Values;
}
