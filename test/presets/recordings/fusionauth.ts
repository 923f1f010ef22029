import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

const MULTI_FACTOR = 'https://fusionauth.io/docs/apis/two-factor';
const LOGIN = 'https://fusionauth.io/docs/apis/login';
const OPENAPI =
  'https://github.com/FusionAuth/fusionauth-openapi/blob/f07c95a224194589262eb3b151625d65f9a6ebd8/openapi.yaml';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIyOWFjMGMxOCJ9.c2lnbmF0dXJl';
const TWO_FACTOR_ID = 'YkQY5Gsyo4RlfmDciBGRmvfj3RmatUqrbjoIZ19fmw4';
const APPLICATION_ID = '79103734-97ab-4d1a-af37-e006d05d2952';
const SECRET = 'IRSXK43UNFXGKZLEMRUW4ZZB';
const CODES = [
  'QJD73-L6GR5',
  'R7RJH-GB7H3',
  'JJ5YZ-KS4C3',
  'CRDHP-7L355',
  '928QS-P9HMJ',
  '8VLFT-Z2WMM',
  'PQZX9-YV5VR',
  'TK9TB-7BT6H',
  '6QYPL-ZPQJV',
  'VJ35W-98RW4',
];

const headers = { Authorization: `Bearer ${TOKEN}`, 'X-FusionAuth-TenantId': null };

const start: RecordedExchange = {
  request: 'GET /api/two-factor/secret',
  headers,
  response: {
    status: 200,
    body: { secret: 'RGV1c3RpbmVlZGRpbmch', secretBase32Encoded: SECRET },
  },
  source: MULTI_FACTOR,
};

const confirm = (code: string, response: RecordedExchange['response']): RecordedExchange => ({
  request: 'POST /api/user/two-factor',
  headers,
  body: { method: 'authenticator', secretBase32Encoded: SECRET, code },
  response,
  source: MULTI_FACTOR,
});

const signIn = (
  code: string,
  response: RecordedExchange['response'],
  more: object = {},
): RecordedExchange => ({
  request: 'POST /api/two-factor/login',
  headers: { Authorization: null },
  body: { twoFactorId: TWO_FACTOR_ID, code, applicationId: APPLICATION_ID, ...more },
  response,
  source: LOGIN,
});

const user = {
  active: true,
  email: 'sanne@voorbeeld.example',
  id: '00000000-0000-0001-0000-000000000000',
  verified: true,
};

const SIGNED_IN = { status: 200, body: { token: TOKEN, user } };
const WRONG_CODE = { status: 421 };

const method = { id: 'KSB3', method: 'authenticator', name: 'Werktelefoon', lastUsed: true };
const mail = { id: 'GCH6', method: 'email', email: 'sanne@voorbeeld.example', lastUsed: false };

const list = (...methods: readonly object[]): RecordedExchange => ({
  request: 'GET /api/user',
  headers,
  response: { status: 200, body: { user: { ...user, twoFactor: { methods } } } },
  source: OPENAPI,
});

const remove = (response: RecordedExchange['response']): RecordedExchange => ({
  request: 'DELETE /api/user/two-factor',
  headers,
  body: { methodId: 'KSB3', code: TYPED.rightCode },
  response,
  source: MULTI_FACTOR,
});

const AT_SIGN_IN = { twoFactorId: TWO_FACTOR_ID, applicationId: APPLICATION_ID };

/** FusionAuth 1.69.0. */
export const recording: Recording = {
  preset: 'fusionauth',
  baseUrl: 'https://auth.profi.example',
  variables: { accessToken: TOKEN },
  issuer: 'ProfiAdviseur',
  account: 'sanne@voorbeeld.example',
  scenarios: [
    {
      name: 'linking the first app, a wrong code, then the right one',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [start], then: { qrCode: { secret: SECRET } } },
        {
          act: 'wrong code',
          exchanges: [confirm(TYPED.wrongCode, WRONG_CODE)],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        {
          act: 'right code',
          exchanges: [confirm(TYPED.rightCode, { status: 200, body: { recoveryCodes: CODES } })],
          then: { linked: { recoveryCodes: CODES } },
        },
      ],
    },
    {
      name: 'linking one more app, which brings no recovery codes',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [start], then: { qrCode: { secret: SECRET } } },
        {
          act: 'right code',
          exchanges: [confirm(TYPED.rightCode, { status: 200 })],
          then: { linked: {} },
        },
      ],
    },
    {
      name: 'linking, with an access token that has run out',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [{ ...start, response: { status: 401 } }],
          then: { error: 'signed-out', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'signing in with a code, a wrong one first',
      tag: 'mfa-challenge',
      variables: AT_SIGN_IN,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [signIn(TYPED.wrongCode, WRONG_CODE)],
          then: { error: 'invalid-code', operation: 'verify' },
        },
        {
          act: 'right code',
          exchanges: [signIn(TYPED.rightCode, SIGNED_IN)],
          then: 'verified',
          tokens: { token: TOKEN },
        },
      ],
    },
    {
      name: 'remembering the device',
      tag: 'mfa-challenge',
      variables: AT_SIGN_IN,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'remember device and right code',
          exchanges: [
            signIn(
              TYPED.rightCode,
              {
                status: 200,
                body: { token: TOKEN, twoFactorTrustId: 'Y1dHNmZjYzM5ZDA4', user },
              },
              { trustComputer: true },
            ),
          ],
          then: 'verified',
          tokens: { token: TOKEN, twoFactorTrustId: 'Y1dHNmZjYzM5ZDA4' },
        },
      ],
    },
    {
      name: 'a recovery code, refused and then taken',
      tag: 'mfa-challenge',
      variables: AT_SIGN_IN,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'recovery code',
          exchanges: [signIn(TYPED.recoveryCode, WRONG_CODE)],
          then: { error: 'invalid-recovery-code', operation: 'verifyRecoveryCode' },
        },
        {
          act: 'recovery code',
          exchanges: [signIn(TYPED.recoveryCode, SIGNED_IN)],
          then: 'verified',
          tokens: { token: TOKEN },
        },
      ],
    },
    {
      name: 'a right code, with a password that has to be changed',
      tag: 'mfa-challenge',
      variables: AT_SIGN_IN,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            signIn(TYPED.rightCode, {
              status: 203,
              body: {
                changePasswordId: 'mLS7gRCBYC3DAXHG5hcd',
                changePasswordReason: 'Expired',
              },
            }),
          ],
          then: 'verified',
          tokens: { changePasswordId: 'mLS7gRCBYC3DAXHG5hcd' },
        },
      ],
    },
    {
      name: 'a sign-in that waited more than five minutes for its code',
      tag: 'mfa-challenge',
      variables: AT_SIGN_IN,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [signIn(TYPED.rightCode, { status: 404 })],
          then: { error: 'login-expired', operation: 'verify' },
        },
      ],
    },
    {
      name: 'a sign-in that waited too long for its recovery code',
      tag: 'mfa-challenge',
      variables: AT_SIGN_IN,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'recovery code',
          exchanges: [signIn(TYPED.recoveryCode, { status: 404 })],
          then: { error: 'login-expired', operation: 'verifyRecoveryCode' },
        },
      ],
    },
    {
      name: 'a sign-in that an action prevents',
      tag: 'mfa-challenge',
      variables: AT_SIGN_IN,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [signIn(TYPED.rightCode, { status: 409, body: { actions: [] } })],
          then: { error: 'forbidden', operation: 'verify' },
        },
      ],
    },
    {
      name: 'unlinking with a code, refused and then taken',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [list(method, mail)], then: { listed: ['Werktelefoon'] } },
        { act: 'unlink', exchanges: [], then: 'proof code asked' },
        {
          act: 'proof code',
          exchanges: [remove(WRONG_CODE)],
          then: { error: 'invalid-code', operation: 'unlinkAuthenticator' },
        },
        {
          act: 'proof code',
          exchanges: [remove({ status: 200 }), list(mail)],
          then: { listed: [] },
        },
      ],
    },
    {
      name: 'the linked apps, with an access token that has run out',
      tag: 'mfa-authenticators',
      steps: [
        {
          act: 'open',
          exchanges: [{ ...list(), response: { status: 401 } }],
          then: { error: 'signed-out', operation: 'listAuthenticators' },
        },
      ],
    },
  ],
};
