import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

const source =
  'https://github.com/auth0/docs-v2/blob/092b879e3fa93fa3a8adaa5f647580eab260ad0c/main/docs/oas/myaccount/myaccount-api-oas.json';
const TESTED =
  'https://github.com/auth0/auth0-ui-components/blob/fd9d7a12f08faf3a27fafbc6780dbf9ee979a4f5/packages/react/src/blocks/my-account/mfa/__tests__/user-mfa-management.test.tsx';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const APP = 'totp|dev_ZZZZZZZZZZZZZZZZ';
const APP_PATH = '/authentication-methods/totp%7Cdev_ZZZZZZZZZZZZZZZZ';
const RECOVERY_CODE = 'ABCDEFGHIJKLMNOPQRSTUVWX';
const AUTH_SESSION = 'Fe26.2**05c400ed';

const headers = { Authorization: 'Bearer access.token.of.sanne' };

const app = {
  id: APP,
  type: 'totp',
  confirmed: true,
  usage: ['secondary'],
  created_at: '2025-02-01T09:15:00.000Z',
};
const named = { ...app, name: 'Telefoon', last_auth_at: '2026-11-02T08:30:00.000Z' };
const unconfirmed = { ...app, id: 'totp|dev_YYYYYYYYYYYYYYYY', confirmed: false };
const recoveryCode = {
  id: 'recovery-code|dev_XXXXXXXXXXXXXXXX',
  type: 'recovery-code',
  confirmed: true,
  usage: ['secondary'],
  created_at: '2025-01-15T10:30:00.000Z',
};

/** Its numbers are those of the sister API in `main/docs/oas/myorganization/`: none are listed here. */
const NUMBERS: Readonly<Record<number, string>> = {
  400: 'A0E-400-0003',
  401: 'A0E-401-0002',
  403: 'A0E-403-0002',
  429: 'A0E-429-0003',
};
const problem = (
  status: number,
  title: string,
  given: Readonly<Record<string, string>> = {},
): RecordedExchange['response'] => ({
  status,
  headers: given,
  body: {
    type: `https://auth0.com/api-errors#${NUMBERS[status]}`,
    title,
    detail: title,
    status,
  },
});

const listing = (type: string) => ({
  request: `GET /authentication-methods?type=${type}`,
  headers,
  source,
});
const listed = (type: string, ...methods: readonly object[]): RecordedExchange => ({
  ...listing(type),
  response: { status: 200, body: { authentication_methods: methods } },
});

const creating = (type: string) => ({
  request: 'POST /authentication-methods',
  headers,
  body: { type },
  source,
});
const created: RecordedExchange = {
  ...creating('totp'),
  response: {
    status: 202,
    headers: { Location: `https://profi.eu.auth0.com/me/v1${APP_PATH}` },
    body: {
      id: APP,
      auth_session: AUTH_SESSION,
      barcode_uri: `otpauth://totp/profi:auth0%7C507f1f77bcf86cd799439011?secret=${SECRET}&issuer=profi&algorithm=SHA1&digits=6&period=30`,
      manual_input_code: SECRET,
    },
  },
};
const confirming = (otp_code: string) => ({
  request: `POST ${APP_PATH}/verify`,
  headers,
  body: { auth_session: AUTH_SESSION, otp_code },
  source,
});

const removing = { request: `DELETE ${APP_PATH}`, headers, source };

/** A tenant with the My Account API, and an application with a client grant for it. */
export const recording: Recording = {
  preset: 'auth0-my-account',
  baseUrl: 'https://profi.eu.auth0.com/me/v1',
  variables: { accessToken: () => Promise.resolve('access.token.of.sanne') },
  scenarios: [
    {
      name: 'linking, a wrong code, then the right one',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [created], then: { qrCode: { secret: SECRET } } },
        {
          act: 'wrong code',
          exchanges: [
            {
              ...confirming(TYPED.wrongCode),
              response: problem(400, 'Invalid OTP code'),
              source: TESTED,
            },
          ],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        {
          act: 'right code',
          exchanges: [{ ...confirming(TYPED.rightCode), response: { status: 201, body: app } }],
          then: { linked: {} },
        },
      ],
    },
    {
      name: 'linking with a token that may not link',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [{ ...creating('totp'), response: problem(403, 'Forbidden') }],
          then: { error: 'forbidden', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'renaming, and then unlinking',
      tag: 'mfa-authenticators',
      steps: [
        {
          act: 'open',
          exchanges: [listed('totp', named, unconfirmed)],
          then: { listed: ['Telefoon'] },
        },
        {
          act: 'rename',
          exchanges: [
            {
              request: `PATCH ${APP_PATH}`,
              headers,
              body: { name: TYPED.name },
              response: { status: 200, body: { ...named, name: TYPED.name } },
              source,
            },
          ],
          then: { listed: [TYPED.name] },
        },
        {
          act: 'unlink',
          exchanges: [{ ...removing, response: { status: 204 } }, listed('totp')],
          then: { listed: [] },
        },
      ],
    },
    {
      name: 'too many requests',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [listed('totp', app)], then: { listed: [''] } },
        {
          act: 'unlink',
          exchanges: [
            {
              ...removing,
              response: problem(429, 'Too Many Requests', {
                'Retry-After': '12',
                'X-RateLimit-Limit': '25',
                'X-RateLimit-Remaining': '0',
                'X-RateLimit-Reset': '1793952600',
              }),
            },
          ],
          then: { error: 'rate-limited', operation: 'unlinkAuthenticator', retryAfter: 12 },
        },
      ],
    },
    {
      name: 'the linked apps of nobody who is signed in',
      tag: 'mfa-authenticators',
      variables: {},
      steps: [
        {
          act: 'open',
          exchanges: [
            {
              ...listing('totp'),
              headers: { Authorization: null },
              response: problem(401, 'Unauthorized'),
            },
          ],
          then: { error: 'signed-out', operation: 'listAuthenticators' },
        },
      ],
    },
    {
      name: 'a new recovery code',
      tag: 'mfa-recovery-codes',
      steps: [
        {
          act: 'open',
          exchanges: [listed('recovery-code', recoveryCode)],
          then: { recoveryCodesLeft: 1 },
        },
        {
          act: 'generate recovery codes',
          exchanges: [
            {
              ...creating('recovery-code'),
              response: {
                status: 202,
                body: {
                  id: 'recovery-code|dev_XXXXXXXXXXXXXXXX',
                  auth_session: AUTH_SESSION,
                  recovery_code: RECOVERY_CODE,
                },
              },
            },
            {
              request: 'POST /authentication-methods/recovery-code%7Cdev_XXXXXXXXXXXXXXXX/verify',
              headers,
              body: { auth_session: AUTH_SESSION },
              response: { status: 201, body: recoveryCode },
              source,
            },
          ],
          then: { recoveryCodes: [RECOVERY_CODE] },
        },
      ],
    },
  ],
};
