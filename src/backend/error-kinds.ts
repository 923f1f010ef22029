import { ownData } from './own.js';

/** A proof that a person can give for step-up: the password, or a one-time code. */
export type StepUpProof = 'password' | 'code';

/** The meaning of an error kind, besides its message. An absent property means no. */
export interface ErrorKindTraits {
  /** Trying again does not help: the person has to sign in again, or cannot continue at all. */
  readonly endsSignIn?: true;
  /**
   * The server may say how long to wait (`retryAfter`): because this try came too soon, or because the
   * next one has to wait after this was refused.
   */
  readonly waits?: 'this-try' | 'next-try';
  /** The proof that was refused. It has to be typed again as a whole. */
  readonly refuses?: StepUpProof;
  /** The server looked at what was asked, and did not do it. */
  readonly refusesRequest?: true;
  /** The account cannot have another app. */
  readonly refusesEnrollment?: true;
  /** The server may not have what was requested at all. */
  readonly isMissing?: true;
  /** The server may have done it all the same, unless the status of its response says otherwise. */
  readonly mayHaveSucceeded?: true;
}

/** Every error kind. To add one, add a row: the compiler then asks for its message. */
const kinds = {
  'invalid-code': { refusesRequest: true, refuses: 'code', waits: 'next-try' },
  'code-reused': { refusesRequest: true, refuses: 'code', waits: 'next-try' },
  'invalid-password': { refusesRequest: true, refuses: 'password', waits: 'next-try' },
  'invalid-recovery-code': { refusesRequest: true, waits: 'next-try' },
  'rate-limited': { waits: 'this-try' },
  locked: { waits: 'this-try' },
  'enrollment-expired': { refusesRequest: true },
  'login-expired': { endsSignIn: true },
  'signed-out': { endsSignIn: true },
  'step-up-required': {},
  'redirect-required': {},
  'already-linked': { refusesRequest: true, refusesEnrollment: true },
  'not-found': { isMissing: true },
  'limit-reached': { refusesRequest: true, refusesEnrollment: true },
  forbidden: {},
  csrf: {},
  offline: {},
  timeout: { mayHaveSucceeded: true },
  unavailable: { waits: 'this-try', mayHaveSucceeded: true },
  'unknown-outcome': { mayHaveSucceeded: true },
  misconfigured: { endsSignIn: true, isMissing: true },
  unexpected: { mayHaveSucceeded: true },
} as const satisfies Readonly<Record<string, ErrorKindTraits>>;

/** One of {@link MFA_ERROR_KINDS}. */
export type MfaErrorKind = keyof typeof kinds;

/** The traits of each error kind. */
export const ERROR_KINDS: Readonly<Record<MfaErrorKind, ErrorKindTraits>> = ownData(kinds);

/**
 * Returns a kind as it is, and any other text as `unexpected`: in production, neither the code nor the
 * definition of a page is checked.
 */
export const errorKindOf = (kind: string): MfaErrorKind =>
  Object.hasOwn(kinds, kind) ? (kind as MfaErrorKind) : 'unexpected';

/** Whether trying again does not help: the person has to sign in again, or cannot continue at all. */
export const endsSignIn = ({ kind }: { readonly kind: MfaErrorKind }): boolean =>
  ERROR_KINDS[kind].endsSignIn === true;
