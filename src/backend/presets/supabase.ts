import type { BackendDefinition } from '../definition/definition.js';

const LINKED = "$.factors[?@.factor_type=='totp' && @.status=='verified']";
const LEFT_OVER = "$.factors[?@.factor_type=='totp' && @.status=='unverified']";

const NO_SUCH_FACTOR = { path: '$.code', equals: 'mfa_factor_not_found' } as const;

/** The id of the user, of the app that is gone, or of the challenge. */
const WITH_ID = { status: 200, path: '$.id' } as const;
/** Who has no factor has no such list. */
const USER = [WITH_ID, { status: 200, path: '$.factors' }] as const;
const SIGNED_IN = { status: 200, path: '$.access_token' } as const;

/** A code is always the answer to a challenge, which belongs to one app. */
const CHECK_CODE = [
  {
    request: 'GET /user',
    success: { status: 200, path: LINKED },
    capture: { factor: { $first: ['{factorId}', `${LINKED}.id`] } },
    errors: [{ ...WITH_ID, kind: 'not-found' }],
  },
  {
    request: 'POST /factors/{factor}/challenge',
    body: {},
    success: WITH_ID,
    capture: { challenge: '$.id' },
  },
  {
    request: 'POST /factors/{factor}/verify',
    body: { challenge_id: '{challenge}', code: '{code}' },
    success: SIGNED_IN,
  },
] as const;

const TOKENS = { accessToken: '$.access_token', refreshToken: '$.refresh_token' } as const;

/**
 * Supabase Auth (GoTrue) 2.196.0, with multi-factor sign-in by TOTP enabled.
 *
 * Source of every fact: supabase/auth at tag v2.196.0, `internal/api/mfa.go`, `internal/api/auth.go`,
 * `internal/api/api.go`, `internal/api/admin.go` (`loadFactor`), `internal/api/errors.go`,
 * `internal/api/middleware.go`, `internal/api/apierrors/errorcode.go`, `internal/models/factor.go`,
 * `internal/models/user.go`, `internal/tokens/service.go`, `openapi.yaml` (`apikey`).
 *
 * The page provides: `base-url`, `https://<project>.supabase.co/auth/v1`, and as `variables`
 * - `apikey`, the publishable (anon) key of the project;
 * - `accessToken`, a function that gives `data.session?.access_token` of `supabase.auth.getSession()`;
 * - `friendlyName`, a function that gives another name each time, where one account may have more
 *   apps: an account has no two of the same name, and without this all have none;
 * - `factorId`, the app to ask a code of, where there are more; without it the one that was made
 *   first;
 * - `aal`, for `mfa-login`: `currentLevel` of `supabase.auth.mfa.getAuthenticatorAssuranceLevel()`,
 *   because only the token says that the code was given already.
 * A password sign-in comes before. Tokens come in the event `mfa-tokens`: give them to
 * `supabase.auth.setSession()`. After unlinking: `supabase.auth.refreshSession()`, because the session
 * goes down to `aal1`. There are no cookies; the API answers every origin.
 *
 * What it cannot do, and why:
 * - Recovery codes, remembering a device, renaming: the API has none of them.
 * - An enrollment that nobody finishes stays behind. So beginning removes one that was left, and
 *   calling off removes its own; where mails about removed apps are on, a mail is sent for that too.
 * - `mfa-login` asks whoever has no app to link one: it is for sites that demand it.
 * - `last_challenged_at` is set by a wrong code as well, so no app says when it was last used.
 * - A limit on requests does not say how long to wait. There is no CSRF: nothing goes by cookie.
 * - A hook that refuses a code (`mfa_verification_rejected`) ends all sessions of the account.
 */
export const definition = {
  name: 'Supabase Auth',
  headers: {
    apikey: '{apikey}',
    Authorization: 'Bearer {accessToken}',
    'X-Supabase-Api-Version': '2024-01-01',
  },
  variables: {
    apikey: { page: 'the publishable (anon) key of the project' },
    accessToken: { page: 'the access token of the session, best as a function', optional: true },
    friendlyName: { page: 'the name of an app that is linked now', optional: true },
    factorId: { page: 'the app that is asked for a code', optional: true },
    aal: { page: 'aal1 or aal2: how sure the session is', optional: true },
  },
  operations: {
    status: {
      request: 'GET /user',
      success: USER,
      result: {
        state: {
          $first: [
            { $when: { value: '{aal}', equals: 'aal2' }, $value: 'verified' },
            { $when: { path: LINKED }, $value: 'code-required' },
            'enrollment-required',
          ],
        },
      },
    },
    startEnrollment: {
      steps: [
        { request: 'GET /user', capture: { leftOver: `${LEFT_OVER}.id` } },
        {
          when: { path: LEFT_OVER },
          request: 'DELETE /factors/{leftOver}',
          success: [WITH_ID, { status: 404 }],
        },
        {
          request: 'POST /factors',
          body: { factor_type: 'totp', friendly_name: '{friendlyName}', issuer: '{issuer}' },
        },
      ],
      result: { id: '$.id', otpauthUri: '$.totp.uri' },
    },
    confirmEnrollment: {
      steps: [
        {
          request: 'POST /factors/{enrollmentId}/challenge',
          body: {},
          success: WITH_ID,
          capture: { challenge: '$.id' },
        },
        {
          request: 'POST /factors/{enrollmentId}/verify',
          body: { challenge_id: '{challenge}', code: '{code}' },
          success: SIGNED_IN,
        },
      ],
      tokens: TOKENS,
      result: { authenticator: { id: '{enrollmentId}' } },
      errors: [{ ...NO_SUCH_FACTOR, kind: 'enrollment-expired' }],
    },
    cancelEnrollment: { request: 'DELETE /factors/{enrollmentId}', success: WITH_ID },
    verify: { steps: CHECK_CODE, tokens: TOKENS },
    listAuthenticators: {
      request: 'GET /user',
      success: USER,
      result: {
        $first: [
          {
            $each: LINKED,
            $as: { id: '$.id', name: '$.friendly_name', createdAt: '$.created_at' },
          },
          [],
        ],
      },
    },
    unlinkAuthenticator: { request: 'DELETE /factors/{authenticatorId}', success: WITH_ID },
    stepUp: { steps: CHECK_CODE, tokens: TOKENS },
  },
  errors: [
    { path: '$.code', equals: 'mfa_verification_failed', kind: 'invalid-code' },
    { path: '$.code', equals: 'insufficient_aal', kind: 'step-up-required', stepUp: ['code'] },
    { ...NO_SUCH_FACTOR, kind: 'not-found' },
    { path: '$.code', equals: 'too_many_enrolled_mfa_factors', kind: 'limit-reached' },
    { path: '$.code', equals: 'mfa_factor_name_conflict', kind: 'already-linked' },
    // Who may not do this at all: 403. Who sends no token: 401.
    { status: 403, path: '$.code', equals: 'no_authorization', kind: 'forbidden' },
    { path: '$.code', equals: 'user_banned', kind: 'forbidden' },
    { path: '$.code', matches: '^mfa_totp_\\w+_not_enabled$', kind: 'misconfigured' },
    {
      path: '$.code',
      matches:
        '^(bad_jwt|no_authorization|session_not_found|user_not_found|mfa_verification_rejected)$',
      kind: 'signed-out',
    },
  ],
} as const satisfies BackendDefinition;
