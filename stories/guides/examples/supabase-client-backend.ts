import { MfaError, type MfaBackend, type MfaErrorKind } from 'mfa-elements';

/** The result of every method of supabase-js. */
type Result<Data> = Promise<
  | { readonly data: Data; readonly error: null }
  | { readonly data: null; readonly error: SupabaseError }
>;

interface SupabaseError {
  readonly name: string;
  /** Absent if no response arrived. */
  readonly code?: string | undefined;
  readonly status?: number | undefined;
}

interface Factor {
  readonly id: string;
  readonly factor_type: string;
  readonly status: string;
  readonly friendly_name?: string;
  readonly created_at: string;
}

/** The part of a Supabase client that is used: `createClient(…)` of @supabase/supabase-js is one. */
export interface SupabaseClient {
  readonly auth: {
    readonly mfa: {
      enroll(input: {
        factorType: 'totp';
        issuer?: string;
        friendlyName?: string;
      }): Result<{ id: string; totp: { secret: string; uri: string } }>;
      challenge(input: { factorId: string }): Result<{ id: string }>;
      verify(input: { factorId: string; challengeId: string; code: string }): Result<object>;
      /** `all` holds what was never finished as well, and factors of other types. */
      listFactors(): Result<{ all: Factor[] }>;
      unenroll(input: { factorId: string }): Result<object>;
      getAuthenticatorAssuranceLevel(): Result<{ currentLevel: string | null }>;
    };
  };
}

export interface SupabaseBackendOptions {
  /** The site's name as the authenticator app shows it. */
  readonly issuer: string;
  /** A name for an app that is linked now. An account has no two of the same name. */
  readonly friendlyName?: () => string;
}

/** The error kinds of the codes of Supabase. Any other code is `unexpected`. */
const KINDS: Readonly<Record<string, MfaErrorKind>> = {
  mfa_verification_failed: 'invalid-code',
  insufficient_aal: 'step-up-required',
  mfa_factor_not_found: 'not-found',
  mfa_factor_name_conflict: 'already-linked',
  too_many_enrolled_mfa_factors: 'limit-reached',
  over_request_rate_limit: 'rate-limited',
  mfa_totp_enroll_not_enabled: 'forbidden',
  mfa_totp_verify_not_enabled: 'forbidden',
  user_banned: 'forbidden',
  bad_jwt: 'signed-out',
  no_authorization: 'signed-out',
  session_expired: 'signed-out',
  session_not_found: 'signed-out',
  refresh_token_not_found: 'signed-out',
  user_not_found: 'signed-out',
  mfa_verification_rejected: 'signed-out',
};

/** A change without a response may have succeeded, and so may one whose server failed: its outcome is unknown. */
function kindOf({ name, code, status = 0 }: SupabaseError, changes: boolean): MfaErrorKind {
  if (name === 'AuthSessionMissingError') return 'signed-out';
  if (code !== undefined && Object.hasOwn(KINDS, code)) return KINDS[code] ?? 'unexpected';
  if (status >= 400 && status < 500) return 'unexpected';
  return changes ? 'unknown-outcome' : 'unavailable';
}

/**
 * Creates a backend that uses a Supabase client instead of HTTP. The client stores the session, so tokens
 * need no handling. Only after unlinking, at `mfa-unlinked`, the page has to call
 * `client.auth.refreshSession()`, because the assurance level of the session drops.
 *
 * The client cannot abort a request. So a request is not sent if its signal has aborted, and the elements
 * drop a response that arrives too late.
 */
export function supabaseClientBackend(
  client: SupabaseClient,
  { issuer, friendlyName }: SupabaseBackendOptions,
): MfaBackend {
  const { mfa } = client.auth;

  async function ask<Data>(
    request: () => Result<Data>,
    signal: AbortSignal | undefined,
    { changes = false } = {},
  ): Promise<Data> {
    signal?.throwIfAborted();
    const { data, error } = await request();
    if (!error) return data;
    const kind = kindOf(error, changes);
    // Not the client's own message, which may contain a secret one day.
    throw new MfaError(kind, `Supabase rejected with ${error.code ?? error.name}.`, {
      status: error.status,
      stepUp: kind === 'step-up-required' ? ['code'] : undefined,
    });
  }

  async function factors(status: 'verified' | 'unverified', signal: AbortSignal | undefined) {
    const { all } = await ask(() => mfa.listFactors(), signal);
    return all.filter((one) => one.factor_type === 'totp' && one.status === status);
  }

  /** A code always answers a challenge, which belongs to one authenticator. */
  async function checkCode(factorId: string, code: string, signal: AbortSignal | undefined) {
    const { id: challengeId } = await ask(() => mfa.challenge({ factorId }), signal);
    await ask(() => mfa.verify({ factorId, challengeId, code }), signal, { changes: true });
  }

  async function checkCodeOfLinkedApp(code: string, signal: AbortSignal | undefined) {
    const [first] = await factors('verified', signal);
    if (!first) throw new MfaError('not-found', 'This account has no linked authenticator.');
    await checkCode(first.id, code, signal);
  }

  return {
    async status({ signal } = {}) {
      const level = await ask(() => mfa.getAuthenticatorAssuranceLevel(), signal);
      const methods = ['totp'];
      if (level.currentLevel === null) return { state: 'signed-out', methods };
      if (level.currentLevel === 'aal2') return { state: 'verified', methods };
      const linked = await factors('verified', signal);
      return { state: linked.length > 0 ? 'code-required' : 'enrollment-required', methods };
    },

    async startEnrollment({ signal } = {}) {
      // Unfinished enrollments would otherwise stay until the limit is reached.
      for (const { id: factorId } of await factors('unverified', signal)) {
        await ask(() => mfa.unenroll({ factorId }), signal);
      }
      const { id, totp } = await ask(
        () =>
          mfa.enroll({
            factorType: 'totp',
            issuer,
            ...(friendlyName && { friendlyName: friendlyName() }),
          }),
        signal,
      );
      return { id, method: 'totp', secret: totp.secret, otpauthUri: totp.uri };
    },

    async confirmEnrollment({ enrollmentId, code }, { signal } = {}) {
      await checkCode(enrollmentId, code, signal);
      return { authenticator: { id: enrollmentId, method: 'totp' } };
    },

    async cancelEnrollment({ enrollmentId }, { signal } = {}) {
      await ask(() => mfa.unenroll({ factorId: enrollmentId }), signal);
    },

    async verify({ code }, { signal } = {}) {
      await checkCodeOfLinkedApp(code, signal);
      return {};
    },

    async listAuthenticators({ signal } = {}) {
      const linked = await factors('verified', signal);
      return linked.map(({ id, friendly_name: name, created_at: createdAt }) => ({
        id,
        method: 'totp',
        createdAt: new Date(createdAt),
        ...(name && { name }),
      }));
    },

    async unlinkAuthenticator({ authenticatorId: factorId }, { signal } = {}) {
      await ask(() => mfa.unenroll({ factorId }), signal, { changes: true });
    },

    async stepUp(proof, { signal } = {}) {
      if (!('code' in proof)) throw new MfaError('misconfigured', 'Supabase takes a code only.');
      await checkCodeOfLinkedApp(proof.code, signal);
    },

    // Renaming and recovery codes: Supabase has none, so they are left out, here and on the page.
  };
}
