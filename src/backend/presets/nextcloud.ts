import type { BackendDefinition } from '../definition/definition.js';

/**
 * Nextcloud with its apps "Two-Factor TOTP Provider" (read at commit 6eab99e, 17.1.0 for Nextcloud 35)
 * and "Two-factor backup codes" (part of the server).
 *
 * Source of every fact: github.com/nextcloud/twofactor_totp, `lib/Controller/SettingsController.php`,
 * `lib/Service/Totp.php`, `appinfo/routes.php`; github.com/nextcloud/server, `core/Controller/`
 * (`LoginController.php`, `TwoFactorChallengeController.php`, `core/routes.php`),
 * `lib/private/AppFramework/Middleware/Security/` (`SecurityMiddleware.php`,
 * `PasswordConfirmationMiddleware.php`, `BruteForceMiddleware.php`, `Exceptions/`),
 * `apps/twofactor_backupcodes/` and `core/templates/layout.user.php`.
 *
 * The page provides: `base-url`, the address of Nextcloud with `/index.php`, on the page's own origin
 * (there is no CORS, and its cookies are `SameSite=Strict`). The page is one of an app in Nextcloud: the
 * session is a cookie, and the token against forged requests stands in `<head data-requesttoken>`.
 * Optional, at sign-in: `redirect_url`, where the person wanted to go.
 *
 * What it cannot do, and why:
 * - The code at sign-in is posted as a form: Nextcloud answers with a page of its own, and shows there
 *   that the code was wrong. No status either: whoever has to give a code is led to that page from
 *   everywhere. Somebody who has to link an app before the first sign-in can do so, though.
 * - Linking begins anew with another secret each time; what was linked is looked up first, because
 *   Nextcloud would delete it without a word. An enrollment that nobody finishes does no harm and never
 *   expires; to cancel it would be reported as "disabled", so that is left out.
 * - Changes ask for the password when it was last given 30 minutes ago. People who sign in elsewhere
 *   (SAML) are not asked.
 * - A used code and a wrong one have the same answer. Too many tries are slowed down first, and then
 *   refused with a page that does not say how long to wait.
 * - One app, without a name or dates. How many recovery codes are left is told only with new ones.
 */
export const definition = {
  name: 'Nextcloud (twofactor_totp)',
  variables: {
    csrfToken: { attribute: 'data-requesttoken', of: '[data-requesttoken]' },
    redirect_url: { page: 'where the person wanted to go', optional: true },
  },
  headers: { requesttoken: '{csrfToken}' },
  capabilities: { maxAuthenticators: 1 },
  operations: {
    startEnrollment: {
      steps: [
        {
          request: 'GET /apps/twofactor_totp/settings/state',
          success: { path: '$.state', equals: 0 },
          errors: [{ path: '$.state', equals: 2, kind: 'already-linked' }],
        },
        { request: 'POST /apps/twofactor_totp/settings/enable', body: { state: 1 } },
      ],
      result: { secret: '$.secret', otpauthUri: '$.qrUrl' },
    },
    confirmEnrollment: {
      request: 'POST /apps/twofactor_totp/settings/enable',
      body: { state: 2, code: '{code}' },
      success: { status: 200, path: '$.state', equals: 2 },
      result: { authenticator: { id: 'totp' } },
      errors: [{ path: '$.state', equals: 1, kind: 'invalid-code' }],
    },
    verify: { form: 'POST /login/challenge/totp{?redirect_url}', body: { challenge: '{code}' } },
    verifyRecoveryCode: {
      form: 'POST /login/challenge/backup_codes{?redirect_url}',
      body: { challenge: '{recoveryCode}' },
    },
    listAuthenticators: {
      request: 'GET /apps/twofactor_totp/settings/state',
      success: { status: 200, path: '$.state' },
      result: [{ $when: { path: '$.state', equals: 2 }, id: 'totp' }],
    },
    unlinkAuthenticator: {
      request: 'POST /apps/twofactor_totp/settings/enable',
      body: { state: 0 },
      success: { status: 200, path: '$.state', equals: 0 },
    },
    stepUp: {
      request: 'POST /login/confirm',
      body: { password: '{password}' },
      success: { status: 200, path: '$.lastLogin' },
      errors: [{ status: 403, kind: 'invalid-password' }],
    },
    generateRecoveryCodes: {
      request: 'POST /apps/twofactor_backupcodes/settings/create',
      result: '$.codes',
    },
  },
  errors: [
    { status: 401, kind: 'signed-out' },
    {
      path: '$.message',
      equals: 'Password confirmation is required',
      kind: 'step-up-required',
      stepUp: ['password'],
    },
    { path: '$.message', equals: 'CSRF check failed', kind: 'csrf' },
    { redirected: true, kind: 'signed-out' },
  ],
} as const satisfies BackendDefinition;
