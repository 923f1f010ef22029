/**
 * The types of the tables for Kysely.
 *
 * A copy of the database alone gives no access: passwords and recovery codes are scrypt hashes, cookies are
 * SHA-256 hashes, and shared secrets are encrypted (secret-box.ts). There are no `bigint` and `bytea`
 * columns, because PGlite and pg return them as different JavaScript types.
 */
export interface Schema {
  accounts: {
    id: string;
    /** Normalised (accounts.ts). */
    email: string;
    name: string;
    password_hash: string;
    created_at: Date;
  };
  /** The password was right, and the second factor is still due. It never becomes a session. */
  sign_ins: {
    id: string;
    token_hash: string;
    account_id: string;
    created_at: Date;
    expires_at: Date;
  };
  sessions: {
    id: string;
    token_hash: string;
    account_id: string;
    created_at: Date;
    expires_at: Date;
    last_seen_at: Date;
    stepped_up_at: Date | null;
    /** True as long as no second factor was given in the session. */
    by_remembered_device: boolean;
  };
  /** Browsers that need no code at the next sign-in. */
  remembered_devices: {
    id: string;
    token_hash: string;
    account_id: string;
    created_at: Date;
    expires_at: Date;
  };
  /** Pending enrollments, which wait for their first right code. Each belongs to one sign-in or session. */
  enrollments: {
    id: string;
    account_id: string;
    sign_in_id: string | null;
    session_id: string | null;
    sealed_secret: string;
    created_at: Date;
    expires_at: Date;
  };
  authenticators: {
    id: string;
    account_id: string;
    name: string;
    sealed_secret: string;
    /** The time step (RFC 6238) of the last code that was accepted. */
    last_step: number;
    created_at: Date;
    last_used_at: Date | null;
  };
  recovery_code_sets: {
    account_id: string;
    salt: string;
    created_at: Date;
  };
  recovery_codes: {
    id: string;
    account_id: string;
    code_hash: string;
    used_at: Date | null;
  };
  /** Consecutive wrong tries. `subject` consists of a scope and the counted account (throttle.ts). */
  attempt_counters: {
    subject: string;
    failures: number;
    blocked_until: Date | null;
    updated_at: Date;
  };
}
