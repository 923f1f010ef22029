import type { MfaErrorKind, StepUpProof } from '../mfa-error.js';
import type { Value } from './mapping-types.js';
import type { Condition, HeaderName, Path } from './notations.js';

/** What it means when an answer is like this. */
export interface ErrorRule extends Condition {
  readonly kind: MfaErrorKind;
  /** Where the time to wait is; of a list, the first that has one. Default header `Retry-After`. */
  readonly retryAfter?: RetryAfterSource | readonly RetryAfterSource[];
  /** The number of tries left: where it is, or the most there are and how many are used. */
  readonly attemptsLeft?: Path | { readonly most: Path; readonly used: Path };
  /** Which proofs the server takes. With `step-up-required`. */
  readonly stepUp?: Path | readonly (StepUpProof | ConditionalProof)[];
  /** Where the person is sent: a whole address, or one relative to the base URL. With `redirect-required`. */
  readonly redirectTo?: Value;
}

/** A proof that the server takes only when the condition holds. */
export interface ConditionalProof {
  /** The server takes it only when this holds; of a list, when one of them does. */
  readonly $when: Condition | readonly Condition[];
  /** The proof, when the condition holds. */
  readonly $value: StepUpProof;
}

/** A header or a path in the body, each in a unit of its own, or always so many seconds. */
export type RetryAfterSource =
  | { readonly header: HeaderName; readonly unit?: RetryAfterUnit }
  | { readonly path: Path; readonly unit?: RetryAfterUnit }
  | Seconds;

/**
 * `seconds` (or an HTTP date), `milliseconds`, or `epoch`: the moment at which it ends, in seconds
 * since 1970. A moment or date counts from the header `Date` of the answer; where a page may not read
 * that, the next source counts. Default `seconds`.
 */
export type RetryAfterUnit = 'seconds' | 'milliseconds' | 'epoch';

/**
 * @minimum 0
 * @maximum 3600
 */
type Seconds = number;
