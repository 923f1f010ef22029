import { own } from './own.js';
import { ERROR_KINDS, errorKindOf, type MfaErrorKind, type StepUpProof } from './error-kinds.js';

export type { MfaErrorKind, StepUpProof } from './error-kinds.js';

/**
 * All kinds of failure that a backend can report. The list is closed: a backend definition maps each
 * failed response to one of them, and each has its own message in every locale.
 */
export const MFA_ERROR_KINDS = Object.keys(ERROR_KINDS) as readonly MfaErrorKind[];

/** The longest wait in seconds: a longer one is for a person to find out, not for a counter (C65). */
export const LONGEST_WAIT = 3600;
/** The wait in seconds after too many tries, if the server does not say how long (C65). */
export const DEFAULT_WAIT = 30;

/** Details of an {@link MfaError}. All are optional, and none is ever a secret. */
export interface MfaErrorFacts {
  /**
   * Whole seconds to wait before the next try. With `rate-limited`, `locked` and `unavailable`; with
   * `invalid-code` and related kinds if this was the last try for now.
   */
  readonly retryAfter?: number;
  /** Tries left before the account is locked. With `invalid-code` and related kinds. */
  readonly attemptsLeft?: number;
  /**
   * The proofs that the server accepts. With `step-up-required`, and with the error of an operation
   * that sends its proof itself, if that proof was refused.
   */
  readonly stepUp?: readonly StepUpProof[];
  /**
   * Whole seconds that this device's clock is ahead of the server's; negative if it is behind. It is
   * what the `Date` of the response proves: the round trip and the rounding of the header are
   * subtracted. Absent if the response had no `Date` that the page may read.
   */
  readonly clockSkew?: number;
  /** The HTTP status of the response, if there was one. */
  readonly status?: number;
}

/** `undefined` is the same as omitting the fact. */
type GivenFacts = { readonly [Fact in keyof MfaErrorFacts]: MfaErrorFacts[Fact] | undefined };

const wholeNumber = (fact: unknown): number | undefined => {
  const isText = typeof fact === 'string' && fact.trim() !== '';
  const number = isText || typeof fact === 'number' ? Math.ceil(Number(fact)) : NaN;
  return Number.isFinite(number) ? number : undefined;
};

const proofs = (fact: unknown): readonly StepUpProof[] | undefined =>
  Array.isArray(fact)
    ? fact.filter((proof): proof is StepUpProof => proof === 'password' || proof === 'code')
    : undefined;

/** How each fact is read. */
const READERS: {
  readonly [Fact in keyof Required<MfaErrorFacts>]: (fact: unknown) => MfaErrorFacts[Fact];
} = {
  retryAfter: wholeNumber,
  attemptsLeft: wholeNumber,
  stepUp: proofs,
  clockSkew: wholeNumber,
  status: wholeNumber,
};

/** Drops what is no fact: a custom backend may compute NaN from a missing value, or pass on a header as it is. */
function readFacts(given: GivenFacts): MfaErrorFacts {
  const known = Object.entries(READERS).flatMap(([name, read]) => {
    const fact = Object.hasOwn(given, name) ? read(given[name as keyof MfaErrorFacts]) : undefined;
    return fact === undefined ? [] : [[name, fact] as const];
  });
  return Object.fromEntries(known);
}

/**
 * Returns a cause without doubt of its own. A page in JavaScript may give any value, such as the error of `fetch`;
 * that says no more than none.
 */
function readCause(cause: unknown): MfaError | undefined {
  if (!(cause instanceof MfaError)) return undefined;
  return cause.kind === 'unknown-outcome' ? cause.cause : cause;
}

/**
 * The only error that a backend rejects with.
 *
 * `message` is for developers. It contains no request or response body, because a code, a password or
 * a secret may have been in it (C4).
 */
export class MfaError extends Error {
  override readonly name = 'MfaError';
  readonly kind: MfaErrorKind;
  readonly facts: MfaErrorFacts;
  /** With `unknown-outcome`: what came in place of a response that says whether the change was made. */
  override readonly cause: MfaError | undefined;

  /**
   * @param kind One of {@link MFA_ERROR_KINDS}; any other counts as `unexpected`.
   * @param message One sentence that tells a developer what to do next. It never contains a secret.
   * @param facts Details that the elements show or act on.
   * @param cause With `unknown-outcome`: the error that it is if the change was not made.
   */
  constructor(kind: MfaErrorKind, message: string, facts: GivenFacts = {}, cause?: MfaError) {
    super(message);
    this.kind = errorKindOf(kind);
    const known = readCause(cause);
    // A custom backend need not say.
    this.cause =
      this.kind === 'unknown-outcome'
        ? (known ?? new MfaError('unavailable', message, facts))
        : known;
    this.facts = Object.freeze(own(readFacts(facts)));
  }

  /** Returns an MfaError as it is, and any other thrown value as `unexpected`. */
  static from(thrown: unknown): MfaError {
    if (thrown instanceof MfaError) return thrown;
    return new MfaError('unexpected', 'The backend threw something that is not an MfaError.');
  }
}
