import type { BackendDefinition } from '../definition/definition.js';

/** The session is in the cookie: there is nothing to say. */
const SIGNED_IN = { status: 200, empty: true } as const;
const LINKED = { status: 200, path: '$.isTwoFactorEnabled', equals: true } as const;
const NOT_LINKED = { ...LINKED, equals: false } as const;

/**
 * ASP.NET Core Identity, the endpoints of `MapIdentityApi` (.NET 8 and newer), with its cookies.
 *
 * Source of every fact: github.com/dotnet/aspnetcore,
 * `src/Identity/Core/src/IdentityApiEndpointRouteBuilderExtensions.cs` (commit 2ef1838),
 * `src/Identity/test/Identity.FunctionalTests/MapIdentityApiTests.cs` (commit 51da893),
 * `src/Identity/Extensions.Core/src/SignInResult.cs` (commit 032c5b4); and
 * learn.microsoft.com/aspnet/core/breaking-changes/10/cookie-authentication-api-endpoints.
 *
 * The page provides: `base-url`, the group that `MapIdentityApi` was called on (`/` when it was none);
 * `issuer`, since the server sends a bare secret. There is no sign-in that waits for its code: the e-mail
 * address and the password are sent once more along with it, so the page keeps what was typed in its
 * sign-in form in memory and gives it as the variables `email` and `password`. It asked
 * `POST /login?useSessionCookies=true` first and was told `RequiresTwoFactor`. On another origin: CORS
 * with credentials and the header `X-Requested-With`; that header makes cookie authentication before
 * .NET 10 answer 401 in place of a redirect to a sign-in page.
 *
 * What it cannot do, and why:
 * - A wrong code and a wrong password have the same answer (`Failed`), so do a recovery code that was
 *   never one and one that was spent. A lockout does not say for how long.
 * - Remembering the device is the same switch as staying signed in (`useCookies=true`).
 * - Nothing asks for the password or a code again: whoever has the session can unlink. Unlinking also
 *   makes a new secret, so that the old one is worth nothing. Enabling, disabling and a new secret end
 *   the person's other sessions when their security stamp is next looked at.
 * - An enrollment never expires, and a secret nobody confirmed does no harm: no cancel.
 * - How recovery codes are made differs by version: no alphabet is given.
 * - One app, without a name or dates. Asking for the status makes a secret where there is none.
 * - Bearer tokens, and controllers or pages with antiforgery of a site's own, need a definition of their
 *   own.
 */
export const definition = {
  name: 'ASP.NET Core Identity',
  credentials: 'include',
  headers: { 'X-Requested-With': 'XMLHttpRequest' },
  variables: {
    email: { page: 'the e-mail address that was typed at sign-in', optional: true },
    password: { page: 'the password that was typed at sign-in', optional: true },
  },
  capabilities: { rememberDevice: true, maxAuthenticators: 1 },
  operations: {
    status: {
      request: 'POST /manage/2fa',
      body: {},
      success: [LINKED, NOT_LINKED, { status: 401 }],
      result: {
        state: {
          $first: [
            { $when: LINKED, $value: 'verified' },
            { $when: NOT_LINKED, $value: 'enrollment-required' },
            { $when: { value: '{password}' }, $value: 'code-required' },
            'signed-out',
          ],
        },
      },
    },
    startEnrollment: {
      steps: [
        {
          request: 'POST /manage/2fa',
          body: {},
          success: NOT_LINKED,
          capture: { sharedKey: '$.sharedKey' },
          errors: [{ ...LINKED, kind: 'already-linked' }],
        },
        { request: 'GET /manage/info' },
      ],
      result: { secret: '{sharedKey}', account: '$.email' },
    },
    confirmEnrollment: {
      request: 'POST /manage/2fa',
      body: { enable: true, twoFactorCode: '{code}' },
      success: LINKED,
      result: { authenticator: { id: 'totp' }, recoveryCodes: '$.recoveryCodes' },
      errors: [{ path: '$.errors.InvalidTwoFactorCode', kind: 'invalid-code' }],
    },
    verify: {
      steps: [
        {
          when: { value: '{rememberDevice}' },
          request: 'POST /login?useCookies=true',
          body: { email: '{email}', password: '{password}', twoFactorCode: '{code}' },
          success: SIGNED_IN,
        },
        {
          when: { value: '{rememberDevice}', exists: false },
          request: 'POST /login?useSessionCookies=true',
          body: { email: '{email}', password: '{password}', twoFactorCode: '{code}' },
          success: SIGNED_IN,
        },
      ],
      errors: [
        { path: '$.detail', equals: 'Failed', kind: 'invalid-code' },
        // The page no longer has the address and the password.
        { status: 400, value: '{password}', exists: false, kind: 'login-expired' },
      ],
    },
    verifyRecoveryCode: {
      request: 'POST /login?useSessionCookies=true',
      body: { email: '{email}', password: '{password}', twoFactorRecoveryCode: '{recoveryCode}' },
      success: SIGNED_IN,
      errors: [
        { path: '$.detail', equals: 'Failed', kind: 'invalid-recovery-code' },
        { status: 400, value: '{password}', exists: false, kind: 'login-expired' },
      ],
    },
    listAuthenticators: {
      request: 'POST /manage/2fa',
      body: {},
      success: [LINKED, NOT_LINKED],
      result: [{ $when: LINKED, id: 'totp' }],
    },
    unlinkAuthenticator: {
      request: 'POST /manage/2fa',
      body: { enable: false, resetSharedKey: true },
      success: NOT_LINKED,
    },
    recoveryCodesStatus: {
      request: 'POST /manage/2fa',
      body: {},
      result: { left: '$.recoveryCodesLeft' },
    },
    generateRecoveryCodes: {
      request: 'POST /manage/2fa',
      body: { resetRecoveryCodes: true },
      result: '$.recoveryCodes',
    },
  },
  errors: [
    { path: '$.detail', equals: 'Lockedout', kind: 'locked' },
    { path: '$.detail', equals: 'NotAllowed', kind: 'forbidden' },
    { status: 401, kind: 'signed-out' },
    // The user of this session is none any more.
    { status: 404, kind: 'signed-out' },
    { redirected: true, kind: 'signed-out' },
  ],
} as const satisfies BackendDefinition;
