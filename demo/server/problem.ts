/** The problem kinds of this backend, each with its HTTP status and a title for developers. */
const PROBLEMS = {
  'invalid-code': [422, 'The code is wrong.'],
  'code-reused': [422, 'The code was used before; wait for the next one.'],
  'invalid-recovery-code': [422, 'The recovery code is wrong or was used before.'],
  'invalid-password': [422, 'The password is wrong.'],
  'signed-out': [401, 'The user is not signed in.'],
  'login-expired': [401, 'This sign-in took too long; start again with the password.'],
  'step-up-required': [403, 'This requires a step-up.'],
  csrf: [403, 'The request did not come from a page of this site.'],
  forbidden: [403, 'This is not possible now.'],
  'not-found': [404, 'This does not exist.'],
  'already-linked': [409, 'An app is linked already; sign in with its code.'],
  'limit-reached': [409, 'No more apps can be linked to this account.'],
  'enrollment-expired': [410, 'This enrollment has expired; start a new one.'],
  locked: [423, 'Too many wrong tries; the account is locked.'],
  'rate-limited': [429, 'Too many wrong tries; wait before the next one.'],
  unavailable: [503, 'The server is not available; try again later.'],
  unexpected: [500, 'Something went wrong.'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemKind = keyof typeof PROBLEMS;

/** The facts that a problem may contain. */
export interface ProblemFacts {
  /** The tries left before the next wait. */
  readonly attemptsLeft?: number;
  /** The accepted proofs, for `step-up-required`. */
  readonly stepUp?: readonly ('password' | 'code')[];
  /**
   * Whole seconds before the next try: a member, and the header `Retry-After` (RFC 9110 section 10.2.3), which a
   * page of another origin may not read.
   */
  readonly retryAfter?: number;
  /** Replaces the status of the kind: 400, 413 and 415 are all `unexpected`. */
  readonly status?: number;
  /** Replaces the title of the kind. Must not contain anything from the request. */
  readonly title?: string;
}

/** An error that becomes a response of type `application/problem+json` (RFC 9457), wherever it is thrown. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly kind: ProblemKind;
  readonly status: number;
  readonly retryAfter: number | undefined;
  /** The JSON of the response. */
  readonly body: Readonly<Record<string, unknown>>;

  constructor(kind: ProblemKind, facts: ProblemFacts = {}) {
    const [usualStatus, usualTitle] = PROBLEMS[kind];
    const { status = usualStatus, title = usualTitle, ...members } = facts;
    super(title);
    this.kind = kind;
    this.status = status;
    this.retryAfter = facts.retryAfter;
    this.body = { type: `urn:mfa-elements:problem:${kind}`, title, status, ...members };
  }
}
