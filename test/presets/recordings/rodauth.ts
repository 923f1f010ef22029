import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

const RODAUTH =
  'https://github.com/jeremyevans/rodauth/blob/8471e32e232294313d8545dcfa6b7c0ce21266c7';
const SPEC = `${RODAUTH}/spec/two_factor_spec.rb`;
const OTP = `${RODAUTH}/lib/rodauth/features/otp.rb`;
const TWO_FACTOR = `${RODAUTH}/lib/rodauth/features/two_factor_base.rb`;
const BASE = `${RODAUTH}/lib/rodauth/features/base.rb`;

const SECRET = 'K5XWY3DPMFZGKYLTORUGC5DJONXXAZLO';
const RAW_SECRET = 'ifxgi33omvsg65lcnrsxi2lnmuqgc3te';
const RECOVERY_CODES = [
  'rI0mYw7nJ3cJ5o2lqVhLrW8kq1xUe4Zt6Fh9bSa0DsA',
  'Xg4dPq_8sTz1Nw6vKc3LmRj7hYb2Ea5Uf0Io9QpVtCk',
  'b-7WnH2yQxM5rTk8Jd1LsPz4VcGf6Ue3Ai0OjXqYhBw',
];

const post = (
  path: string,
  body: object,
  status: number,
  response: object,
  source: string = SPEC,
): RecordedExchange => ({
  request: `POST ${path}`,
  headers: { 'Content-Type': 'application/json' },
  body,
  response: { status, body: response },
  source,
});

const fieldError = (error: string, field: string, message: string) => ({
  error,
  'field-error': [field, message],
});

const SETUP_FAILED = 'Error setting up TOTP authentication';
const LOGIN_FAILED = 'Error logging in via TOTP authentication';
const WRONG_CODE = 'Invalid authentication code';
const WRONG_PASSWORD = 'invalid password';

const signedOut = { error: 'Please login to continue' };
const notSetUp = { error: 'This account has not been setup for multifactor authentication' };
const authenticatedAlready = { error: 'You have already been multifactor authenticated' };
const authenticated = { success: 'You have been multifactor authenticated' };

const start = post('/otp-setup', {}, 422, {
  otp_secret: SECRET.toLowerCase(),
  otp_raw_secret: RAW_SECRET,
  ...fieldError(SETUP_FAILED, 'otp_secret', 'invalid secret'),
});
const linkedAlready = post('/otp-setup', {}, 400, {
  error: 'You have already setup TOTP authentication',
});

const setUp = (otp: string, status: number, response: object): RecordedExchange =>
  post(
    '/otp-setup',
    {
      otp_secret: SECRET.toLowerCase(),
      otp_raw_secret: RAW_SECRET,
      otp,
      password: TYPED.password,
    },
    status,
    response,
  );
const isSetUp = setUp(TYPED.rightCode, 200, { success: 'TOTP authentication is now setup' });

const addCodes = post('/recovery-codes', { password: TYPED.password, add: '1' }, 200, {
  codes: RECOVERY_CODES,
  success: 'Additional authentication recovery codes have been added',
});

const authenticate = (otp: string, status: number, response: object): RecordedExchange =>
  post('/otp-auth', { otp }, status, response);
const recover = (status: number, response: object): RecordedExchange =>
  post('/recovery-auth', { 'recovery-code': TYPED.recoveryCode }, status, response);
const disable = (status: number, response: object): RecordedExchange =>
  post('/otp-disable', { password: TYPED.password }, status, response);

const factors = (status: number, response: object, source?: string): RecordedExchange =>
  post('/multifactor-auth', {}, status, response, source);

/** Rodauth with the features `json`, `otp` and `recovery_codes`, and an `hmac_secret`. */
export const recording: Recording = {
  preset: 'rodauth',
  baseUrl: 'https://profi.example/auth',
  issuer: 'ProfiAdviseur',
  account: 'sanne@voorbeeld.example',
  scenarios: [
    {
      name: 'linking with the password, a wrong code, then the right one',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [start], then: { qrCode: { secret: SECRET } } },
        { act: 'wrong code', exchanges: [], then: 'password asked' },
        {
          act: 'password',
          exchanges: [setUp(TYPED.wrongCode, 401, fieldError(SETUP_FAILED, 'otp', WRONG_CODE))],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        {
          act: 'right code',
          exchanges: [isSetUp, addCodes],
          then: { linked: { recoveryCodes: RECOVERY_CODES } },
        },
      ],
    },
    {
      name: 'linking, with a wrong password first',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [start], then: { qrCode: { secret: SECRET } } },
        { act: 'right code', exchanges: [], then: 'password asked' },
        {
          act: 'password',
          exchanges: [
            setUp(TYPED.rightCode, 401, fieldError(SETUP_FAILED, 'password', WRONG_PASSWORD)),
          ],
          then: { error: 'invalid-password', operation: 'confirmEnrollment' },
        },
        {
          act: 'password',
          exchanges: [isSetUp, addCodes],
          then: { linked: { recoveryCodes: RECOVERY_CODES } },
        },
      ],
    },
    {
      name: 'linking while the server changes its secret',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [start], then: { qrCode: { secret: SECRET } } },
        { act: 'right code', exchanges: [], then: 'password asked' },
        {
          act: 'password',
          exchanges: [
            setUp(TYPED.rightCode, 422, fieldError(SETUP_FAILED, 'otp_secret', 'invalid secret')),
          ],
          then: { error: 'enrollment-expired', operation: 'confirmEnrollment' },
        },
      ],
    },
    {
      name: 'linking what is linked already',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [linkedAlready],
          then: { error: 'already-linked', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'linking what was linked in another tab meanwhile',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [start], then: { qrCode: { secret: SECRET } } },
        { act: 'right code', exchanges: [], then: 'password asked' },
        {
          act: 'password',
          exchanges: [
            {
              ...setUp(TYPED.rightCode, 400, {
                error: 'You have already setup TOTP authentication',
              }),
              source: OTP,
            },
          ],
          then: { error: 'already-linked', operation: 'confirmEnrollment' },
        },
      ],
    },
    {
      name: 'linking at a site without an hmac_secret',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [
            post('/otp-setup', {}, 422, fieldError(SETUP_FAILED, 'otp_secret', 'invalid secret')),
          ],
          then: { error: 'misconfigured', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'linking, signed out',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [post('/otp-setup', {}, 401, signedOut, BASE)],
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
          exchanges: [factors(403, notSetUp), start, start],
          then: { qrCode: { secret: SECRET } },
        },
      ],
    },
    {
      name: 'signing in with a code',
      tag: 'mfa-login',
      steps: [
        {
          act: 'open',
          exchanges: [factors(200, { auth_links: ['/auth/otp-auth', '/auth/recovery-auth'] })],
          then: 'code asked',
        },
        {
          act: 'wrong code',
          exchanges: [
            authenticate(TYPED.wrongCode, 401, fieldError(LOGIN_FAILED, 'otp', WRONG_CODE)),
          ],
          then: { error: 'invalid-code', operation: 'verify' },
        },
        {
          act: 'right code',
          exchanges: [authenticate(TYPED.rightCode, 200, authenticated)],
          then: 'verified',
        },
      ],
    },
    {
      name: 'signed in already',
      tag: 'mfa-login',
      steps: [
        {
          act: 'open',
          exchanges: [factors(403, authenticatedAlready), linkedAlready],
          then: 'verified',
        },
      ],
    },
    {
      name: 'nobody signing in',
      tag: 'mfa-login',
      steps: [
        {
          act: 'open',
          exchanges: [factors(401, signedOut, BASE)],
          then: { error: 'signed-out' },
        },
      ],
    },
    {
      name: 'a recovery code, refused and then taken',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'recovery code',
          exchanges: [
            recover(
              401,
              fieldError(
                'Error authenticating via recovery code',
                'recovery-code',
                'Invalid recovery code',
              ),
            ),
          ],
          then: { error: 'invalid-recovery-code', operation: 'verifyRecoveryCode' },
        },
        { act: 'recovery code', exchanges: [recover(200, authenticated)], then: 'verified' },
      ],
    },
    {
      name: 'codes that are locked after five wrong ones',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            authenticate(TYPED.rightCode, 403, {
              error: 'TOTP authentication code use locked out due to numerous failures',
            }),
          ],
          then: { error: 'locked', operation: 'verify' },
        },
      ],
    },
    {
      name: 'a sign-in that is over',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [{ ...authenticate(TYPED.rightCode, 401, signedOut), source: BASE }],
          then: { error: 'login-expired', operation: 'verify' },
        },
      ],
    },
    {
      name: 'a recovery code for a sign-in that is over',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'recovery code',
          exchanges: [{ ...recover(401, signedOut), source: BASE }],
          then: { error: 'login-expired', operation: 'verifyRecoveryCode' },
        },
      ],
    },
    {
      name: 'a recovery code for a sign-in that was finished in another tab',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'recovery code',
          exchanges: [{ ...recover(403, authenticatedAlready), source: TWO_FACTOR }],
          then: { error: 'forbidden', operation: 'verifyRecoveryCode' },
        },
      ],
    },
    {
      name: 'unlinking with the password, a wrong one first',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [linkedAlready], then: { listed: [''] } },
        { act: 'unlink', exchanges: [], then: 'password asked' },
        {
          act: 'password',
          exchanges: [
            disable(
              401,
              fieldError('Error disabling TOTP authentication', 'password', WRONG_PASSWORD),
            ),
          ],
          then: { error: 'invalid-password', operation: 'unlinkAuthenticator' },
        },
        {
          act: 'password',
          exchanges: [disable(200, { success: 'TOTP authentication has been disabled' }), start],
          then: { listed: [] },
        },
      ],
    },
    {
      name: 'unlinking what was unlinked in another tab',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [linkedAlready], then: { listed: [''] } },
        { act: 'unlink', exchanges: [], then: 'password asked' },
        {
          act: 'password',
          exchanges: [{ ...disable(403, notSetUp), source: OTP }, start],
          then: { error: 'not-found', operation: 'unlinkAuthenticator' },
        },
      ],
    },
  ],
};
