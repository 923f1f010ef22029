import type { BackendDefinition } from '../definition/definition.js';

const LINKED = "$[?@.authenticator_type=='otp' && @.active==true]";
const AUTHORIZATION = { Authorization: 'Bearer {mfaToken}' } as const;
const TOKENS = {
  accessToken: '$.access_token',
  idToken: '$.id_token',
  refreshToken: '$.refresh_token',
} as const;

const SIGNED_IN = { status: 200, path: '$.access_token' } as const;

/** The code proves the second step, and at linking also that the app works. */
const CHECK_CODE = {
  request: 'POST /oauth/token',
  encoding: 'form',
  body: {
    grant_type: 'http://auth0.com/oauth/grant-type/mfa-otp',
    client_id: '{clientId}',
    mfa_token: '{mfaToken}',
    otp: '{code}',
  },
  success: SIGNED_IN,
  tokens: TOKENS,
} as const;

const LOGIN_EXPIRED = [
  { path: '$.error', equals: 'expired_token', kind: 'login-expired' },
  { path: '$.error_description', startsWith: 'Malformed mfa_token', kind: 'login-expired' },
] as const;

/**
 * Auth0 MFA API, used while signing in with a form of one's own (the grants of the Authentication
 * API).
 *
 * Source of every fact: auth0/docs-v2 at 092b879,
 * `main/docs/secure/multi-factor-authentication/authenticate-using-ropg-flow-with-mfa.mdx` and beside
 * it `enroll-and-challenge-otp-authenticators.mdx` and `challenge-with-recovery-codes.mdx`,
 * `manage-mfa-auth0-apis/manage-authenticator-factors-mfa-api.mdx`,
 * `main/docs/oas/authentication/authentication-api-oas.json`. Errors: auth0/auth0-auth-js at bfb1eeb
 * (1.10.0) `packages/auth0-auth-js/src/mfa/mfa-client.spec.ts`; auth0/Auth0.swift 3.1.0
 * `Auth0/AuthenticationError.swift`; auth0/auth0-spa-js v2.24.1 `EXAMPLES.md` ("Verify challenge").
 *
 * The page provides: `base-url`, `https://<domain>`; as `variables`
 * - `mfaToken`, out of the answer `mfa_required` of the page's own sign-in at `/oauth/token`; to
 *   unlink, an access token for the audience `https://<domain>/mfa/` in its place;
 * - `clientId`, of an application without a secret that has the grant type MFA.
 * The page's origin is among the application's Allowed Origins (CORS). The tokens of the sign-in come
 * in the event `mfa-tokens`.
 *
 * What it cannot do, and why:
 * - Sign-in by Universal Login: Auth0's own page asks for the code there. Settings:
 *   `auth0-my-account`.
 * - Who has another factor and no app is asked to link one, and Auth0 refuses that until the other one
 *   was asked: such sites put up `mfa-enrollment` and `mfa-challenge` by themselves.
 * - There is one recovery code. It shows once the first code was right, and a new one when it was
 *   spent. What it is made of is not documented, so it is sent as it was typed. It cannot be made anew
 *   here.
 * - Linking anew gives another secret; nothing calls it off. Auth0 says of apps neither when they were
 *   linked nor used, and they cannot be renamed.
 * - Wrong codes are limited to ten, and one more every six minutes; how that is answered is not
 *   documented beyond status 429.
 * - The id of a new app is not in every answer, so until the list is read it is called `totp`.
 */
export const definition = {
  name: 'Auth0 (MFA API)',
  variables: {
    mfaToken: { page: 'mfa_token in the answer mfa_required' },
    clientId: { page: 'the id of the application' },
  },
  operations: {
    status: {
      steps: [
        {
          request: 'GET /mfa/authenticators',
          headers: AUTHORIZATION,
          capture: { authenticators: { $count: '$' } },
        },
      ],
      result: {
        state: {
          $first: [
            { $when: { path: LINKED }, $value: 'code-required' },
            { $when: { value: '{authenticators}' }, $value: 'enrollment-required' },
          ],
        },
      },
    },
    startEnrollment: {
      request: 'POST /mfa/associate',
      headers: AUTHORIZATION,
      body: { authenticator_types: ['otp'] },
      capture: { recoveryCodes: '$.recovery_codes' },
      result: { otpauthUri: '$.barcode_uri' },
    },
    confirmEnrollment: {
      ...CHECK_CODE,
      result: { authenticator: { id: 'totp' }, recoveryCodes: '{recoveryCodes}' },
    },
    verify: CHECK_CODE,
    verifyRecoveryCode: {
      request: 'POST /oauth/token',
      encoding: 'form',
      body: {
        grant_type: 'http://auth0.com/oauth/grant-type/mfa-recovery-code',
        client_id: '{clientId}',
        mfa_token: '{mfaToken}',
        recovery_code: '{recoveryCode}',
      },
      success: SIGNED_IN,
      tokens: TOKENS,
      result: { recoveryCodes: ['$.recovery_code'] },
      errors: [
        ...LOGIN_EXPIRED,
        { path: '$.error', equals: 'invalid_grant', kind: 'invalid-recovery-code' },
      ],
    },
    listAuthenticators: {
      request: 'GET /mfa/authenticators',
      headers: AUTHORIZATION,
      result: { $each: LINKED, $as: { id: '$.id', name: '$.name' } },
    },
    unlinkAuthenticator: {
      request: 'DELETE /mfa/authenticators/{authenticatorId}',
      headers: AUTHORIZATION,
      success: { status: 204 },
    },
  },
  errors: [
    ...LOGIN_EXPIRED,
    { path: '$.error', matches: '^invalid_(grant|otp)$', kind: 'invalid-code' },
    {
      path: '$.error',
      matches: '^(invalid_client|unsupported_grant_type)$',
      kind: 'misconfigured',
    },
    { path: '$.error', equals: 'too_many_attempts', kind: 'locked' },
    { status: 401, kind: 'login-expired' },
    { status: 404, kind: 'not-found' },
  ],
} as const satisfies BackendDefinition;
