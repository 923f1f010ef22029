import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

const SOURCE = 'https://github.com/authelia/authelia/blob/23572030b4048922a377ca40d59e804e0ed25fd7';
const REGISTER = `${SOURCE}/internal/handlers/handler_register_totp.go`;
const SIGN = `${SOURCE}/internal/handlers/handler_sign_totp.go`;
const REQUIRE_AUTH = `${SOURCE}/internal/middlewares/require_auth.go`;
const RATE_LIMITING = `${SOURCE}/internal/middlewares/rate_limiting.go`;
const CONTEXT = `${SOURCE}/internal/middlewares/authelia_context.go`;

const SECRET = 'PA3UW4BSNVITS5SMGRZVIODXLIYWGURWMJHDG6KIGVVEIMDGI5QQ';
const OK = { status: 200, body: { status: 'OK' } };

const failed = (message: string) => ({ status: 403, body: { status: 'KO', message } });
const notRegistered = failed('Unable to set up one-time password.');
const notValidated = failed('Authentication failed, please retry later.');

/** Text, because nobody passed the first factor. */
const forbidden = {
  status: 403,
  headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  body: '403 Forbidden',
};

const required = (what: 'elevation' | 'first_factor' | 'second_factor') => ({
  status: 403,
  body: {
    status: 'KO',
    data: { elevation: false, first_factor: false, second_factor: false, [what]: true },
  },
});

const state = (level: 0 | 1 | 2): RecordedExchange => ({
  request: 'GET /api/state',
  response: {
    status: 200,
    body: {
      status: 'OK',
      data: {
        username: level === 0 ? '' : 'sanne',
        authentication_level: level,
        factor_knowledge: level > 0,
      },
    },
  },
  source: `${SOURCE}/internal/handlers/handler_state.go`,
});

const userInfo = (hasTotp: boolean): RecordedExchange => ({
  request: 'GET /api/user/info',
  response: {
    status: 200,
    body: {
      status: 'OK',
      data: {
        display_name: 'Sanne de Vries',
        emails: ['s***e@v***d.example'],
        method: 'totp',
        has_totp: hasTotp,
        has_webauthn: false,
        has_duo: false,
      },
    },
  },
  source: `${SOURCE}/internal/handlers/handler_user_info.go`,
});

const options: RecordedExchange = {
  request: 'GET /api/secondfactor/totp/register',
  response: {
    status: 200,
    body: {
      status: 'OK',
      data: {
        algorithm: 'SHA1',
        algorithms: ['SHA1'],
        length: 6,
        lengths: [6],
        period: 30,
        periods: [30],
      },
    },
  },
  source: REGISTER,
};

const start: readonly RecordedExchange[] = [
  options,
  {
    request: 'PUT /api/secondfactor/totp/register',
    body: { algorithm: 'SHA1', length: 6, period: 30 },
    response: {
      status: 200,
      body: {
        status: 'OK',
        data: {
          base32_secret: SECRET,
          otpauth_url: `otpauth://totp/Authelia:sanne?algorithm=SHA1&digits=6&issuer=Authelia&period=30&secret=${SECRET}`,
        },
      },
    },
    source: REGISTER,
  },
];

const confirm = (token: string, response: RecordedExchange['response']): RecordedExchange => ({
  request: 'POST /api/secondfactor/totp/register',
  body: { token },
  response,
  source: REGISTER,
});

const verify = (
  token: string,
  response: RecordedExchange['response'],
  source = SIGN,
): RecordedExchange => ({
  request: 'POST /api/secondfactor/totp',
  body: { token },
  response,
  source,
});

const linked: RecordedExchange = {
  request: 'GET /api/secondfactor/totp',
  response: {
    status: 200,
    body: {
      status: 'OK',
      data: {
        created_at: '2026-10-01T08:15:30.123456Z',
        last_used_at: '2026-11-20T07:58:02Z',
        issuer: 'Authelia',
        algorithm: 'SHA1',
        digits: 6,
        period: 30,
      },
    },
  },
  source: SIGN,
};

const nothingLinked: RecordedExchange = {
  request: 'GET /api/secondfactor/totp',
  response: {
    status: 404,
    body: { status: 'KO', message: 'Could not find TOTP Configuration for user.' },
  },
  source: SIGN,
};

const unlink = (response: RecordedExchange['response'], source = REGISTER): RecordedExchange => ({
  request: 'DELETE /api/secondfactor/totp',
  response,
  source,
});

/** Authelia 4.39 with its default configuration. */
export const recording: Recording = {
  preset: 'authelia',
  baseUrl: '/',
  scenarios: [
    {
      name: 'linking in an elevated session, a wrong code, then the right one',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: start, then: { qrCode: { secret: SECRET } } },
        {
          act: 'wrong code',
          exchanges: [confirm(TYPED.wrongCode, notRegistered)],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        {
          act: 'right code',
          exchanges: [confirm(TYPED.rightCode, OK)],
          then: { linked: {} },
        },
      ],
    },
    {
      name: 'linking, canceled',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: start, then: { qrCode: { secret: SECRET } } },
        {
          act: 'cancel',
          exchanges: [
            { request: 'DELETE /api/secondfactor/totp/register', response: OK, source: REGISTER },
          ],
          then: 'canceled',
        },
      ],
    },
    {
      name: 'linking asks for an elevated session, at a page of Authelia',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [{ ...options, response: required('elevation'), source: REQUIRE_AUTH }],
          then: { leavesFor: '/settings/two-factor-authentication' },
        },
      ],
    },
    {
      name: 'linking, signed out meanwhile',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: start, then: { qrCode: { secret: SECRET } } },
        {
          act: 'right code',
          exchanges: [
            { ...confirm(TYPED.rightCode, required('first_factor')), source: REQUIRE_AUTH },
          ],
          then: { error: 'signed-out', operation: 'confirmEnrollment' },
        },
      ],
    },
    {
      name: 'the first sign-in',
      tag: 'mfa-login',
      steps: [
        {
          act: 'open',
          exchanges: [state(1), userInfo(false), ...start],
          then: { qrCode: { secret: SECRET } },
        },
      ],
    },
    {
      name: 'signing in, a wrong code, then the right one',
      tag: 'mfa-login',
      steps: [
        { act: 'open', exchanges: [state(1), userInfo(true)], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [verify(TYPED.wrongCode, notValidated)],
          then: { error: 'invalid-code', operation: 'verify' },
        },
        { act: 'right code', exchanges: [verify(TYPED.rightCode, OK)], then: 'verified' },
      ],
    },
    {
      name: 'signed in already',
      tag: 'mfa-login',
      steps: [{ act: 'open', exchanges: [state(2)], then: 'verified' }],
    },
    {
      name: 'nobody signing in',
      tag: 'mfa-login',
      steps: [{ act: 'open', exchanges: [state(0)], then: { error: 'signed-out' } }],
    },
    {
      name: 'signing in on the way to another page',
      tag: 'mfa-challenge',
      variables: { targetURL: 'https://dossier.profi.example/' },
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            {
              request: 'POST /api/secondfactor/totp',
              body: { token: TYPED.rightCode, targetURL: 'https://dossier.profi.example/' },
              response: {
                status: 200,
                body: { status: 'OK', data: { redirect: 'https://dossier.profi.example/' } },
              },
              source: `${SOURCE}/internal/handlers/response.go`,
            },
          ],
          then: { leavesFor: 'https://dossier.profi.example/' },
        },
      ],
    },
    {
      name: 'too many codes',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            verify(
              TYPED.rightCode,
              {
                status: 429,
                headers: {
                  Date: 'Sun, 22 Nov 2026 10:00:00 GMT',
                  'Retry-After': 'Sun, 22 Nov 2026 10:00:42 GMT',
                },
                body: { status: 'KO', message: 'Too Many Requests' },
              },
              RATE_LIMITING,
            ),
          ],
          then: { error: 'rate-limited', operation: 'verify', retryAfter: 42 },
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
          exchanges: [verify(TYPED.rightCode, forbidden, CONTEXT)],
          then: { error: 'login-expired', operation: 'verify' },
        },
      ],
    },
    {
      name: 'unlinking, after a code as the second factor',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [linked], then: { listed: [''] } },
        {
          act: 'unlink',
          exchanges: [unlink(required('second_factor'), REQUIRE_AUTH)],
          then: 'proof code asked',
        },
        {
          act: 'proof code',
          exchanges: [verify(TYPED.rightCode, notValidated)],
          then: { error: 'invalid-code', operation: 'stepUp' },
        },
        {
          act: 'proof code',
          exchanges: [verify(TYPED.rightCode, OK), unlink(OK), nothingLinked],
          then: { listed: [] },
        },
      ],
    },
    {
      name: 'unlinking asks for an elevated session, at a page of Authelia',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [linked], then: { listed: [''] } },
        {
          act: 'unlink',
          exchanges: [unlink(required('elevation'), REQUIRE_AUTH)],
          then: { leavesFor: '/settings/two-factor-authentication' },
        },
      ],
    },
    {
      name: 'the linked app of nobody who is signed in',
      tag: 'mfa-authenticators',
      steps: [
        {
          act: 'open',
          exchanges: [{ ...linked, response: forbidden, source: CONTEXT }],
          then: { error: 'signed-out', operation: 'listAuthenticators' },
        },
      ],
    },
  ],
};
