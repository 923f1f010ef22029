import type { BackendDefinition } from '../definition/definition.js';

const DONE = { status: 204 } as const;

/** Backup codes of which some are left. */
const UNUSED = "$[?@.type=='BackupCode' && @.remainCodes!=0]";

/**
 * Logto 1.42.0, its Account API.
 *
 * Source of every fact: github.com/logto-io/logto, tag v1.42.0, `packages/core/src`:
 * `routes/account/mfa-verifications.ts`, `routes/verification/index.ts`,
 * `libraries/verification-helpers/`, `libraries/user-password-verification.ts`,
 * `middleware/{koa-cors,koa-error-handler}.ts`, `middleware/koa-auth/`,
 * `routes/experience/classes/libraries/sentinel-guard.ts`, `utils/user.ts`.
 *
 * The page provides: `base-url`, the endpoint of Logto; the variable `accessToken`, an opaque access token of
 * the person (asked for without a resource) with the scopes `openid` and `identities`; `issuer` and
 * `account`, since Logto sends the secret alone. Any origin may ask, without cookies.
 * The account center has to be enabled with MFA editable, and TOTP and backup codes enabled as factors.
 *
 * What it cannot do, and why:
 * - No code at sign-in: that is at the pages of Logto, where this API does not reach.
 * - Every change wants to know once more who is there. The password does; a code by mail or by text
 *   message would too, which the tags do not ask for. An account without a password cannot change.
 * - A token without the scope `identities` is refused as if nobody were signed in (`auth.unauthorized`).
 * - Too many wrong passwords lock the account for a time that only the text for people tells.
 * - A failed generation of backup codes may leave none: Logto has no way to replace them at once.
 * - One app, without a name. The secret is not kept by Logto before the first right code: no cancel.
 */
export const definition = {
  name: 'Logto (Account API)',
  headers: {
    Authorization: 'Bearer {accessToken}',
    'logto-verification-id': '{verificationRecordId}',
  },
  variables: {
    accessToken: { page: 'an opaque access token with the scopes openid and identities' },
  },
  capabilities: { maxAuthenticators: 1 },
  operations: {
    startEnrollment: {
      request: 'POST /api/my-account/mfa-verifications/totp-secret/generate',
      result: { secret: '$.secret' },
    },
    confirmEnrollment: {
      request: 'POST /api/my-account/mfa-verifications',
      body: { type: 'Totp', secret: '{secret}', code: '{code}' },
      success: DONE,
      result: { authenticator: { id: 'totp' } },
    },
    listAuthenticators: {
      request: 'GET /api/my-account/mfa-verifications',
      result: {
        $each: "$[?@.type=='Totp']",
        $as: { id: '$.id', createdAt: '$.createdAt' },
      },
    },
    unlinkAuthenticator: {
      request: 'DELETE /api/my-account/mfa-verifications/{authenticatorId}',
      success: DONE,
    },
    stepUp: {
      request: 'POST /api/verifications/password',
      body: { password: '{password}' },
      success: { status: 201, path: '$.verificationRecordId' },
      // Good for ten minutes, for every change.
      capture: { verificationRecordId: '$.verificationRecordId' },
    },
    recoveryCodesStatus: {
      request: 'GET /api/my-account/mfa-verifications',
      result: {
        left: { $first: [`${UNUSED}.remainCodes`, { $count: UNUSED }] },
        total: {
          $first: [{ $when: { path: '$[*].type', equals: 'BackupCode' }, $value: 10 }, 0],
        },
        createdAt: `${UNUSED}.createdAt`,
      },
    },
    generateRecoveryCodes: {
      steps: [
        {
          request: 'POST /api/my-account/mfa-verifications/backup-codes/generate',
          success: { status: 200, path: '$.codes[0]' },
          capture: { codes: '$.codes' },
        },
        {
          request: 'GET /api/my-account/mfa-verifications',
          capture: { unusedId: `${UNUSED}.id` },
        },
        // As long as one of the old codes is left, Logto takes no new ones.
        {
          when: { path: UNUSED },
          request: 'DELETE /api/my-account/mfa-verifications/{unusedId}',
          success: DONE,
        },
        {
          request: 'POST /api/my-account/mfa-verifications',
          body: { type: 'BackupCode', codes: '{codes}' },
          success: DONE,
        },
      ],
      result: '{codes}',
    },
  },
  errors: [
    {
      path: '$.code',
      equals: 'verification_record.permission_denied',
      kind: 'step-up-required',
      stepUp: ['password'],
    },
    { path: '$.code', equals: 'session.invalid_credentials', kind: 'invalid-password' },
    { path: '$.code', equals: 'session.verification_blocked_too_many_attempts', kind: 'locked' },
    { path: '$.code', equals: 'session.mfa.invalid_totp_code', kind: 'invalid-code' },
    { path: '$.code', equals: 'user.totp_already_in_use', kind: 'already-linked' },
    { path: '$.code', equals: 'verification_record.not_found', kind: 'not-found' },
    // Backup codes are for whoever has an app: there is nothing yet that they would stand in for.
    { path: '$.code', equals: 'session.mfa.backup_code_can_not_be_alone', kind: 'forbidden' },
    { path: '$.code', equals: 'user.suspended', kind: 'forbidden' },
    { path: '$.code', equals: 'session.mfa.mfa_factor_not_enabled', kind: 'misconfigured' },
    { path: '$.code', startsWith: 'account_center.', kind: 'misconfigured' },
    { status: 403, path: '$.code', startsWith: 'auth.', kind: 'forbidden' },
    { status: 401, path: '$.code', startsWith: 'auth.', kind: 'signed-out' },
  ],
} as const satisfies BackendDefinition;
