import type { BackendDefinition } from '../definition/definition.js';

const APP = {
  id: '$.id',
  name: '$.name',
  createdAt: '$.created_at',
  lastUsedAt: '$.last_auth_at',
} as const;

/**
 * Auth0 My Account API 1.0: the settings of who is signed in.
 *
 * Source of every fact: auth0/docs-v2 at 092b879, `main/docs/oas/myaccount/myaccount-api-oas.json`
 * (requests, answers and examples, headers) and `main/docs/manage-users/my-account-api.mdx`.
 *
 * The page provides: `base-url`, `https://<domain>/me/v1`; as `variables` `accessToken`, a function
 * that gives an access token for the audience `https://<domain>/me/` with the scopes `create:`,
 * `read:`, `update:` and `delete:me:authentication_methods`, such as `getTokenSilently()` of
 * auth0-spa-js. With DPoP the requests have to be signed: then the page passes a `fetcher`. Whether a
 * page on another origin may read `Retry-After` is for Auth0 to say; else 30 seconds count.
 *
 * What it cannot do, and why:
 * - Signing in, with a code or otherwise: that is Universal Login, or the preset `auth0-mfa`.
 * - Step-up: a policy of the site may demand a recent second step, and then gives no token without it.
 *   The page's function deals with that before anything is asked here.
 * - There is one recovery code; making one enrolls it. Whether that takes the place of an earlier one
 *   is unverified.
 * - How a wrong code is answered is unverified: of the errors listed for it, 400 is the one that is
 *   left for it (auth0/auth0-ui-components at fd9d7a1 tests with that one as well). An enrollment that
 *   expired cannot be told from it.
 * - An app that is not confirmed is not listed; that it may be removed is not written down: no cancel.
 */
export const definition = {
  name: 'Auth0 (My Account API)',
  headers: { Authorization: 'Bearer {accessToken}' },
  variables: {
    accessToken: { page: 'an access token for the My Account API, as a function', optional: true },
  },
  operations: {
    startEnrollment: {
      request: 'POST /authentication-methods',
      body: { type: 'totp' },
      // Accepted: it is not confirmed yet.
      success: { status: [201, 202], path: '$.barcode_uri' },
      capture: { authSession: '$.auth_session' },
      result: { id: '$.id', otpauthUri: '$.barcode_uri' },
    },
    confirmEnrollment: {
      request: 'POST /authentication-methods/{enrollmentId}/verify',
      body: { auth_session: '{authSession}', otp_code: '{code}' },
      success: { status: [200, 201], path: '$.id' },
      result: { authenticator: APP },
      errors: [{ status: 400, kind: 'invalid-code' }],
    },
    listAuthenticators: {
      request: 'GET /authentication-methods?type=totp',
      result: { $each: "$.authentication_methods[?@.type=='totp' && @.confirmed==true]", $as: APP },
    },
    renameAuthenticator: {
      request: 'PATCH /authentication-methods/{authenticatorId}',
      body: { name: '{name}' },
      success: { status: 200, path: '$.id' },
      result: APP,
    },
    unlinkAuthenticator: {
      request: 'DELETE /authentication-methods/{authenticatorId}',
      success: { status: 204 },
    },
    recoveryCodesStatus: {
      request: 'GET /authentication-methods?type=recovery-code',
      result: {
        left: { $count: "$.authentication_methods[?@.type=='recovery-code' && @.confirmed==true]" },
        createdAt: "$.authentication_methods[?@.type=='recovery-code'].created_at",
      },
    },
    generateRecoveryCodes: {
      steps: [
        {
          request: 'POST /authentication-methods',
          body: { type: 'recovery-code' },
          success: { status: [201, 202], path: '$.recovery_code' },
          capture: {
            recoveryCodeId: '$.id',
            recoveryCodeSession: '$.auth_session',
            newRecoveryCode: '$.recovery_code',
          },
        },
        {
          request: 'POST /authentication-methods/{recoveryCodeId}/verify',
          body: { auth_session: '{recoveryCodeSession}' },
          success: { status: [200, 201], path: '$.id' },
        },
      ],
      result: ['{newRecoveryCode}'],
    },
  },
  errors: [
    { status: 401, kind: 'signed-out' },
    { status: 403, kind: 'forbidden' },
    {
      status: 429,
      kind: 'rate-limited',
      retryAfter: [{ header: 'Retry-After' }, { header: 'X-RateLimit-Reset', unit: 'epoch' }],
    },
  ],
} as const satisfies BackendDefinition;
