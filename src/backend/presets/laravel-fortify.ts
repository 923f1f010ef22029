import type { BackendDefinition } from '../definition/definition.js';

/** Laravel's response without data: an empty text, as JSON. */
const DONE = { status: 200, path: '$', equals: '' } as const;

/** Without data; a site with a response of its own often has the one of the password. */
const SIGNED_IN = [{ status: 204 }, { status: 200, path: '$.two_factor', equals: false }] as const;

/**
 * Laravel Fortify 1.25 (read at v1.25.4 and commit f1ad2dd; the release notes up to v1.36.0 name no
 * change of these routes), with the session cookie.
 *
 * Source of every fact: github.com/laravel/fortify, `routes/routes.php`, `src/Http/Controllers/`,
 * `src/Http/Responses/`, `src/Http/Requests/TwoFactorLoginRequest.php`, `src/Actions/`,
 * `src/TwoFactorAuthenticatable.php`; github.com/laravel/framework,
 * `src/Illuminate/Auth/Middleware/RequirePassword.php`, `RedirectIfAuthenticated.php`,
 * `src/Illuminate/Foundation/Http/Middleware/PreventRequestForgery.php`,
 * `src/Illuminate/Foundation/Exceptions/Handler.php`,
 * `src/Illuminate/Routing/Middleware/ThrottleRequests.php`; laravel.com/docs/12.x/fortify and `sanctum`.
 *
 * The page provides: `base-url`, the site itself and Fortify's `prefix` where it has one; the cookie
 * `XSRF-TOKEN`, which every page of Laravel sets, and for a page that Laravel did not make
 * `GET /sanctum/csrf-cookie` (it changes at sign-in and is read anew each time); the variable `linked`
 * for the list of apps: `two_factor_confirmed_at !== null`, since Fortify itself does not tell. On another
 * origin: one parent domain for the session cookie, CORS with credentials, and
 * `Access-Control-Expose-Headers: Retry-After`.
 *
 * The site provides, in `Features::twoFactorAuthentication()`: `confirm`, or an app counts as linked
 * before anybody scanned anything. `confirmPassword` is optional. A `secret-length` of 32 is wise: the 16
 * letters that are the default are 80 bits, less than RFC 4226, section 4, asks for. The person signs in
 * at `POST /login`, whose answer `{"two_factor": true}` is when `mfa-challenge` is due.
 *
 * What it cannot do, and why:
 * - No request tells which step is due: no status. Put up `mfa-challenge` or `mfa-enrollment`.
 * - A sign-in that is over has the same answer as a wrong code, so has an enrollment of which the secret
 *   is gone.
 * - An unfinished enrollment keeps its secret and does no harm; forgetting it is the very request that
 *   would unlink a confirmed app: no cancel.
 * - A spent recovery code is replaced by a new one, which nobody sees: as many as ever are left, so that
 *   is not told.
 * - One app, without a name or dates; linking once more shows the secret that is there.
 */
export const definition = {
  name: 'Laravel Fortify',
  credentials: 'include',
  headers: { 'X-XSRF-TOKEN': '{csrfToken}' },
  variables: {
    csrfToken: { cookie: 'XSRF-TOKEN' },
    linked: { page: 'whether an app is linked: two_factor_confirmed_at is not null' },
  },
  capabilities: { maxAuthenticators: 1 },
  operations: {
    startEnrollment: {
      steps: [
        { request: 'POST /user/two-factor-authentication', success: DONE },
        {
          request: 'GET /user/two-factor-recovery-codes',
          capture: { recoveryCodes: '$' },
        },
        { request: 'GET /user/two-factor-qr-code' },
      ],
      result: { otpauthUri: '$.url' },
    },
    confirmEnrollment: {
      request: 'POST /user/confirmed-two-factor-authentication',
      body: { code: '{code}' },
      success: DONE,
      capture: { linked: true },
      result: { authenticator: { id: 'totp' }, recoveryCodes: '{recoveryCodes}' },
      errors: [{ path: '$.errors.code', kind: 'invalid-code' }],
    },
    verify: {
      request: 'POST /two-factor-challenge',
      body: { code: '{code}' },
      success: SIGNED_IN,
      errors: [
        { path: '$.errors.code', kind: 'invalid-code' },
        // Signed in already, such as in another tab: sent to the site's home.
        { redirected: true, kind: 'login-expired' },
      ],
    },
    verifyRecoveryCode: {
      request: 'POST /two-factor-challenge',
      body: { recovery_code: '{recoveryCode}' },
      success: SIGNED_IN,
      errors: [
        { path: '$.errors.recovery_code', kind: 'invalid-recovery-code' },
        { redirected: true, kind: 'login-expired' },
      ],
    },
    listAuthenticators: {
      result: [{ $when: { value: '{linked}', equals: true }, id: 'totp' }],
    },
    unlinkAuthenticator: {
      request: 'DELETE /user/two-factor-authentication',
      success: DONE,
      capture: { linked: false },
    },
    stepUp: {
      request: 'POST /user/confirm-password',
      body: { password: '{password}' },
      success: { ...DONE, status: 201 },
      errors: [{ path: '$.errors.password', kind: 'invalid-password' }],
    },
    generateRecoveryCodes: {
      steps: [
        { request: 'POST /user/two-factor-recovery-codes', success: DONE },
        { request: 'GET /user/two-factor-recovery-codes' },
      ],
      result: '$',
    },
  },
  errors: [
    { status: 423, kind: 'step-up-required', stepUp: ['password'] },
    { status: 419, kind: 'csrf' },
    { status: 401, kind: 'signed-out' },
    { redirected: true, kind: 'signed-out' },
  ],
} as const satisfies BackendDefinition;
