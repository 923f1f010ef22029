import type { BackendDefinition } from '../definition/definition.js';

/** An app is set up already, or can be set up. */
const SETUP = [
  { status: 400, path: '$.error' },
  { status: 422, path: "$['field-error'][0]", equals: 'otp_secret' },
] as const;

/** A sentence, in any language. */
const DONE = { status: 200, path: '$.success', matches: '.' } as const;

/**
 * Rodauth 2.44 (read at commit 8471e32), its JSON API, with a session cookie.
 *
 * Source of every fact: github.com/jeremyevans/rodauth, `lib/rodauth/features/` (`otp.rb`, `json.rb`,
 * `recovery_codes.rb`, `two_factor_base.rb`, `base.rb`), `spec/two_factor_spec.rb`, `doc/otp.rdoc`.
 *
 * The page provides: `base-url`, the site itself and Rodauth's `prefix` where it has one; `issuer` and
 * `account`, since the server sends a bare secret. Requests that are JSON need no token against CSRF. On
 * another origin: CORS with credentials.
 *
 * The site provides: the features `json`, `otp` and `recovery_codes`, and `hmac_secret`: without it the
 * server takes any secret that a page makes up, in small letters only.
 *
 * What it cannot do, and why:
 * - Linking and unlinking ask for the password; an account that has none, and a site with
 *   `two_factor_modifications_require_password? false`, need a copy of this definition without
 *   `requires`.
 * - The codes that show after linking are all that the account has. More recovery codes can only be added
 *   up to the limit, and no old one stops working: making new ones is left out, and how many are left is
 *   told to nobody without the password.
 * - After five wrong codes (`otp_auth_failures_limit`) codes are locked until a recovery code is used. All
 *   that refuses a code with 403 counts as that, also that somebody is signed in already: only the
 *   sentences differ, and those may be in any language.
 * - A code that was used before is a wrong code.
 * - Somebody with a security key and no app counts as one who has to link an app, once signed in.
 * - One app, without a name or dates. An enrollment is kept nowhere: it never expires, and there is no
 *   cancel.
 * - The feature `jwt` gives a new token with every change and needs a definition of its own.
 */
export const definition = {
  name: 'Rodauth (JSON)',
  credentials: 'include',
  capabilities: { maxAuthenticators: 1 },
  operations: {
    status: {
      steps: [
        {
          request: 'POST /multifactor-auth',
          body: {},
          success: [
            { status: 200, path: '$.auth_links' },
            { status: [401, 403], path: '$.error' },
          ],
        },
        {
          // Has no second factor, or showed it already.
          when: { status: 403 },
          request: 'POST /otp-setup',
          body: {},
          success: SETUP,
        },
      ],
      result: {
        state: {
          $first: [
            { $when: { status: 200 }, $value: 'code-required' },
            { $when: { status: 422 }, $value: 'enrollment-required' },
            { $when: { status: 400 }, $value: 'verified' },
            'signed-out',
          ],
        },
      },
    },
    startEnrollment: {
      request: 'POST /otp-setup',
      body: {},
      success: { status: 422, path: '$.otp_raw_secret' },
      capture: { otpSecret: '$.otp_secret', otpRawSecret: '$.otp_raw_secret' },
      result: { secret: '$.otp_secret' },
      errors: [
        { status: 400, kind: 'already-linked' },
        // The site has no `hmac_secret`.
        { status: 422, kind: 'misconfigured' },
      ],
    },
    confirmEnrollment: {
      requires: ['password'],
      steps: [
        {
          request: 'POST /otp-setup',
          body: {
            otp_secret: '{otpSecret}',
            otp_raw_secret: '{otpRawSecret}',
            otp: '{code}',
            password: '{password}',
          },
          success: DONE,
          errors: [
            // The server's `hmac_secret` is another one by now.
            { path: "$['field-error'][0]", equals: 'otp_secret', kind: 'enrollment-expired' },
            { status: 400, kind: 'already-linked' },
          ],
        },
        // The app is linked by now, with or without recovery codes to show.
        {
          request: 'POST /recovery-codes',
          body: { password: '{password}', add: '1' },
          success: { status: 200, path: '$.codes' },
          optional: true,
        },
      ],
      result: { authenticator: { id: 'totp' }, recoveryCodes: '$.codes' },
    },
    verify: {
      request: 'POST /otp-auth',
      body: { otp: '{code}' },
      success: DONE,
      errors: [
        { status: 403, kind: 'locked' },
        { status: 401, path: "$['field-error']", exists: false, kind: 'login-expired' },
      ],
    },
    verifyRecoveryCode: {
      request: 'POST /recovery-auth',
      body: { 'recovery-code': '{recoveryCode}' },
      success: DONE,
      errors: [
        { path: "$['field-error'][0]", equals: 'recovery-code', kind: 'invalid-recovery-code' },
        { status: 401, kind: 'login-expired' },
      ],
    },
    listAuthenticators: {
      request: 'POST /otp-setup',
      body: {},
      success: SETUP,
      result: [{ $when: { status: 400 }, id: 'totp' }],
    },
    unlinkAuthenticator: {
      requires: ['password'],
      request: 'POST /otp-disable',
      body: { password: '{password}' },
      success: DONE,
      errors: [{ status: 403, kind: 'not-found' }],
    },
    stepUp: { capture: { password: '{password}' } },
  },
  errors: [
    { path: "$['field-error'][0]", equals: 'otp', kind: 'invalid-code' },
    { path: "$['field-error'][0]", equals: 'password', kind: 'invalid-password' },
    { status: 401, kind: 'signed-out' },
    { status: 403, kind: 'forbidden' },
  ],
} as const satisfies BackendDefinition;
