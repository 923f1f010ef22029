import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

const FORTIFY =
  'https://github.com/laravel/fortify/blob/f1ad2dd08646fb7d78e609f38e2b1071c71c4e94/src';
const CONTROLLERS = `${FORTIFY}/Http/Controllers`;
const RESPONSES = `${FORTIFY}/Http/Responses`;
const FRAMEWORK = 'https://github.com/laravel/framework/blob/12.x/src/Illuminate';

const SECRET = 'W5GZK3TQX7NBVHC2';
const RECOVERY_CODES = [
  'aB3dE5fG7h-Jk9LmN2pQr',
  'sT4uV6wX8y-Za1bC3dE5f',
  'gH7iJ9kL2m-Np4qR6sT8u',
  'vW1xY3zA5b-Cd7eF9gH2i',
  'jK4lM6nP8q-Rs1tU3vW5x',
  'yZ7aB9cD2e-Fg4hI6jK8l',
  'mN1pQ3rS5t-Uv7wX9yZ2a',
  'bC4dE6fG8h-Ij1kL3mN5p',
];

const headers = { 'X-XSRF-TOKEN': 'eyJpdiI6Ik1+Vz0=', Accept: 'application/json' };

/** Laravel's response without data: an empty text, as JSON. */
const done = (status: number): RecordedExchange['response'] => ({ status, body: '' });

const invalid = (field: string, message: string): RecordedExchange['response'] => ({
  status: 422,
  body: { message, errors: { [field]: [message] } },
});

const exchange = (
  request: string,
  response: RecordedExchange['response'],
  source: string,
  body?: object,
): RecordedExchange => ({ request, headers, ...(body && { body }), response, source });

const enable = exchange(
  'POST /user/two-factor-authentication',
  done(200),
  `${RESPONSES}/TwoFactorEnabledResponse.php`,
);
const recoveryCodes = exchange(
  'GET /user/two-factor-recovery-codes',
  { status: 200, body: RECOVERY_CODES },
  `${CONTROLLERS}/RecoveryCodeController.php`,
);
const qrCode = exchange(
  'GET /user/two-factor-qr-code',
  {
    status: 200,
    body: {
      svg: '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
      url: `otpauth://totp/ProfiAdviseur:sanne%40voorbeeld.example?secret=${SECRET}&issuer=ProfiAdviseur&algorithm=SHA1&digits=6&period=30`,
    },
  },
  `${CONTROLLERS}/TwoFactorQrCodeController.php`,
);

const confirm = (code: string, response: RecordedExchange['response']): RecordedExchange =>
  exchange(
    'POST /user/confirmed-two-factor-authentication',
    response,
    `${FORTIFY}/Actions/ConfirmTwoFactorAuthentication.php`,
    { code },
  );

const challenge = (body: object, response: RecordedExchange['response']): RecordedExchange =>
  exchange(
    'POST /two-factor-challenge',
    response,
    `${CONTROLLERS}/TwoFactorAuthenticatedSessionController.php`,
    body,
  );

const disable = exchange(
  'DELETE /user/two-factor-authentication',
  done(200),
  `${RESPONSES}/TwoFactorDisabledResponse.php`,
);
const generate = exchange(
  'POST /user/two-factor-recovery-codes',
  done(200),
  `${RESPONSES}/RecoveryCodesGeneratedResponse.php`,
);

const passwordRequired = {
  response: { status: 423, body: { message: 'Password confirmation required.' } },
  source: `${FRAMEWORK}/Auth/Middleware/RequirePassword.php`,
};
const unauthenticated = {
  response: { status: 401, body: { message: 'Unauthenticated.' } },
  source: `${FRAMEWORK}/Foundation/Exceptions/Handler.php`,
};

const password = (response: RecordedExchange['response']): RecordedExchange =>
  exchange(
    'POST /user/confirm-password',
    response,
    `${CONTROLLERS}/ConfirmablePasswordController.php`,
    { password: TYPED.password },
  );
const wrongPassword = password(invalid('password', 'The provided password was incorrect.'));
const rightPassword = password(done(201));

const signedInAlready = { status: 302, headers: { Location: 'https://profi.example/home' } };

const WRONG_CODE = 'The provided two factor authentication code was invalid.';
const WRONG_RECOVERY_CODE = 'The provided two factor recovery code was invalid.';

/** Laravel Fortify with `confirm` and `confirmPassword`, and the length of a secret that it has itself. */
export const recording: Recording = {
  preset: 'laravel-fortify',
  baseUrl: 'https://profi.example',
  cookies: { 'XSRF-TOKEN': 'eyJpdiI6Ik1%2BVz0%3D' },
  variables: { linked: true },
  scenarios: [
    {
      name: 'linking after the password, a wrong code, then the right one',
      tag: 'mfa-enrollment',
      variables: { linked: false },
      steps: [
        { act: 'open', exchanges: [{ ...enable, ...passwordRequired }], then: 'password asked' },
        {
          act: 'password',
          exchanges: [wrongPassword],
          then: { error: 'invalid-password', operation: 'stepUp' },
        },
        {
          act: 'password',
          exchanges: [rightPassword, enable, recoveryCodes, qrCode],
          then: { qrCode: { secret: SECRET } },
        },
        {
          act: 'wrong code',
          exchanges: [confirm(TYPED.wrongCode, invalid('code', WRONG_CODE))],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        {
          act: 'right code',
          exchanges: [confirm(TYPED.rightCode, done(200))],
          then: { linked: { recoveryCodes: RECOVERY_CODES } },
        },
      ],
    },
    {
      name: 'linking from the list of apps',
      tag: 'mfa-authenticators',
      variables: { linked: false },
      steps: [
        { act: 'open', exchanges: [], then: { listed: [] } },
        {
          act: 'link another',
          exchanges: [enable, recoveryCodes, qrCode],
          then: { qrCode: { secret: SECRET } },
        },
        {
          act: 'right code',
          exchanges: [confirm(TYPED.rightCode, done(200))],
          then: { linked: { recoveryCodes: RECOVERY_CODES } },
        },
        { act: 'go on', exchanges: [], then: { listed: [''] } },
      ],
    },
    {
      name: 'linking, signed out meanwhile',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [enable, recoveryCodes, qrCode],
          then: { qrCode: { secret: SECRET } },
        },
        {
          act: 'right code',
          exchanges: [{ ...confirm(TYPED.rightCode, done(200)), ...unauthenticated }],
          then: { error: 'signed-out', operation: 'confirmEnrollment' },
        },
      ],
    },
    {
      name: 'signing in with a code',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [challenge({ code: TYPED.wrongCode }, invalid('code', WRONG_CODE))],
          then: { error: 'invalid-code', operation: 'verify' },
        },
        {
          act: 'right code',
          exchanges: [challenge({ code: TYPED.rightCode }, { status: 204 })],
          then: 'verified',
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
            challenge(
              { recovery_code: TYPED.recoveryCode },
              invalid('recovery_code', WRONG_RECOVERY_CODE),
            ),
          ],
          then: { error: 'invalid-recovery-code', operation: 'verifyRecoveryCode' },
        },
        {
          act: 'recovery code',
          exchanges: [challenge({ recovery_code: TYPED.recoveryCode }, { status: 204 })],
          then: 'verified',
        },
      ],
    },
    {
      name: 'too many codes',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [
            {
              ...challenge(
                { code: TYPED.wrongCode },
                {
                  status: 429,
                  headers: {
                    'Retry-After': '42',
                    'X-RateLimit-Limit': '5',
                    'X-RateLimit-Remaining': '0',
                  },
                  body: { message: 'Too Many Attempts.' },
                },
              ),
              source: `${FRAMEWORK}/Routing/Middleware/ThrottleRequests.php`,
            },
          ],
          then: { error: 'rate-limited', operation: 'verify', retryAfter: 42 },
        },
      ],
    },
    {
      name: 'a page whose token is too old',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            {
              ...challenge(
                { code: TYPED.rightCode },
                { status: 419, body: { message: 'CSRF token mismatch.' } },
              ),
              source: `${FRAMEWORK}/Foundation/Exceptions/Handler.php`,
            },
          ],
          then: { error: 'csrf', operation: 'verify' },
        },
      ],
    },
    {
      name: 'a sign-in that was finished in another tab',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            {
              ...challenge({ code: TYPED.rightCode }, signedInAlready),
              source: `${FRAMEWORK}/Auth/Middleware/RedirectIfAuthenticated.php`,
            },
          ],
          then: { error: 'login-expired', operation: 'verify' },
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
          exchanges: [
            {
              ...challenge({ recovery_code: TYPED.recoveryCode }, signedInAlready),
              source: `${FRAMEWORK}/Auth/Middleware/RedirectIfAuthenticated.php`,
            },
          ],
          then: { error: 'login-expired', operation: 'verifyRecoveryCode' },
        },
      ],
    },
    {
      name: 'unlinking with the password',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [], then: { listed: [''] } },
        { act: 'unlink', exchanges: [{ ...disable, ...passwordRequired }], then: 'password asked' },
        {
          act: 'password',
          exchanges: [wrongPassword],
          then: { error: 'invalid-password', operation: 'stepUp' },
        },
        { act: 'password', exchanges: [rightPassword, disable], then: { listed: [] } },
      ],
    },
    {
      name: 'unlinking, signed out meanwhile',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [], then: { listed: [''] } },
        {
          act: 'unlink',
          exchanges: [{ ...disable, ...unauthenticated }],
          then: { error: 'signed-out', operation: 'unlinkAuthenticator' },
        },
      ],
    },
    {
      name: 'new recovery codes, with the password',
      tag: 'mfa-recovery-codes',
      steps: [
        { act: 'open', exchanges: [], then: { recoveryCodes: [] } },
        {
          act: 'generate recovery codes',
          exchanges: [{ ...generate, ...passwordRequired }],
          then: 'password asked',
        },
        {
          act: 'password',
          exchanges: [rightPassword, generate, recoveryCodes],
          then: { recoveryCodes: RECOVERY_CODES },
        },
      ],
    },
  ],
};
