import type { BackendDefinition } from '../definition/definition.js';

const PROOF_BY_APP = "$.data.flows[?@.id=='mfa_reauthenticate'].types[?@=='totp']";

const CODES = "$.data[?@.type=='recovery_codes']";

/** Every response repeats its status. */
const DONE = { status: 200, path: '$.status', equals: 200 } as const;
/** Signed in, or once more. */
const AUTHENTICATED = { status: 200, path: '$.meta.is_authenticated', equals: true } as const;
const TRUST_ASKED = {
  status: 401,
  path: '$.data.flows[*].id',
  equals: 'mfa_trust',
} as const;

/**
 * django-allauth 65.16.1, headless, its API for browsers, with `allauth.mfa`.
 *
 * Source of every fact: github.com/pennersr/django-allauth at tag 65.16.1, `allauth/headless/mfa/`
 * (`views.py`, `response.py`, `urls.py`), `allauth/headless/base/response.py`,
 * `allauth/headless/base/views.py`, `allauth/headless/account/views.py`,
 * `allauth/headless/internal/restkit/`, `allauth/account/internal/flows/reauthentication.py`,
 * `allauth/mfa/` (`base/forms.py`, `stages.py`, `totp/internal/`, `recovery_codes/internal/`,
 * `internal/flows/add.py`), `allauth/headless/spec/doc/openapi.yaml`; docs.djangoproject.com, CSRF.
 *
 * The page provides: `base-url`, such as `/_allauth/browser/v1`; the cookie `csrftoken`, which every
 * answer of this API sets (so neither `CSRF_USE_SESSIONS` nor `CSRF_COOKIE_HTTPONLY`). The session is a
 * cookie. On another origin: that origin in `CSRF_TRUSTED_ORIGINS`, CORS with credentials and the header
 * `X-CSRFToken`, and one parent domain for both cookies.
 *
 * What it cannot do, and why:
 * - It can remember a device where the site has `MFA_TRUST_ENABLED`, and nothing tells whether it has: a
 *   copy of this definition with `"capabilities": { "rememberDevice": true }` offers it. Without that the
 *   answer to the question of trust is no.
 * - Who has a passkey in place of an app counts as verified; the passkeys themselves are not listed.
 * - A person with a passkey only and no password cannot prove anything here, and is sent to sign in.
 * - The secret of an enrollment is new each time and is kept in the session: no cancel; a code for an
 *   older one is a wrong code. A code that was used before is one as well.
 * - Too many wrong codes have an error of their own, without the time to wait.
 * - Recovery codes come with the first app. A site with `MFA_RECOVERY_CODES_SHOW_ONCE` shows them once.
 *   Those that were taken over from another package may have letters: no alphabet is given.
 * - Linking is refused while an e-mail address is not verified (`forbidden`).
 * - One app, without a name.
 */
export const definition = {
  name: 'django-allauth (headless)',
  credentials: 'include',
  headers: { 'X-CSRFToken': '{csrfToken}' },
  variables: { csrfToken: { cookie: 'csrftoken' } },
  capabilities: { maxAuthenticators: 1, tellsLastUse: true },
  operations: {
    status: {
      steps: [
        {
          request: 'GET /auth/session',
          success: [AUTHENTICATED, { status: 401, path: '$.meta.is_authenticated', equals: false }],
        },
        {
          when: { status: 200 },
          request: 'GET /account/authenticators',
          capture: { authenticators: { $count: '$.data' } },
        },
      ],
      result: {
        state: {
          $first: [
            {
              $when: [
                { path: '$.data[*].type', equals: 'totp' },
                { path: '$.data[*].type', equals: 'webauthn' },
              ],
              $value: 'verified',
            },
            { $when: { value: '{authenticators}' }, $value: 'enrollment-required' },
            {
              $when: { path: "$.data.flows[?@.id=='mfa_authenticate' && @.is_pending==true]" },
              $value: 'code-required',
            },
            { $when: { status: 401 }, $value: 'signed-out' },
          ],
        },
      },
    },
    startEnrollment: {
      request: 'GET /account/authenticators/totp',
      success: { status: 404, path: '$.meta.secret' },
      result: { secret: '$.meta.secret', otpauthUri: '$.meta.totp_url' },
      errors: [
        { status: 200, kind: 'already-linked' },
        { status: 409, kind: 'forbidden' },
      ],
    },
    confirmEnrollment: {
      steps: [
        {
          request: 'POST /account/authenticators/totp',
          body: { code: '{code}' },
          success: { status: 200, path: '$.data.type', equals: 'totp' },
        },
        // The app is linked by now, with or without recovery codes to show.
        { request: 'GET /account/authenticators/recovery-codes', optional: true },
      ],
      result: { authenticator: { id: 'totp' }, recoveryCodes: '$.data.unused_codes' },
    },
    verify: {
      steps: [
        {
          request: 'POST /auth/2fa/authenticate',
          body: { code: '{code}' },
          success: [AUTHENTICATED, TRUST_ASKED],
        },
        {
          when: TRUST_ASKED,
          request: 'POST /auth/2fa/trust',
          body: { trust: '{rememberDevice}' },
          success: AUTHENTICATED,
        },
      ],
      errors: [{ status: 401, kind: 'login-expired' }],
    },
    verifyRecoveryCode: {
      steps: [
        {
          request: 'POST /auth/2fa/authenticate',
          body: { code: '{recoveryCode}' },
          success: [AUTHENTICATED, TRUST_ASKED],
        },
        {
          when: TRUST_ASKED,
          request: 'POST /auth/2fa/trust',
          body: { trust: false },
          success: AUTHENTICATED,
        },
      ],
      errors: [
        { path: '$.errors[*].code', equals: 'incorrect_code', kind: 'invalid-recovery-code' },
        { status: 401, kind: 'login-expired' },
      ],
    },
    listAuthenticators: {
      request: 'GET /account/authenticators',
      success: DONE,
      result: {
        $each: "$.data[?@.type=='totp']",
        $as: {
          id: '$.type',
          createdAt: { $seconds: '$.created_at' },
          lastUsedAt: { $seconds: '$.last_used_at' },
        },
      },
    },
    unlinkAuthenticator: {
      request: 'DELETE /account/authenticators/totp',
      success: DONE,
    },
    stepUp: {
      steps: [
        {
          when: { value: '{password}' },
          request: 'POST /auth/reauthenticate',
          body: { password: '{password}' },
          success: AUTHENTICATED,
        },
        {
          when: { value: '{code}' },
          request: 'POST /auth/2fa/reauthenticate',
          body: { code: '{code}' },
          success: AUTHENTICATED,
        },
      ],
      errors: [
        { path: '$.errors[*].code', equals: 'incorrect_password', kind: 'invalid-password' },
      ],
    },
    recoveryCodesStatus: {
      request: 'GET /account/authenticators',
      success: DONE,
      result: {
        // Who has none has no such entry in the list.
        left: { $first: [`${CODES}.unused_code_count`, { $count: CODES }] },
        total: { $first: [`${CODES}.total_code_count`, { $count: CODES }] },
        createdAt: { $seconds: `${CODES}.created_at` },
      },
    },
    generateRecoveryCodes: {
      request: 'POST /account/authenticators/recovery-codes',
      result: '$.data.unused_codes',
    },
  },
  errors: [
    { path: '$.errors[*].code', equals: 'incorrect_code', kind: 'invalid-code' },
    { path: '$.errors[*].code', equals: 'too_many_login_attempts', kind: 'rate-limited' },
    { path: '$.errors[*].code', equals: 'unverified_email', kind: 'forbidden' },
    { path: '$.errors[*].code', equals: 'cannot_generate_recovery_codes', kind: 'forbidden' },
    // Signed in, and asked to prove it: by password, by either of the two, or by code.
    {
      status: 401,
      path: '$.data.flows[*].id',
      equals: 'reauthenticate',
      kind: 'step-up-required',
      stepUp: ['password', { $when: { path: PROOF_BY_APP }, $value: 'code' }],
    },
    { status: 401, path: PROOF_BY_APP, kind: 'step-up-required', stepUp: ['code'] },
    { status: 401, kind: 'signed-out' },
    // Django's own page, in place of JSON.
    { status: 403, kind: 'csrf' },
  ],
} as const satisfies BackendDefinition;
