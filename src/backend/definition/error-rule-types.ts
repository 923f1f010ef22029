import type { MfaErrorKind, StepUpProof } from '../mfa-error.js';
import type { Value } from './mapping-types.js';
import type { Condition, HeaderName, Path } from './notations.js';

/** The error kind of a response that matches this condition. */
export interface ErrorRule extends Condition {
  readonly kind: MfaErrorKind;
  /**
   * The source of the time to wait: after too many tries, or after a refused code or password that was the
   * last for now. In a list, the first that has one. Default: header `Retry-After`.
   */
  readonly retryAfter?: RetryAfterSource | readonly RetryAfterSource[];
  /** The number of tries left: a path, or the maximum and the number used. */
  readonly attemptsLeft?: Path | { readonly most: Path; readonly used: Path };
  /** The proofs that the server accepts. With `step-up-required`. */
  readonly stepUp?: Path | readonly (StepUpProof | ConditionalProof)[];
  /** The page to navigate to: absolute, or relative to the base URL. With `redirect-required`. */
  readonly redirectTo?: Value;
}

/** A proof that the server accepts only if the condition holds. */
export interface ConditionalProof {
  /** Accepts the proof only if this condition holds. With a list, any of them counts. */
  readonly $when: Condition | readonly Condition[];
  /** The proof if the condition holds. */
  readonly $value: StepUpProof;
}

/** A header or a path in the body, each with a unit, or a fixed number of seconds. */
export type RetryAfterSource =
  | { readonly header: HeaderName; readonly unit?: RetryAfterUnit }
  | { readonly path: Path; readonly unit?: RetryAfterUnit }
  | Seconds;

/**
 * `seconds` (or an HTTP date), `milliseconds`, or `epoch`: the moment at which the wait ends, in seconds
 * since 1970. A moment or date is measured from the `Date` header of the response; if the page may not
 * read that header, the next source counts. Default `seconds`.
 */
export type RetryAfterUnit = 'seconds' | 'milliseconds' | 'epoch';

/**
 * @minimum 0
 * @maximum 3600
 */
type Seconds = number;
