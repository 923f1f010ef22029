import type { BackendDefinition } from '../definition/definition.js';

const ID = { path: "$['$id']" } as const;

/** Which factors there are, and which there are not. */
const FACTORS = { status: 200, path: '$.totp' } as const;

/** The session that passed a factor says when. */
const PASSED = { status: 200, path: '$.mfaUpdatedAt' } as const;

/**
 * Appwrite 1.9.6 (read at commit 0cefd06).
 *
 * Source of every fact: github.com/appwrite/appwrite, `src/Appwrite/Platform/Modules/Account/Http/Account/MFA/`
 * (`Authenticators/`, `Challenges/`, `Factors/`, `RecoveryCodes/`, `Update.php`), `src/Appwrite/Auth/MFA/`,
 * `src/Appwrite/Utopia/Response/Model/`, `app/controllers/shared/api.php` and `api/auth.php`,
 * `app/config/errors.php`, `app/init/resources/request.php`, `app/init/constants.php`; what recovery codes
 * are made of: github.com/utopia-php/auth, `src/Auth/Proofs/Token.php` (commit 0904c50).
 *
 * The page provides: `base-url`, the endpoint with `/v1`; in its property `variables` `projectId`. The
 * session of whoever signed in is a cookie on Appwrite's domain; where the browser keeps that back
 * (another site), the page gives `fallbackCookies`, what the SDK keeps under `cookieFallback`. A JWT will
 * not do: to Appwrite it belongs to no session that could have passed a factor. The page's origin is a
 * platform of the project.
 *
 * What linking does here: the first right code verifies the app, then MFA is switched on for the account,
 * then recovery codes are made, unless there are some.
 *
 * What it cannot do, and why:
 * - MFA waits for any verified factor, mail and phone too. Somebody with only those is told to link an
 *   app once signed in, and cannot pass `mfa-challenge`.
 * - A wrong code and a challenge that is over (an hour) have the same answer. Only the code of the very
 *   moment is right: Appwrite allows for no clock that is off. Ten challenges an hour, one a try.
 * - `X-RateLimit-Reset` is not exposed to other origins: there the wait is not known.
 * - Unlinking and new recovery codes ask for a code given in the last half hour.
 * - Unlinking switches MFA off, as linking switched it on: otherwise whoever has a verified address would be
 *   asked for a code by mail at the next sign-in, which the tags cannot do. A site that can needs a copy of
 *   this definition without that step.
 * - One app, without a name or dates. How many recovery codes are left is told only together with the
 *   codes, so it is not asked.
 */
export const definition = {
  name: 'Appwrite',
  credentials: 'include',
  variables: {
    projectId: { page: 'the id of the project' },
    fallbackCookies: { page: 'what the SDK keeps in place of the cookie', optional: true },
  },
  headers: {
    'X-Appwrite-Project': '{projectId}',
    'X-Fallback-Cookies': '{fallbackCookies}',
  },
  capabilities: { recoveryCodeAlphabet: '0123456789abcdef', maxAuthenticators: 1 },
  operations: {
    status: {
      steps: [
        {
          request: 'GET /account',
          success: [
            { status: 200, ...ID },
            { status: 401, path: '$.type' },
          ],
          capture: { email: '$.email' },
        },
        { when: { status: 200 }, request: 'GET /account/mfa/factors', success: FACTORS },
      ],
      result: {
        state: {
          $first: [
            { $when: { path: '$.totp', equals: true }, $value: 'verified' },
            { $when: { path: '$.totp', equals: false }, $value: 'enrollment-required' },
            {
              $when: { path: '$.type', equals: 'user_more_factors_required' },
              $value: 'code-required',
            },
            { $when: { status: 401 }, $value: 'signed-out' },
          ],
        },
        account: '{email}',
      },
    },
    startEnrollment: {
      request: 'POST /account/mfa/authenticators/totp',
      result: { secret: '$.secret', otpauthUri: '$.uri' },
    },
    confirmEnrollment: {
      steps: [
        {
          request: 'PUT /account/mfa/authenticators/totp',
          body: { otp: '{code}' },
          success: { status: 200, ...ID },
          errors: [
            { path: '$.type', equals: 'user_authenticator_not_found', kind: 'enrollment-expired' },
          ],
        },
        {
          request: 'PATCH /account/mfa',
          body: { mfa: true },
          success: { status: 200, path: '$.mfa', equals: true },
        },
        // Linked it is by now; there may be recovery codes already, which show only once.
        {
          request: 'POST /account/mfa/recovery-codes',
          success: { status: 201, path: '$.recoveryCodes[0]' },
          optional: true,
        },
      ],
      result: { authenticator: { id: 'totp' }, recoveryCodes: '$.recoveryCodes' },
    },
    verify: {
      steps: [
        {
          request: 'POST /account/mfa/challenges',
          body: { factor: 'totp' },
          success: { status: 201, ...ID },
          capture: { challengeId: ID.path },
        },
        {
          request: 'PUT /account/mfa/challenges',
          body: { challengeId: '{challengeId}', otp: '{code}' },
          success: PASSED,
        },
      ],
      errors: [{ path: '$.type', equals: 'general_unauthorized_scope', kind: 'login-expired' }],
    },
    verifyRecoveryCode: {
      steps: [
        {
          request: 'POST /account/mfa/challenges',
          body: { factor: 'recoveryCode' },
          success: { status: 201, ...ID },
          capture: { challengeId: ID.path },
        },
        {
          request: 'PUT /account/mfa/challenges',
          body: { challengeId: '{challengeId}', otp: '{recoveryCode}' },
          success: PASSED,
        },
      ],
      errors: [
        { path: '$.type', equals: 'user_invalid_token', kind: 'invalid-recovery-code' },
        { path: '$.type', equals: 'general_unauthorized_scope', kind: 'login-expired' },
      ],
    },
    listAuthenticators: {
      request: 'GET /account/mfa/factors',
      success: FACTORS,
      result: [{ $when: { path: '$.totp', equals: true }, id: 'totp' }],
    },
    unlinkAuthenticator: {
      steps: [
        { request: 'DELETE /account/mfa/authenticators/totp', success: { status: 204 } },
        // Unlinked it is, also where the switch is refused.
        {
          request: 'PATCH /account/mfa',
          body: { mfa: false },
          success: { status: 200, path: '$.mfa', equals: false },
          optional: true,
        },
      ],
    },
    stepUp: {
      steps: [
        {
          request: 'POST /account/mfa/challenges',
          body: { factor: 'totp' },
          success: { status: 201, ...ID },
          capture: { challengeId: ID.path },
        },
        {
          request: 'PUT /account/mfa/challenges',
          body: { challengeId: '{challengeId}', otp: '{code}' },
          success: PASSED,
        },
      ],
    },
    generateRecoveryCodes: {
      steps: [
        {
          request: 'PATCH /account/mfa/recovery-codes',
          success: [{ status: 200 }, { path: '$.type', equals: 'user_recovery_codes_not_found' }],
        },
        { when: { status: 404 }, request: 'POST /account/mfa/recovery-codes' },
      ],
      result: '$.recoveryCodes',
    },
  },
  errors: [
    { path: '$.type', equals: 'user_invalid_token', kind: 'invalid-code' },
    {
      path: '$.type',
      equals: 'user_challenge_required',
      kind: 'step-up-required',
      stepUp: ['code'],
    },
    { path: '$.type', equals: 'user_authenticator_already_verified', kind: 'already-linked' },
    { path: '$.type', equals: 'user_authenticator_not_found', kind: 'not-found' },
    { path: '$.type', equals: 'user_more_factors_required', kind: 'login-expired' },
    { path: '$.type', equals: 'user_blocked', kind: 'forbidden' },
    // A policy of the project allows for no apps; status 501.
    { path: '$.type', equals: 'user_auth_method_unsupported', kind: 'misconfigured' },
    {
      status: 429,
      kind: 'rate-limited',
      retryAfter: { header: 'X-RateLimit-Reset', unit: 'epoch' },
    },
    { status: 401, kind: 'signed-out' },
  ],
} as const satisfies BackendDefinition;
