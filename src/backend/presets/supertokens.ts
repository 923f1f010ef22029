import type { BackendDefinition } from '../definition/definition.js';

/** What went wrong comes with status 200 as well. */
const OK = { status: 200, path: '$.status', equals: 'OK' } as const;

/**
 * SuperTokens with the recipes TOTP and MultiFactorAuth: Frontend Driver Interface 4.2, as
 * supertokens-node 24.0.2 and the core 12.1.1 speak it.
 *
 * Source of every fact: github.com/supertokens/supertokens-node, tag v24.0.2,
 * `lib/ts/recipe/{totp,multifactorauth,session}`; github.com/supertokens/supertokens-core, tag v12.1.1,
 * `src/main/java/io/supertokens/{totp,webserver/api/totp}`;
 * github.com/supertokens/frontend-driver-interface, `api_spec.yaml`; the package supertokens-website
 * 20.1.6 for how `fetch` is wrapped.
 *
 * The page provides: `base-url`, `apiDomain` with `apiBasePath` (such as https://api.example.com/auth).
 * supertokens-web-js or -auth-react has to be initialised before: it wraps `fetch`, and so sends the
 * session in either way, guards against CSRF and renews what has run out. On another origin: CORS with
 * credentials, as the guide of SuperTokens has it.
 *
 * What it cannot do, and why:
 * - The next step of a sign-in may be another factor than the app (`next` without `totp`): the status
 *   then says nothing that the tags know.
 * - A change in a session without the second factor asks for a code of the app (`st-mfa`); a claim of
 *   the site's own is `forbidden` here, for only the site knows how to fulfil it.
 * - A used code is refused as a wrong one. There are no recovery codes, and no dates.
 * - The name of an app is chosen by SuperTokens before a person could say one, and only the server of
 *   the site can change it.
 */
export const definition = {
  name: 'SuperTokens (TOTP)',
  credentials: 'include',
  // Where the anti-CSRF mode is VIA_CUSTOM_HEADER, any value will do; this one selects no recipe.
  headers: { rid: 'anti-csrf' },
  operations: {
    status: {
      request: 'PUT /mfa/info',
      success: OK,
      result: {
        state: {
          $first: [
            {
              $when: {
                path: '$.factors.next',
                not: { path: '$.factors.next[*]' },
              },
              $value: 'verified',
            },
            {
              $when: { path: '$.factors.next[*]', equals: 'totp' },
              $value: {
                $first: [
                  {
                    $when: { path: '$.factors.alreadySetup[*]', equals: 'totp' },
                    $value: 'code-required',
                  },
                  'enrollment-required',
                ],
              },
            },
          ],
        },
      },
    },
    startEnrollment: {
      request: 'POST /totp/device',
      body: {},
      success: OK,
      result: { id: '$.deviceName', secret: '$.secret', otpauthUri: '$.qrCodeString' },
    },
    confirmEnrollment: {
      request: 'POST /totp/device/verify',
      body: { deviceName: '{enrollmentId}', totp: '{code}' },
      success: OK,
      result: { authenticator: { id: '{enrollmentId}', name: '{enrollmentId}' } },
    },
    cancelEnrollment: {
      request: 'POST /totp/device/remove',
      body: { deviceName: '{enrollmentId}' },
      success: OK,
    },
    verify: {
      request: 'POST /totp/verify',
      body: { totp: '{code}' },
      success: OK,
    },
    listAuthenticators: {
      request: 'GET /totp/device/list',
      success: OK,
      result: {
        $each: '$.devices[?@.verified==true]',
        $as: { id: '$.name', name: '$.name' },
      },
    },
    unlinkAuthenticator: {
      request: 'POST /totp/device/remove',
      body: { deviceName: '{authenticatorId}' },
      success: OK,
    },
    stepUp: {
      request: 'POST /totp/verify',
      body: { totp: '{code}' },
      success: OK,
    },
  },
  errors: [
    {
      path: '$.status',
      equals: 'INVALID_TOTP_ERROR',
      kind: 'invalid-code',
      attemptsLeft: {
        most: '$.maxNumberOfFailedAttempts',
        used: '$.currentNumberOfFailedAttempts',
      },
    },
    {
      path: '$.status',
      equals: 'LIMIT_REACHED_ERROR',
      kind: 'rate-limited',
      retryAfter: { path: '$.retryAfterMs', unit: 'milliseconds' },
    },
    { path: '$.status', equals: 'UNKNOWN_DEVICE_ERROR', kind: 'enrollment-expired' },
    // No app is linked.
    { path: '$.status', equals: 'UNKNOWN_USER_ID_ERROR', kind: 'not-found' },
    {
      path: '$.claimValidationErrors[*].id',
      equals: 'st-mfa',
      kind: 'step-up-required',
      stepUp: ['code'],
    },
    { status: 403, kind: 'forbidden' },
    { status: 401, kind: 'signed-out' },
  ],
} as const satisfies BackendDefinition;
