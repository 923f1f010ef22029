import type { BackendDefinition } from '../definition/definition.js';

/** Nobody is signed in. */
const NO_SESSION = { status: 200, path: '$', equals: null } as const;

/** Whose code was right. */
const RIGHT = { status: 200, path: '$.user' } as const;

/**
 * better-auth 1.7.25 with its plugin `twoFactor`.
 *
 * Source of every fact: the package better-auth 1.7.25, `dist/plugins/two-factor/` (`index.mjs`,
 * `totp/index.mjs`, `backup-codes/index.mjs`, `verify-two-factor.mjs`), `dist/api/routes/session.mjs`,
 * `dist/api/rate-limiter/index.mjs`, `dist/api/middlewares/origin-check.mjs`, `dist/utils/password.mjs`.
 *
 * The page provides: `base-url`, the address of better-auth itself (`/api/auth` unless its `basePath`
 * says otherwise). Cookies are all there is to it: the session, or after a sign-in that answered
 * `twoFactorRedirect: true` the cookie `two_factor`, good for 10 minutes. On another origin: that origin
 * in `trustedOrigins`, CORS with credentials, and `Access-Control-Expose-Headers: X-Retry-After`.
 * `issuer` is optional and goes into the QR code; without it better-auth takes its own. Without spaces:
 * better-auth writes them as `+`, which some apps show.
 *
 * What it cannot do, and why:
 * - A sign-in that waits for its code and nobody signing in look the same (`get-session` is null for
 *   both). The status says `code-required` then: put `mfa-login` where the password comes before it.
 * - `twoFactorEnabled` says nothing about how. A site that also sends codes by mail (`otpOptions`) has
 *   to put up `mfa-enrollment` or `mfa-challenge` by itself.
 * - Linking, unlinking and new recovery codes always ask for the password here; accounts that have none
 *   (`allowPasswordless`) need a definition without `requires`.
 * - Beginning anew gives another secret and other recovery codes; the codes are shown once the first
 *   code was right. An enrollment that nobody finishes does no harm and never expires: no cancel.
 * - One app, without a name or dates. Nothing tells how many recovery codes are left. After ten wrong
 *   codes the account is locked for 15 minutes (both can be set), but no answer says for how long.
 */
export const definition = {
  name: 'better-auth (two-factor)',
  credentials: 'include',
  capabilities: { rememberDevice: true, maxAuthenticators: 1 },
  operations: {
    status: {
      request: 'GET /get-session',
      result: {
        state: {
          $first: [
            { $when: { path: '$.user.twoFactorEnabled', equals: true }, $value: 'verified' },
            { $when: { path: '$.user' }, $value: 'enrollment-required' },
            { $when: NO_SESSION, $value: 'code-required' },
          ],
        },
        account: '$.user.email',
      },
    },
    startEnrollment: {
      requires: ['password'],
      request: 'POST /two-factor/enable',
      body: { password: '{password}', method: 'totp', issuer: '{issuer}' },
      capture: { backupCodes: '$.backupCodes' },
      result: { otpauthUri: '$.totpURI' },
    },
    confirmEnrollment: {
      request: 'POST /two-factor/verify-totp',
      body: { code: '{code}' },
      success: RIGHT,
      result: { authenticator: { id: 'totp' }, recoveryCodes: '{backupCodes}' },
      errors: [
        { path: '$.code', equals: 'TOTP_NOT_ENABLED', kind: 'enrollment-expired' },
        // Without a session it looks for a sign-in that waits for its code.
        { path: '$.code', equals: 'INVALID_TWO_FACTOR_COOKIE', kind: 'signed-out' },
      ],
    },
    verify: {
      request: 'POST /two-factor/verify-totp',
      body: { code: '{code}', trustDevice: '{rememberDevice}' },
      success: RIGHT,
    },
    verifyRecoveryCode: {
      request: 'POST /two-factor/verify-backup-code',
      body: { code: '{recoveryCode}' },
      success: RIGHT,
    },
    listAuthenticators: {
      request: 'GET /get-session',
      success: { status: 200, path: '$.user' },
      result: [{ $when: { path: '$.user.twoFactorEnabled', equals: true }, id: 'totp' }],
      errors: [{ ...NO_SESSION, kind: 'signed-out' }],
    },
    unlinkAuthenticator: {
      requires: ['password'],
      request: 'POST /two-factor/disable',
      body: { password: '{password}' },
      success: { status: 200, path: '$.status', equals: true },
    },
    stepUp: { capture: { password: '{password}' } },
    generateRecoveryCodes: {
      requires: ['password'],
      request: 'POST /two-factor/generate-backup-codes',
      body: { password: '{password}' },
      result: '$.backupCodes',
    },
  },
  errors: [
    { path: '$.code', equals: 'INVALID_CODE', kind: 'invalid-code' },
    { path: '$.code', equals: 'INVALID_BACKUP_CODE', kind: 'invalid-recovery-code' },
    { path: '$.code', equals: 'INVALID_PASSWORD', kind: 'invalid-password' },
    { path: '$.code', equals: 'PASSWORD_TOO_LONG', kind: 'invalid-password' },
    { path: '$.code', equals: 'INVALID_TWO_FACTOR_COOKIE', kind: 'login-expired' },
    // After five tries the sign-in is over; only the password begins another.
    { path: '$.code', equals: 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE', kind: 'login-expired' },
    { path: '$.code', equals: 'ACCOUNT_TEMPORARILY_LOCKED', kind: 'locked' },
    { path: '$.code', equals: 'TOTP_ALREADY_ENABLED', kind: 'already-linked' },
    { path: '$.code', matches: '_NOT_ENABLED$', kind: 'not-found' },
    { path: '$.code', equals: 'UNAUTHORIZED', kind: 'signed-out' },
    // The page's origin is not in `trustedOrigins`.
    { path: '$.code', equals: 'INVALID_ORIGIN', kind: 'misconfigured' },
    { path: '$.code', equals: 'MISSING_OR_NULL_ORIGIN', kind: 'misconfigured' },
    { status: 429, kind: 'rate-limited', retryAfter: { header: 'X-Retry-After' } },
  ],
} as const satisfies BackendDefinition;
