import type { BackendDefinition } from '../definition/definition.js';

const DONE = { status: 200, path: '$.success', equals: true } as const;

/**
 * WordPress with the plugin Two Factor 0.16.
 *
 * Source of every fact: github.com/WordPress/two-factor at tag 0.16.0 and commit 31d2bec,
 * `class-two-factor-core.php`, `providers/class-two-factor-totp.php`,
 * `providers/class-two-factor-backup-codes.php`, `providers/class-two-factor-provider.php`;
 * github.com/WordPress/wordpress-develop, `src/wp-includes/rest-api.php`,
 * `src/wp-includes/rest-api/class-wp-rest-server.php`; developer.wordpress.org/rest-api/authentication.
 *
 * The page provides, in the settings: `base-url`, `/wp-json/two-factor/1.0` or where the REST API is
 * (with an address of its own, not `?rest_route=`); `wpApiSettings.nonce`, which the script
 * `wp-api-request` brings, or the variable `nonce` (`wp_create_nonce('wp_rest')`); the variables `userId`,
 * and for the list `linked`, whether `Two_Factor_Totp` is among the enabled providers; `issuer` and
 * `account`, since the secret is made here; and to prove who is there `revalidateUrl`, the plugin's
 * `Two_Factor_Core::get_user_two_factor_revalidate_url()`, with `redirect_to` for the way back.
 *
 * The page provides, at sign-in: the plugin's own page of `wp-login.php`, with `mfa-challenge` beside its
 * form (action `login_footer`) and the form itself hidden. The code is posted as that form would post it,
 * and what follows is a page of WordPress: why a code was refused, and that one has to wait, is said
 * there.
 *
 * What it cannot do, and why:
 * - No request tells the state of an account: no status, and no number of recovery codes left.
 * - Once an app is linked, changes need a code that was shown to `wp-login.php` in the last twenty minutes
 *   (a filter may say otherwise): without one the page is left for it.
 * - Recovery codes do not come with the app; making them ends the ones before.
 * - One app, without a name or dates; linking once more replaces it. An enrollment is kept nowhere: it
 *   never expires, and there is no cancel.
 * - Without a nonce WordPress takes everybody for signed out, and so is told here.
 */
export const definition = {
  name: 'WordPress Two Factor',
  headers: { 'X-WP-Nonce': '{nonce}' },
  variables: {
    nonce: { global: '$.wpApiSettings.nonce' },
    userId: { page: 'the id of the user' },
    linked: { page: 'whether Two_Factor_Totp is among the enabled providers of the user' },
    revalidateUrl: { page: 'where the user proves who is there', optional: true },
    newSecret: { generate: 'secret' },
    loginForm: { attribute: 'action', of: '#loginform' },
    authId: { input: 'wp-auth-id' },
    authNonce: { input: 'wp-auth-nonce' },
    redirectTo: { input: 'redirect_to' },
    interimLogin: { input: 'interim-login' },
    rememberMe: { input: 'rememberme' },
  },
  capture: { nonce: { $header: 'X-WP-Nonce' } },
  capabilities: { recoveryCodeAlphabet: '0123456789', maxAuthenticators: 1 },
  operations: {
    startEnrollment: { result: { secret: '{newSecret}' } },
    confirmEnrollment: {
      request: 'POST /totp',
      body: { user_id: '{userId}', key: '{secret}', code: '{code}', enable_provider: true },
      success: DONE,
      capture: { linked: true },
      result: { authenticator: { id: 'totp' } },
      errors: [{ path: '$.code', equals: 'invalid_key_code', kind: 'invalid-code' }],
    },
    verify: {
      form: 'POST {+loginForm}',
      body: {
        provider: 'Two_Factor_Totp',
        'wp-auth-id': '{authId}',
        'wp-auth-nonce': '{authNonce}',
        redirect_to: '{redirectTo}',
        'interim-login': '{interimLogin}',
        rememberme: '{rememberMe}',
        authcode: '{code}',
      },
    },
    verifyRecoveryCode: {
      form: 'POST {+loginForm}',
      body: {
        provider: 'Two_Factor_Backup_Codes',
        'wp-auth-id': '{authId}',
        'wp-auth-nonce': '{authNonce}',
        redirect_to: '{redirectTo}',
        'interim-login': '{interimLogin}',
        rememberme: '{rememberMe}',
        'two-factor-backup-code': '{recoveryCode}',
      },
    },
    listAuthenticators: {
      result: [{ $when: { value: '{linked}', equals: true }, id: 'totp' }],
    },
    unlinkAuthenticator: {
      request: 'DELETE /totp?user_id={userId}',
      success: DONE,
      capture: { linked: false },
    },
    generateRecoveryCodes: {
      request: 'POST /generate-backup-codes',
      body: { user_id: '{userId}', enable_provider: true },
      result: '$.codes',
    },
  },
  errors: [
    {
      path: '$.code',
      equals: 'revalidation_required',
      kind: 'redirect-required',
      redirectTo: '{revalidateUrl}',
    },
    { path: '$.code', equals: 'rest_cookie_invalid_nonce', kind: 'csrf' },
    { status: 401, kind: 'signed-out' },
    { status: 403, kind: 'forbidden' },
  ],
} as const satisfies BackendDefinition;
