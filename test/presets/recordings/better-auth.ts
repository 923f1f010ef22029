import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

const DIST = 'https://unpkg.com/better-auth@1.7.25/dist';
const PLUGIN = `${DIST}/plugins/two-factor/index.mjs`;
const TOTP = `${DIST}/plugins/two-factor/totp/index.mjs`;
const BACKUP_CODES = `${DIST}/plugins/two-factor/backup-codes/index.mjs`;
const VERIFY = `${DIST}/plugins/two-factor/verify-two-factor.mjs`;
const SESSION = `${DIST}/api/routes/session.mjs`;
const PASSWORD = `${DIST}/utils/password.mjs`;
const ORIGIN_CHECK = `${DIST}/api/middlewares/origin-check.mjs`;
const RATE_LIMITER = `${DIST}/api/rate-limiter/index.mjs`;

const SECRET = 'PA3UW4BSNVITS5SMGRZVIODXLIYWGURWMJHDG6KIGVVEIMDGI5QQ';
const BACKUP = ['kT4bZ-9qWmX', 'Rf2hN-c7VpL', 'x8JdG-Y3sQe', 'M5tUa-w6KzB', 'e1PrC-H9nFv'];

const user = (twoFactorEnabled: boolean) => ({
  id: 'uX1dBvF6h2kq',
  name: 'Sanne de Vries',
  email: 'sanne@voorbeeld.example',
  emailVerified: true,
  image: null,
  createdAt: '2026-01-05T09:00:00.000Z',
  updatedAt: '2026-11-02T08:30:00.000Z',
  twoFactorEnabled,
});

const session = (twoFactorEnabled: boolean): RecordedExchange => ({
  request: 'GET /get-session',
  response: {
    status: 200,
    body: {
      session: {
        id: 's0AqZ3',
        token: 'N4fSk0ZqvJ7w',
        userId: 'uX1dBvF6h2kq',
        expiresAt: '2026-11-09T08:30:00.000Z',
        createdAt: '2026-11-02T08:30:00.000Z',
        updatedAt: '2026-11-02T08:30:00.000Z',
      },
      user: user(twoFactorEnabled),
    },
  },
  source: SESSION,
});

const noSession: RecordedExchange = {
  request: 'GET /get-session',
  response: { status: 200, body: null },
  source: SESSION,
};

const enabling = {
  request: 'POST /two-factor/enable',
  body: { password: TYPED.password, method: 'totp', issuer: 'ProfiAdviseur' },
};

const enabled: RecordedExchange = {
  ...enabling,
  response: {
    status: 200,
    body: {
      method: 'totp',
      totpURI: `otpauth://totp/ProfiAdviseur:sanne%40voorbeeld.example?secret=${SECRET}&issuer=ProfiAdviseur&digits=6&period=30`,
      backupCodes: BACKUP,
    },
  },
  source: PLUGIN,
};

const wrongCode: RecordedExchange = {
  request: 'POST /two-factor/verify-totp',
  body: { code: TYPED.wrongCode },
  response: { status: 401, body: { message: 'Invalid code', code: 'INVALID_CODE' } },
  source: VERIFY,
};

const rightCode: RecordedExchange = {
  request: 'POST /two-factor/verify-totp',
  body: { code: TYPED.rightCode },
  response: { status: 200, body: { token: 'N4fSk0ZqvJ7w', user: user(true) } },
  source: VERIFY,
};

const pendingSignInGone = {
  status: 401,
  body: { message: 'Invalid two factor cookie', code: 'INVALID_TWO_FACTOR_COOKIE' },
};

const totpNotEnabled = {
  status: 400,
  body: { message: 'TOTP not enabled', code: 'TOTP_NOT_ENABLED' },
};

const invalidPassword = {
  status: 400,
  body: { message: 'Invalid password', code: 'INVALID_PASSWORD' },
};

const disabling = { request: 'POST /two-factor/disable', body: { password: TYPED.password } };

const makingCodes = {
  request: 'POST /two-factor/generate-backup-codes',
  body: { password: TYPED.password },
};

/** better-auth 1.7.25, `twoFactor()` with its default options. */
export const recording: Recording = {
  preset: 'better-auth',
  baseUrl: 'https://profi.example/api/auth',
  issuer: 'ProfiAdviseur',
  scenarios: [
    {
      name: 'linking after the password, a wrong code, then the right one',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [], then: 'password asked' },
        { act: 'password', exchanges: [enabled], then: { qrCode: { secret: SECRET } } },
        {
          act: 'wrong code',
          exchanges: [wrongCode],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        { act: 'right code', exchanges: [rightCode], then: { linked: { recoveryCodes: BACKUP } } },
      ],
    },
    {
      name: 'linking, with a wrong password first',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [], then: 'password asked' },
        {
          act: 'password',
          exchanges: [{ ...enabling, response: invalidPassword, source: PLUGIN }],
          then: { error: 'invalid-password', operation: 'startEnrollment' },
        },
        { act: 'password', exchanges: [enabled], then: { qrCode: { secret: SECRET } } },
      ],
    },
    {
      name: 'linking what is linked already',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [], then: 'password asked' },
        {
          act: 'password',
          exchanges: [
            {
              ...enabling,
              response: {
                status: 400,
                body: { message: 'TOTP is already enabled', code: 'TOTP_ALREADY_ENABLED' },
              },
              source: PLUGIN,
            },
          ],
          then: { error: 'already-linked', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'linking, switched off in another tab meanwhile',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [], then: 'password asked' },
        { act: 'password', exchanges: [enabled], then: { qrCode: { secret: SECRET } } },
        {
          act: 'right code',
          exchanges: [{ ...rightCode, response: totpNotEnabled, source: TOTP }],
          then: { error: 'enrollment-expired', operation: 'confirmEnrollment' },
        },
      ],
    },
    {
      name: 'linking, signed out meanwhile',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [], then: 'password asked' },
        { act: 'password', exchanges: [enabled], then: { qrCode: { secret: SECRET } } },
        {
          act: 'right code',
          exchanges: [{ ...rightCode, response: pendingSignInGone }],
          then: { error: 'signed-out', operation: 'confirmEnrollment' },
        },
      ],
    },
    {
      name: 'signing in the first time, with no app linked',
      tag: 'mfa-login',
      steps: [
        { act: 'open', exchanges: [session(false)], then: 'password asked' },
        { act: 'password', exchanges: [enabled], then: { qrCode: { secret: SECRET } } },
      ],
    },
    {
      name: 'signing in with a code',
      tag: 'mfa-login',
      steps: [
        { act: 'open', exchanges: [noSession], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [wrongCode],
          then: { error: 'invalid-code', operation: 'verify' },
        },
        { act: 'right code', exchanges: [rightCode], then: 'verified' },
      ],
    },
    {
      name: 'signed in already',
      tag: 'mfa-login',
      steps: [{ act: 'open', exchanges: [session(true)], then: 'verified' }],
    },
    {
      name: 'remembering the device',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'remember device and right code',
          exchanges: [{ ...rightCode, body: { code: TYPED.rightCode, trustDevice: true } }],
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
            {
              request: 'POST /two-factor/verify-backup-code',
              body: { code: TYPED.recoveryCode },
              response: {
                status: 401,
                body: { message: 'Invalid backup code', code: 'INVALID_BACKUP_CODE' },
              },
              source: BACKUP_CODES,
            },
          ],
          then: { error: 'invalid-recovery-code', operation: 'verifyRecoveryCode' },
        },
        {
          act: 'recovery code',
          exchanges: [
            {
              request: 'POST /two-factor/verify-backup-code',
              body: { code: TYPED.recoveryCode },
              response: { status: 200, body: { token: 'N4fSk0ZqvJ7w', user: user(true) } },
              source: BACKUP_CODES,
            },
          ],
          then: 'verified',
        },
      ],
    },
    {
      name: 'more than three codes in ten seconds',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            {
              ...rightCode,
              response: {
                status: 429,
                headers: { 'X-Retry-After': '8' },
                body: { message: 'Too many requests. Please try again later.' },
              },
              source: RATE_LIMITER,
            },
          ],
          then: { error: 'rate-limited', operation: 'verify', retryAfter: 8 },
        },
      ],
    },
    {
      name: 'an account that is locked',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            {
              ...rightCode,
              response: {
                status: 429,
                body: {
                  message:
                    'Too many failed verification attempts. Your account is temporarily locked. Please try again later.',
                  code: 'ACCOUNT_TEMPORARILY_LOCKED',
                },
              },
            },
          ],
          then: { error: 'locked', operation: 'verify' },
        },
      ],
    },
    {
      name: 'a sign-in that waited too long for its code',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [{ ...rightCode, response: pendingSignInGone }],
          then: { error: 'login-expired', operation: 'verify' },
        },
      ],
    },
    {
      name: 'a sign-in with too many wrong codes',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [
            {
              ...wrongCode,
              response: {
                status: 400,
                body: {
                  message: 'Too many attempts. Please request a new code.',
                  code: 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE',
                },
              },
            },
          ],
          then: { error: 'login-expired', operation: 'verify' },
        },
      ],
    },
    {
      name: 'a sign-in of somebody whose app is no longer linked',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            {
              ...rightCode,
              response: totpNotEnabled,
              source: TOTP,
            },
          ],
          then: { error: 'not-found', operation: 'verify' },
        },
      ],
    },
    {
      name: 'a code from a page whose origin is not trusted',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            {
              ...rightCode,
              response: {
                status: 403,
                body: { message: 'Invalid origin', code: 'INVALID_ORIGIN' },
              },
              source: ORIGIN_CHECK,
            },
          ],
          then: { error: 'misconfigured', operation: 'verify' },
        },
      ],
    },
    {
      name: 'unlinking with the password, a wrong one first',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [session(true)], then: { listed: [''] } },
        { act: 'unlink', exchanges: [], then: 'password asked' },
        {
          act: 'password',
          exchanges: [{ ...disabling, response: invalidPassword, source: PLUGIN }],
          then: { error: 'invalid-password', operation: 'unlinkAuthenticator' },
        },
        {
          act: 'password',
          exchanges: [
            { ...disabling, response: { status: 200, body: { status: true } }, source: PLUGIN },
            session(false),
          ],
          then: { listed: [] },
        },
      ],
    },
    {
      name: 'unlinking, signed out meanwhile',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [session(true)], then: { listed: [''] } },
        { act: 'unlink', exchanges: [], then: 'password asked' },
        {
          act: 'password',
          exchanges: [
            {
              ...disabling,
              response: { status: 401, body: { message: 'Unauthorized', code: 'UNAUTHORIZED' } },
              source: SESSION,
            },
          ],
          then: { error: 'signed-out', operation: 'unlinkAuthenticator' },
        },
      ],
    },
    {
      name: 'the linked app of nobody who is signed in',
      tag: 'mfa-authenticators',
      steps: [
        {
          act: 'open',
          exchanges: [noSession],
          then: { error: 'signed-out', operation: 'listAuthenticators' },
        },
      ],
    },
    {
      name: 'new recovery codes, a wrong password first',
      tag: 'mfa-recovery-codes',
      steps: [
        { act: 'open', exchanges: [], then: { recoveryCodes: [] } },
        { act: 'generate recovery codes', exchanges: [], then: 'password asked' },
        {
          act: 'password',
          exchanges: [{ ...makingCodes, response: invalidPassword, source: PASSWORD }],
          then: { error: 'invalid-password', operation: 'generateRecoveryCodes' },
        },
        {
          act: 'password',
          exchanges: [
            {
              ...makingCodes,
              response: { status: 200, body: { status: true, backupCodes: BACKUP } },
              source: BACKUP_CODES,
            },
          ],
          then: { recoveryCodes: BACKUP },
        },
      ],
    },
  ],
};
