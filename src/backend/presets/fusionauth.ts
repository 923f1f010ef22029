import type { BackendDefinition } from '../definition/definition.js';

/** It says no more than that. */
const DONE = { status: 200, empty: true } as const;

/** 202: not registered for the application; 203, 212 and 213: one more step is due. */
const RIGHT = [
  { status: [200, 202, 212, 213], path: '$.user' },
  { status: 203, path: '$.changePasswordId' },
] as const;

/**
 * FusionAuth 1.69.0, what of its APIs a browser may ask: with an access token, or without any.
 *
 * Source of every fact: the documentation at fusionauth.io/docs/apis, pages "Multi-Factor" and "Login"
 * (github.com/FusionAuth/fusionauth-site, `astro/src/content/docs/apis/{two-factor,login}.mdx` and the
 * parts they include), `openapi.yaml` 1.69.0 (github.com/FusionAuth/fusionauth-openapi), and
 * fusionauth-typescript-client 1.69.0 for `GET /api/user` with an access token. FusionAuth itself is
 * not open.
 *
 * The page provides: `base-url`, the address of FusionAuth, and as variables
 * - for settings: `accessToken`, an access token of the person. Without it the cookie `access_token` of
 *   FusionAuth goes along, where it stands. Also `issuer` and `account`, as there is no URI;
 * - for the code at sign-in: `twoFactorId` of the 242 that `POST /api/login` answered; and where they
 *   are wanted `applicationId`, and `tenantId` on an installation with several tenants.
 * What a right code brings goes to the page in `mfa-tokens`; for 203, 212 and 213 that is an id to go
 * on with, as the page "Login" says. On another origin: CORS with credentials in its system settings.
 *
 * What it cannot do, and why:
 * - Everything about recovery codes other than using one, renaming, and asking which step is due needs an
 *   API key, which has no place in a browser.
 * - Linking during a sign-in (a 242 without methods) wants an access token that nobody has yet.
 * - A removal always wants a code of the app. A recovery code would remove every method: not offered.
 * - The id of a new method is not told, so until the list is read it is called `totp`. An unknown secret is kept nowhere: no cancel.
 * - The answer to a wrong code is empty, so nothing tells how many tries are left.
 */
export const definition = {
  name: 'FusionAuth',
  credentials: 'include',
  headers: { Authorization: 'Bearer {accessToken}', 'X-FusionAuth-TenantId': '{tenantId}' },
  variables: {
    accessToken: { page: 'an access token of the person', optional: true },
    tenantId: { page: 'the id of the tenant', optional: true },
    twoFactorId: { page: 'the twoFactorId that POST /api/login answered' },
    applicationId: { page: 'the id of the application that is signed in to', optional: true },
  },
  capabilities: { rememberDevice: true },
  operations: {
    startEnrollment: {
      request: 'GET /api/two-factor/secret',
      result: { secret: '$.secretBase32Encoded' },
    },
    confirmEnrollment: {
      request: 'POST /api/user/two-factor',
      body: {
        method: 'authenticator',
        secretBase32Encoded: '{secret}',
        code: '{code}',
        name: '{name}',
      },
      // Only the first method brings recovery codes; the answer is empty after that.
      success: [DONE, { status: 200, path: '$.recoveryCodes[0]' }],
      result: { authenticator: { id: 'totp' }, recoveryCodes: '$.recoveryCodes' },
    },
    verify: {
      request: 'POST /api/two-factor/login',
      body: {
        twoFactorId: '{twoFactorId}',
        code: '{code}',
        applicationId: '{applicationId}',
        trustComputer: '{rememberDevice}',
      },
      success: RIGHT,
      tokens: {
        token: '$.token',
        refreshToken: '$.refreshToken',
        twoFactorTrustId: '$.twoFactorTrustId',
        changePasswordId: '$.changePasswordId',
        emailVerificationId: '$.emailVerificationId',
        registrationVerificationId: '$.registrationVerificationId',
      },
      errors: [{ status: 404, kind: 'login-expired' }],
    },
    verifyRecoveryCode: {
      request: 'POST /api/two-factor/login',
      body: {
        twoFactorId: '{twoFactorId}',
        code: '{recoveryCode}',
        applicationId: '{applicationId}',
      },
      success: RIGHT,
      tokens: {
        token: '$.token',
        refreshToken: '$.refreshToken',
        changePasswordId: '$.changePasswordId',
        emailVerificationId: '$.emailVerificationId',
        registrationVerificationId: '$.registrationVerificationId',
      },
      errors: [
        { status: 421, kind: 'invalid-recovery-code' },
        { status: 404, kind: 'login-expired' },
      ],
    },
    listAuthenticators: {
      request: 'GET /api/user',
      success: { status: 200, path: '$.user' },
      // Who has no method may have no such list.
      result: {
        $first: [
          {
            $each: "$.user.twoFactor.methods[?@.method=='authenticator']",
            $as: { id: '$.id', name: '$.name' },
          },
          [],
        ],
      },
    },
    unlinkAuthenticator: {
      requires: ['code'],
      request: 'DELETE /api/user/two-factor',
      body: { methodId: '{authenticatorId}', code: '{code}' },
      success: DONE,
    },
    stepUp: { capture: { code: '{code}' } },
  },
  errors: [
    { status: 421, kind: 'invalid-code' },
    { status: 401, kind: 'signed-out' },
    // The user has expired, or is kept from signing in by an action.
    { status: [409, 410], kind: 'forbidden' },
  ],
} as const satisfies BackendDefinition;
