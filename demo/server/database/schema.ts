/**
 * The tables, as Kysely knows them.
 *
 * Nothing here can be used by who reads it: passwords and recovery codes are scrypt hashes, cookies
 * are SHA-256 hashes, shared secrets are sealed (secret-box.ts). There are no `bigint` and `bytea`
 * columns, because PGlite and pg hand those over as different JavaScript types.
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
  /** Right password given, second factor still due. Not a session, and never turns into one. */
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
    /** No second factor was given in it yet. */
    by_remembered_device: boolean;
  };
  /** Browsers that are not asked for a code at the next sign-in. */
  remembered_devices: {
    id: string;
    token_hash: string;
    account_id: string;
    created_at: Date;
    expires_at: Date;
  };
  /** Links that wait for their first right code. Belongs to one sign-in or to one session. */
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
  /** Wrong tries in a row. `subject` is a scope and what it counts for (throttle.ts). */
  attempt_counters: {
    subject: string;
    failures: number;
    blocked_until: Date | null;
    updated_at: Date;
  };
}
