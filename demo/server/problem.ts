/** Every problem kind this backend answers with: its HTTP status and a title for developers. */
const PROBLEMS = {
  'invalid-code': [422, 'The code is not right.'],
  'code-reused': [422, 'The code was used before; wait for the next one.'],
  'invalid-recovery-code': [422, 'The recovery code is not right or was used before.'],
  'invalid-password': [422, 'The password is not right.'],
  'signed-out': [401, 'Nobody is signed in.'],
  'login-expired': [401, 'This sign-in took too long; begin again with the password.'],
  'step-up-required': [403, 'Prove once more who you are before this.'],
  csrf: [403, 'The request did not come from a page of this site.'],
  forbidden: [403, 'This is not possible now.'],
  'not-found': [404, 'This does not exist.'],
  'already-linked': [409, 'An app is linked already; sign in with its code.'],
  'limit-reached': [409, 'No more apps can be linked to this account.'],
  'enrollment-expired': [410, 'This enrollment is over; begin a new one.'],
  locked: [423, 'Too many wrong tries; the account is locked.'],
  'rate-limited': [429, 'Too many wrong tries; wait before the next one.'],
  unavailable: [503, 'The server cannot answer now; try again later.'],
  unexpected: [500, 'Something went wrong.'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemKind = keyof typeof PROBLEMS;

/** What may travel with a problem. */
export interface ProblemFacts {
  /** Tries left before the next wait. */
  readonly attemptsLeft?: number;
  /** Which proofs are accepted, with `step-up-required`. */
  readonly stepUp?: readonly ('password' | 'code')[];
  /** Whole seconds, sent as `Retry-After` (RFC 9110 section 10.2.3). */
  readonly retryAfter?: number;
  /** Replaces the status of the kind: 400, 413 and 415 are all `unexpected`. */
  readonly status?: number;
  /** Replaces the title of the kind. Never holds anything that came in with the request. */
  readonly title?: string;
}

/** Thrown anywhere, answered as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly kind: ProblemKind;
  readonly status: number;
  readonly retryAfter: number | undefined;
  /** The JSON of the answer. */
  readonly body: Readonly<Record<string, unknown>>;

  constructor(kind: ProblemKind, facts: ProblemFacts = {}) {
    const [usualStatus, usualTitle] = PROBLEMS[kind];
    const { retryAfter, status = usualStatus, title = usualTitle, ...members } = facts;
    super(title);
    this.kind = kind;
    this.status = status;
    this.retryAfter = retryAfter;
    this.body = { type: `urn:mfa-elements:problem:${kind}`, title, status, ...members };
  }
}
