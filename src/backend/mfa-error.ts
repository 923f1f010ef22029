/**
 * Every way in which asking a server for something can fail, as the person at the screen meets it.
 * The list is closed: a backend definition maps each answer to one of these, and each has its own
 * sentence in every locale.
 */
export const MFA_ERROR_KINDS = [
  'invalid-code',
  'code-reused',
  'invalid-password',
  'invalid-recovery-code',
  'rate-limited',
  'locked',
  'enrollment-expired',
  'login-expired',
  'signed-out',
  'step-up-required',
  'redirect-required',
  'already-linked',
  'not-found',
  'limit-reached',
  'forbidden',
  'csrf',
  'offline',
  'timeout',
  'unavailable',
  'unknown-outcome',
  'misconfigured',
  'unexpected',
] as const;

/** One of {@link MFA_ERROR_KINDS}. */
export type MfaErrorKind = (typeof MFA_ERROR_KINDS)[number];

/** What a person can show to prove once more that it is them. */
export type StepUpProof = 'password' | 'code';

/** The facts that may travel with a kind. All are optional; none is ever a secret. */
export interface MfaErrorFacts {
  /** Whole seconds to wait before the next try. With `rate-limited`, `locked` and `unavailable`. */
  readonly retryAfter?: number;
  /** Tries left before the account is locked. With `invalid-code` and its siblings. */
  readonly attemptsLeft?: number;
  /**
   * Which proofs the server accepts. With `step-up-required`, and with the error of a proof that went
   * along with the operation itself and was refused.
   */
  readonly stepUp?: readonly StepUpProof[];
  /**
   * Whole seconds that this device's clock is ahead of the server's (behind: negative), as far as the
   * answer's `Date` proves it: the round trip and the rounding of the header are taken off. Absent
   * where the answer had no `Date` that may be read.
   */
  readonly clockSkew?: number;
  /** HTTP status of the answer, when there was one. */
  readonly status?: number;
}

/** A fact that is `undefined` is not known, as if it were left out. */
type GivenFacts = { readonly [Fact in keyof MfaErrorFacts]: MfaErrorFacts[Fact] | undefined };

/**
 * The only error a backend may reject with.
 *
 * `message` is for developers and holds no request or answer body: a code, a password or a secret
 * may have been in it (C4).
 */
export class MfaError extends Error {
  override readonly name = 'MfaError';
  readonly kind: MfaErrorKind;
  readonly facts: MfaErrorFacts;

  /**
   * @param kind What happened, from the closed list.
   * @param message One sentence for a developer that says what to do next; never holds a secret.
   * @param facts What may be told about it.
   */
  constructor(kind: MfaErrorKind, message: string, facts: GivenFacts = {}) {
    super(message);
    this.kind = kind;
    // A backend of the page's own may have reckoned with what was not there.
    const known = Object.entries(facts).filter(([, fact]) =>
      typeof fact === 'number' ? Number.isFinite(fact) : fact !== undefined,
    );
    this.facts = Object.freeze(Object.fromEntries(known));
  }

  /** Any thrown value as an MfaError: itself when it is one, `unexpected` otherwise. */
  static from(thrown: unknown): MfaError {
    if (thrown instanceof MfaError) return thrown;
    return new MfaError('unexpected', 'The backend threw something that is not an MfaError.');
  }
}
