import type { ParsedResponse } from '../http/response.js';

/** The values of variables, by name. A variable without a value is absent or `undefined`. */
export type Values = ReadonlyMap<string, unknown>;

/** The context in which templates, paths and conditions are evaluated. */
export interface Scope {
  /** The response that conditions and headers refer to. */
  readonly response: ParsedResponse;
  /** The value of `$`: the body of the response, or one item of a list in it. */
  readonly root: unknown;
  readonly values: Values;
}
