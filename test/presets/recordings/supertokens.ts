import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

const NODE = 'https://github.com/supertokens/supertokens-node/blob/v24.0.2/lib/ts/recipe';
const TOTP = `${NODE}/totp/types.ts`;
const MFA_INFO = `${NODE}/multifactorauth/api/implementation.ts`;
const CLAIMS = `${NODE}/multifactorauth/recipeImplementation.ts`;
const SESSION = `${NODE}/session/utils.ts`;
const CORE =
  'https://github.com/supertokens/supertokens-core/blob/v12.1.1/src/main/java/io/supertokens';
const VERIFY = `${CORE}/webserver/api/totp/VerifyTotpAPI.java`;
const VERIFY_DEVICE = `${CORE}/webserver/api/totp/VerifyTotpDeviceAPI.java`;
const REMOVE_DEVICE = `${CORE}/webserver/api/totp/RemoveTotpDeviceAPI.java`;

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const headers = { rid: 'anti-csrf' };

const ok = (more: object = {}) => ({ status: 200, body: { status: 'OK', ...more } });

const signedOut = { status: 401, body: { message: 'unauthorised' } };

const claimMissing = (reason: unknown) => ({
  status: 403,
  body: { message: 'invalid claim', claimValidationErrors: [{ id: 'st-mfa', reason }] },
});

const wrong = (failed: number) => ({
  status: 200,
  body: {
    status: 'INVALID_TOTP_ERROR',
    currentNumberOfFailedAttempts: failed,
    maxNumberOfFailedAttempts: 5,
  },
});

const tooMany = {
  status: 200,
  body: {
    status: 'LIMIT_REACHED_ERROR',
    retryAfterMs: 899_500,
    currentNumberOfFailedAttempts: 5,
    maxNumberOfFailedAttempts: 5,
  },
};

const info = (next: readonly string[], alreadySetup: readonly string[]): RecordedExchange => ({
  request: 'PUT /mfa/info',
  headers,
  response: ok({
    factors: { next, alreadySetup, allowedToSetup: ['totp'] },
    emails: {},
    phoneNumbers: {},
  }),
  source: MFA_INFO,
});

const start: RecordedExchange = {
  request: 'POST /totp/device',
  headers,
  body: {},
  response: ok({
    deviceName: 'TOTP Device 0',
    secret: SECRET,
    qrCodeString: `otpauth://totp/ProfiAdviseur:sanne@voorbeeld.example?secret=${SECRET}&issuer=ProfiAdviseur&digits=6&period=30`,
  }),
  source: `${NODE}/totp/recipeImplementation.ts`,
};

const confirm = (totp: string, response: RecordedExchange['response']): RecordedExchange => ({
  request: 'POST /totp/device/verify',
  headers,
  body: { deviceName: 'TOTP Device 0', totp },
  response,
  source: VERIFY_DEVICE,
});

const verify = (totp: string, response: RecordedExchange['response']): RecordedExchange => ({
  request: 'POST /totp/verify',
  headers,
  body: { totp },
  response,
  source: VERIFY,
});

const remove = (
  deviceName: string,
  response: RecordedExchange['response'],
  source = REMOVE_DEVICE,
): RecordedExchange => ({
  request: 'POST /totp/device/remove',
  headers,
  body: { deviceName },
  response,
  source,
});

const device = (name: string, verified: boolean) => ({ name, period: 30, skew: 1, verified });

const list = (...devices: readonly object[]): RecordedExchange => ({
  request: 'GET /totp/device/list',
  headers,
  response: ok({ devices }),
  source: TOTP,
});

/** SuperTokens with the recipes TOTP and MultiFactorAuth, supertokens-node 24.0.2. */
export const recording: Recording = {
  preset: 'supertokens',
  baseUrl: 'https://api.profi.example/auth',
  scenarios: [
    {
      name: 'linking, a wrong code, then the right one',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [start], then: { qrCode: { secret: SECRET } } },
        {
          act: 'wrong code',
          exchanges: [confirm(TYPED.wrongCode, wrong(1))],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        {
          act: 'right code',
          exchanges: [confirm(TYPED.rightCode, ok({ wasAlreadyVerified: false }))],
          then: { linked: {} },
        },
      ],
    },
    {
      name: 'linking, canceled',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [start], then: { qrCode: { secret: SECRET } } },
        {
          act: 'cancel',
          exchanges: [remove('TOTP Device 0', ok({ didDeviceExist: true }))],
          then: 'canceled',
        },
      ],
    },
    {
      name: 'linking what was canceled in another window',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [start], then: { qrCode: { secret: SECRET } } },
        {
          act: 'right code',
          exchanges: [
            confirm(TYPED.rightCode, { status: 200, body: { status: 'UNKNOWN_DEVICE_ERROR' } }),
          ],
          then: { error: 'enrollment-expired', operation: 'confirmEnrollment' },
        },
      ],
    },
    {
      name: 'linking one more app, with a code of the first',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [
            {
              ...start,
              response: claimMissing(
                'Completed factors in the session does not satisfy the MFA requirements for auth',
              ),
              source: CLAIMS,
            },
          ],
          then: 'proof code asked',
        },
        {
          act: 'proof code',
          exchanges: [verify(TYPED.rightCode, ok()), start],
          then: { qrCode: { secret: SECRET } },
        },
      ],
    },
    {
      name: 'linking, signed out',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [{ ...start, response: signedOut, source: SESSION }],
          then: { error: 'signed-out', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'signing in the first time, with no app linked',
      tag: 'mfa-login',
      steps: [
        {
          act: 'open',
          exchanges: [info(['totp'], ['emailpassword']), start],
          then: { qrCode: { secret: SECRET } },
        },
      ],
    },
    {
      name: 'signing in with a code, a wrong one first',
      tag: 'mfa-login',
      steps: [
        { act: 'open', exchanges: [info(['totp'], ['totp'])], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [verify(TYPED.wrongCode, wrong(1))],
          then: { error: 'invalid-code', operation: 'verify' },
        },
        {
          act: 'right code',
          exchanges: [verify(TYPED.rightCode, ok())],
          then: 'verified',
        },
      ],
    },
    {
      name: 'signed in already',
      tag: 'mfa-login',
      steps: [{ act: 'open', exchanges: [info([], ['totp'])], then: 'verified' }],
    },
    {
      name: 'not signed in at all',
      tag: 'mfa-login',
      steps: [
        {
          act: 'open',
          exchanges: [{ ...info([], []), response: signedOut, source: SESSION }],
          then: { error: 'signed-out', operation: 'status' },
        },
      ],
    },
    {
      name: 'a fifth wrong code, and a quarter of an hour to wait',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [verify(TYPED.wrongCode, tooMany)],
          then: { error: 'rate-limited', operation: 'verify', retryAfter: 900 },
        },
      ],
    },
    {
      name: 'a code of somebody whose app is no longer linked',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            verify(TYPED.rightCode, { status: 200, body: { status: 'UNKNOWN_USER_ID_ERROR' } }),
          ],
          then: { error: 'not-found', operation: 'verify' },
        },
      ],
    },
    {
      name: 'unlinking after a code, a wrong one first',
      tag: 'mfa-authenticators',
      steps: [
        {
          act: 'open',
          exchanges: [list(device('TOTP Device 0', true), device('TOTP Device 1', false))],
          then: { listed: ['TOTP Device 0'] },
        },
        {
          act: 'unlink',
          exchanges: [
            remove(
              'TOTP Device 0',
              claimMissing({ message: 'MFA requirement for auth is not satisfied' }),
              `${NODE}/multifactorauth/multiFactorAuthClaim.ts`,
            ),
          ],
          then: 'proof code asked',
        },
        {
          act: 'proof code',
          exchanges: [verify(TYPED.rightCode, wrong(1))],
          then: { error: 'invalid-code', operation: 'stepUp' },
        },
        {
          act: 'proof code',
          exchanges: [
            verify(TYPED.rightCode, ok()),
            remove('TOTP Device 0', ok({ didDeviceExist: true })),
            list(device('TOTP Device 1', false)),
          ],
          then: { listed: [] },
        },
      ],
    },
    {
      name: 'unlinking, against a claim of the site itself',
      tag: 'mfa-authenticators',
      steps: [
        {
          act: 'open',
          exchanges: [list(device('TOTP Device 0', true))],
          then: { listed: ['TOTP Device 0'] },
        },
        {
          act: 'unlink',
          exchanges: [
            remove(
              'TOTP Device 0',
              {
                status: 403,
                body: {
                  message: 'invalid claim',
                  claimValidationErrors: [
                    {
                      id: 'st-ev',
                      reason: { message: 'wrong value', expectedValue: true, actualValue: false },
                    },
                  ],
                },
              },
              SESSION,
            ),
          ],
          then: { error: 'forbidden', operation: 'unlinkAuthenticator' },
        },
      ],
    },
  ],
};
