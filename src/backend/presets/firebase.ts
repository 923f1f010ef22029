import type { BackendDefinition } from '../definition/definition.js';

/** Every change gives a new token. */
const NEW_TOKEN = { status: 200, path: '$.idToken' } as const;

/**
 * Firebase Authentication with Identity Platform, REST API v1 and v2, with TOTP enabled.
 *
 * Source of every fact: the reference at docs.cloud.google.com/identity-platform/docs/reference/rest
 * (v2 `accounts.mfaEnrollment`, `accounts.mfaSignIn`; v1 `accounts.lookup`,
 * `accounts.signInWithPassword`); firebase/firebase-js-sdk `packages/auth/src/api/` (@firebase/auth
 * 1.13.5); firebase/firebase-tools 15.28.1 `src/emulator/auth/operations.ts`. What the service really
 * answers, errors above all: its answers as recorded in September 2026 by t-k/fireemu,
 * `conformance/auth-mfa-production.json` at 16a7d2b, and `CHANGELOG.md` beside it.
 *
 * The page provides: `base-url`, `https://identitytoolkit.googleapis.com`; `issuer` and `account` (the
 * e-mail address), which the service does not give; and as `variables`
 * - `key`, the web API key of the project;
 * - `idToken`, a function: `() => auth.currentUser?.getIdToken()`;
 * - at sign-in `mfaPendingCredential` and `mfaEnrollmentId`, both out of the answer that asks for a
 *   second factor: the id is that of the entry in `mfaInfo` with `totpInfo`. The SDK has that answer
 *   only in an internal field of its error (`customData._serverResponse`);
 * - `tenantId` and `appCheckToken`, where the project has them; `name` for an app that gets no name
 *   from the person, because the service wants one.
 * New tokens come in the event `mfa-tokens`. Linking and unlinking give them too; unlinking ends every
 * session before it, so the one of the page as well. The tag itself goes on with the newest. The SDK
 * takes no tokens from elsewhere: a page that leaves the session to it is better off with a `backend`
 * of its own, made of the SDK.
 *
 * What it cannot do, and why:
 * - A key that is restricted to websites works where its list has the whole origin of the page: no more
 *   than that is told of the page.
 * - The service does not say which step is due: the page knows, and puts up the tag for it.
 * - One app: the service refuses a second. Recovery codes, remembering a device, renaming: it has
 *   none.
 * - Linking needs a sign-in of less than about five minutes old. The password is asked for that, of an
 *   account that has one; who signs in otherwise has to do so anew.
 * - The third wrong code at linking is the last: then a new QR code is due. An enrollment that nobody
 *   finishes ends by itself after 15 minutes: no cancel.
 * - A code that was used already is refused like any wrong one. Wrong codes end in a quota, and no
 *   answer says for how long.
 * - The id of a new app is only in the token, so until the list is read it is called `totp`.
 */
export const definition = {
  name: 'Firebase Authentication (Identity Platform)',
  // For a key that is restricted to websites.
  referrer: 'origin',
  headers: { 'X-Firebase-AppCheck': '{appCheckToken}' },
  variables: {
    key: { page: 'the web API key of the project' },
    idToken: { page: 'the ID token of who is signed in, best as a function', optional: true },
    mfaPendingCredential: { page: 'mfaPendingCredential in the answer to the sign-in' },
    mfaEnrollmentId: { page: 'mfaInfo[…].mfaEnrollmentId in the answer to the sign-in' },
    tenantId: { page: 'the tenant, when there are tenants', optional: true },
    appCheckToken: { page: 'the token of App Check, when the project enforces it', optional: true },
    name: 'Authenticator',
  },
  capture: { idToken: '$.idToken' },
  capabilities: { maxAuthenticators: 1 },
  operations: {
    startEnrollment: {
      request: 'POST /v2/accounts/mfaEnrollment:start{?key}',
      body: { idToken: '{idToken}', tenantId: '{tenantId}', totpEnrollmentInfo: {} },
      capture: { sessionInfo: '$.totpSessionInfo.sessionInfo' },
      result: {
        secret: '$.totpSessionInfo.sharedSecretKey',
        algorithm: '$.totpSessionInfo.hashingAlgorithm',
        digits: '$.totpSessionInfo.verificationCodeLength',
        period: '$.totpSessionInfo.periodSec',
        expiresAt: '$.totpSessionInfo.finalizeEnrollmentTime',
      },
    },
    confirmEnrollment: {
      request: 'POST /v2/accounts/mfaEnrollment:finalize{?key}',
      body: {
        idToken: '{idToken}',
        tenantId: '{tenantId}',
        displayName: '{name}',
        totpVerificationInfo: { sessionInfo: '{sessionInfo}', verificationCode: '{code}' },
      },
      success: NEW_TOKEN,
      tokens: { idToken: '$.idToken', refreshToken: '$.refreshToken' },
      result: { authenticator: { id: 'totp', name: '{name}' } },
    },
    verify: {
      request: 'POST /v2/accounts/mfaSignIn:finalize{?key}',
      body: {
        mfaPendingCredential: '{mfaPendingCredential}',
        mfaEnrollmentId: '{mfaEnrollmentId}',
        tenantId: '{tenantId}',
        totpVerificationInfo: { verificationCode: '{code}' },
      },
      success: NEW_TOKEN,
      tokens: { idToken: '$.idToken', refreshToken: '$.refreshToken' },
      errors: [{ path: '$.error.message', startsWith: 'USER_NOT_FOUND', kind: 'login-expired' }],
    },
    listAuthenticators: {
      request: 'POST /v1/accounts:lookup{?key}',
      body: { idToken: '{idToken}' },
      success: { status: 200, path: '$.users[0]' },
      // Who has no second factor has no such list.
      result: {
        $first: [
          {
            $each: '$.users[0].mfaInfo[?@.totpInfo]',
            $as: { id: '$.mfaEnrollmentId', name: '$.displayName', createdAt: '$.enrolledAt' },
          },
          [],
        ],
      },
    },
    unlinkAuthenticator: {
      request: 'POST /v2/accounts/mfaEnrollment:withdraw{?key}',
      body: {
        idToken: '{idToken}',
        tenantId: '{tenantId}',
        mfaEnrollmentId: '{authenticatorId}',
      },
      success: NEW_TOKEN,
      tokens: { idToken: '$.idToken', refreshToken: '$.refreshToken' },
    },
    stepUp: {
      request: 'POST /v1/accounts:signInWithPassword{?key}',
      body: {
        email: '{account}',
        password: '{password}',
        returnSecureToken: true,
        tenantId: '{tenantId}',
      },
      // An account with another second factor is asked for that: not here.
      success: NEW_TOKEN,
      tokens: { idToken: '$.idToken', refreshToken: '$.refreshToken' },
      errors: [
        { path: '$.mfaPendingCredential', kind: 'signed-out' },
        {
          path: '$.error.message',
          matches: '^INVALID_(LOGIN_CREDENTIALS|PASSWORD)\\b',
          kind: 'invalid-password',
        },
      ],
    },
  },
  // A message begins with its code; an explanation may follow.
  errors: [
    { path: '$.error.message', startsWith: 'INVALID_CODE', kind: 'invalid-code' },
    {
      path: '$.error.message',
      matches: '^(SESSION_EXPIRED|INVALID_SESSION_INFO|TOO_MANY_ENROLLMENT_ATTEMPTS)\\b',
      kind: 'enrollment-expired',
    },
    {
      path: '$.error.message',
      matches: '^(TOTP_CHALLENGE_TIMEOUT|INVALID_(MFA_)?PENDING_(CREDENTIAL|TOKEN))\\b',
      kind: 'login-expired',
    },
    {
      path: '$.error.message',
      startsWith: 'CREDENTIAL_TOO_OLD_LOGIN_AGAIN',
      kind: 'step-up-required',
      stepUp: ['password'],
    },
    {
      path: '$.error.message',
      matches: '^(INVALID_ID_TOKEN|MISSING_ID_TOKEN|TOKEN_EXPIRED|USER_NOT_FOUND)\\b',
      kind: 'signed-out',
    },
    {
      path: '$.error.message',
      matches: '^(MFA_ENROLLMENT_NOT_FOUND|INVALID_MFA_ENROLLMENT_ID)\\b',
      kind: 'not-found',
    },
    {
      path: '$.error.message',
      matches: '^(MFA_ENROLLMENT_ALREADY_COMPLETE\\b|SECOND_FACTOR_LIMIT_EXCEEDED.* TOTP )',
      kind: 'already-linked',
    },
    { path: '$.error.message', startsWith: 'SECOND_FACTOR_LIMIT_EXCEEDED', kind: 'limit-reached' },
    {
      path: '$.error.message',
      matches: '^(QUOTA_EXCEEDED|TOO_MANY_ATTEMPTS_TRY_LATER)\\b',
      kind: 'rate-limited',
    },
    {
      path: '$.error.message',
      matches: '^(UNVERIFIED_EMAIL|UNSUPPORTED_FIRST_FACTOR|USER_DISABLED)\\b',
      kind: 'forbidden',
    },
    { path: '$.error.message', startsWith: 'OPERATION_NOT_ALLOWED', kind: 'misconfigured' },
  ],
} as const satisfies BackendDefinition;
