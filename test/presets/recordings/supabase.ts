import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

const API = 'https://github.com/supabase/auth/blob/v2.196.0/internal/api';
const MFA = `${API}/mfa.go`;
const AUTH = `${API}/auth.go`;
const USER = 'https://github.com/supabase/auth/blob/v2.196.0/internal/models/user.go';
const LIMITER = `${API}/middleware.go`;

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const PHONE = '2b306a77-21dc-4110-ba71-537cb56b9e98';
const LEFT = 'b9c86bd9-1a6f-41c7-a9c0-9c8b3e2d8f10';
const NEW = '7f0f7d52-55ac-4d27-8b6e-6b9f3c2a1d00';
const CHALLENGE = 'c4b9a6f2-0d52-4c80-b43e-11a4f5b8e7aa';
const TOKENS = { accessToken: 'aal2.access.token', refreshToken: 'r4FreshToken' };

const headers = {
  apikey: 'sb_publishable_profi',
  Authorization: 'Bearer aal1.access.token',
  'X-Supabase-Api-Version': '2024-01-01',
};

const phone = {
  id: PHONE,
  created_at: '2026-03-01T09:00:00.120465Z',
  updated_at: '2026-03-01T09:01:10.544601Z',
  status: 'verified',
  friendly_name: 'Telefoon',
  factor_type: 'totp',
  phone: '',
  last_challenged_at: '2026-11-02T08:30:00.5Z',
};
const leftOver = { ...phone, id: LEFT, status: 'unverified', last_challenged_at: null };
/** Another kind of factor, which is none of ours. */
const textMessage = { ...phone, id: NEW, factor_type: 'phone', phone: '31612345678' };

const user = (...factors: readonly object[]): RecordedExchange => ({
  request: 'GET /user',
  headers,
  response: {
    status: 200,
    body: {
      id: 'd0714948-d32f-4f9e-9c4b-5f5b7a2f4b55',
      aud: 'authenticated',
      role: 'authenticated',
      email: 'sanne@voorbeeld.example',
      phone: '',
      app_metadata: { provider: 'email', providers: ['email'] },
      user_metadata: {},
      ...(factors.length > 0 && { factors }),
      identities: [],
      created_at: '2026-01-05T09:00:00Z',
      updated_at: '2026-11-02T08:30:00Z',
      is_anonymous: false,
    },
  },
  source: USER,
});

const refusal = (status: number, code: string, message: string): RecordedExchange['response'] => ({
  status,
  headers: { 'X-Supabase-Api-Version': '2024-01-01', 'x-sb-error-code': code },
  body: { code, message },
});

const signedOut = refusal(401, 'no_authorization', 'This endpoint requires a valid Bearer token');
const sessionGone = refusal(
  403,
  'session_not_found',
  'Session from session_id claim in JWT does not exist',
);
const factorGone = refusal(404, 'mfa_factor_not_found', 'Factor not found');

const removed = (id: string): RecordedExchange => ({
  request: `DELETE /factors/${id}`,
  headers,
  response: { status: 200, body: { id } },
  source: MFA,
});
const needsSecondFactor: RecordedExchange = {
  ...removed(PHONE),
  response: refusal(422, 'insufficient_aal', 'AAL2 required to unenroll verified factor'),
};

const enrolling = {
  request: 'POST /factors',
  headers,
  body: { factor_type: 'totp', friendly_name: 'Telefoon', issuer: 'ProfiAdviseur' },
  source: MFA,
};
const enrolled: RecordedExchange = {
  ...enrolling,
  response: {
    status: 200,
    body: {
      id: NEW,
      type: 'totp',
      friendly_name: 'Telefoon',
      totp: {
        qr_code: '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
        secret: SECRET,
        uri: `otpauth://totp/ProfiAdviseur:sanne@voorbeeld.example?algorithm=SHA1&digits=6&issuer=ProfiAdviseur&period=30&secret=${SECRET}`,
      },
    },
  },
};

const challenged = (id: string): RecordedExchange => ({
  request: `POST /factors/${id}/challenge`,
  headers,
  body: {},
  response: { status: 200, body: { id: CHALLENGE, type: 'totp', expires_at: 1793952600 } },
  source: MFA,
});
const verifying = (id: string, code: string) => ({
  request: `POST /factors/${id}/verify`,
  headers,
  body: { challenge_id: CHALLENGE, code },
  source: MFA,
});
const wrongCode = (id: string): RecordedExchange => ({
  ...verifying(id, TYPED.wrongCode),
  response: refusal(422, 'mfa_verification_failed', 'Invalid TOTP code entered'),
});
const rightCode = (id: string): RecordedExchange => ({
  ...verifying(id, TYPED.rightCode),
  response: {
    status: 200,
    body: {
      access_token: TOKENS.accessToken,
      token_type: 'bearer',
      expires_in: 3600,
      expires_at: 1793956200,
      refresh_token: TOKENS.refreshToken,
      user: {},
    },
  },
});

const noSession: RecordedExchange = {
  request: 'GET /user',
  headers: { ...headers, Authorization: null },
  response: signedOut,
  source: AUTH,
};

const variables = {
  apikey: headers.apikey,
  accessToken: () => Promise.resolve('aal1.access.token'),
  friendlyName: 'Telefoon',
};

/** A project with its default settings; a rate limit by the address of the client. */
export const recording: Recording = {
  preset: 'supabase',
  baseUrl: 'https://profi.supabase.co/auth/v1',
  variables,
  issuer: 'ProfiAdviseur',
  scenarios: [
    {
      name: 'linking, a wrong code, then the right one',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [user(), enrolled], then: { qrCode: { secret: SECRET } } },
        {
          act: 'wrong code',
          exchanges: [challenged(NEW), wrongCode(NEW)],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        {
          act: 'right code',
          exchanges: [challenged(NEW), rightCode(NEW)],
          then: { linked: {} },
          tokens: TOKENS,
        },
      ],
    },
    {
      name: 'linking, where an enrollment was left behind, and calling it off',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [user(textMessage, leftOver), removed(LEFT), enrolled],
          then: { qrCode: { secret: SECRET } },
        },
        { act: 'cancel', exchanges: [removed(NEW)], then: 'canceled' },
      ],
    },
    {
      name: 'linking, with the same begun anew in another tab',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [user(), enrolled], then: { qrCode: { secret: SECRET } } },
        {
          act: 'right code',
          exchanges: [{ ...challenged(NEW), response: factorGone, source: `${API}/admin.go` }],
          then: { error: 'enrollment-expired', operation: 'confirmEnrollment' },
        },
      ],
    },
    {
      name: 'linking one too many',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [
            user(phone),
            {
              ...enrolling,
              response: refusal(
                422,
                'too_many_enrolled_mfa_factors',
                'Maximum number of verified factors reached, unenroll to continue',
              ),
            },
          ],
          then: { error: 'limit-reached', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'linking a second app of the same name',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [
            user(phone),
            {
              ...enrolling,
              response: refusal(
                422,
                'mfa_factor_name_conflict',
                'A factor with the friendly name "Telefoon" for this user already exists',
              ),
            },
          ],
          then: { error: 'already-linked', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'linking where the project has no TOTP',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [
            user(),
            {
              ...enrolling,
              response: refusal(
                422,
                'mfa_totp_enroll_not_enabled',
                'MFA enroll is disabled for TOTP',
              ),
            },
          ],
          then: { error: 'misconfigured', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'linking a second app, with a code of the first',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [
            user(phone),
            {
              ...enrolling,
              response: refusal(403, 'insufficient_aal', 'AAL2 required to enroll a new factor'),
            },
          ],
          then: 'proof code asked',
        },
        {
          act: 'proof code',
          exchanges: [user(phone), challenged(PHONE), rightCode(PHONE), user(phone), enrolled],
          then: { qrCode: { secret: SECRET } },
          tokens: TOKENS,
        },
      ],
    },
    {
      name: 'signing in, a wrong code, then the right one',
      tag: 'mfa-login',
      steps: [
        { act: 'open', exchanges: [user(phone)], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [user(phone), challenged(PHONE), wrongCode(PHONE)],
          then: { error: 'invalid-code', operation: 'verify' },
        },
        {
          act: 'right code',
          exchanges: [user(phone), challenged(PHONE), rightCode(PHONE)],
          then: 'verified',
          tokens: TOKENS,
        },
      ],
    },
    {
      name: 'signing in the first time, with no app linked',
      tag: 'mfa-login',
      steps: [
        {
          act: 'open',
          exchanges: [user(), user(), enrolled],
          then: { qrCode: { secret: SECRET } },
        },
      ],
    },
    {
      name: 'signed in with a code already',
      tag: 'mfa-login',
      variables: { ...variables, aal: 'aal2' },
      steps: [{ act: 'open', exchanges: [user(phone)], then: 'verified' }],
    },
    {
      name: 'signing in with the app that the page chose',
      tag: 'mfa-challenge',
      variables: { ...variables, factorId: NEW },
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [user(phone, { ...phone, id: NEW }), challenged(NEW), rightCode(NEW)],
          then: 'verified',
          tokens: TOKENS,
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
            user(phone),
            {
              ...challenged(PHONE),
              response: refusal(429, 'over_request_rate_limit', 'Request rate limit reached'),
              source: LIMITER,
            },
          ],
          then: { error: 'rate-limited', operation: 'verify', retryAfter: 30 },
        },
      ],
    },
    {
      name: 'a code that a hook of the project refused, which ends the session',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [
            user(phone),
            challenged(PHONE),
            {
              ...verifying(PHONE, TYPED.wrongCode),
              response: refusal(
                403,
                'mfa_verification_rejected',
                'Further MFA verification attempts will be rejected.',
              ),
            },
          ],
          then: { error: 'signed-out', operation: 'verify' },
        },
      ],
    },
    {
      name: 'a code of nobody who has an app',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [user(leftOver)],
          then: { error: 'not-found', operation: 'verify' },
        },
      ],
    },
    {
      name: 'a session that ended before its code',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [{ ...user(), response: sessionGone, source: AUTH }],
          then: { error: 'signed-out', operation: 'verify' },
        },
      ],
    },
    {
      name: 'unlinking with a code, after the password alone',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [user(leftOver, phone)], then: { listed: ['Telefoon'] } },
        {
          act: 'unlink',
          exchanges: [needsSecondFactor],
          then: 'proof code asked',
        },
        {
          act: 'proof code',
          exchanges: [user(phone), challenged(PHONE), rightCode(PHONE), removed(PHONE), user()],
          then: { listed: [] },
          tokens: TOKENS,
        },
      ],
    },
    {
      name: 'unlinking with a code of an app that was unlinked elsewhere',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [user(phone)], then: { listed: ['Telefoon'] } },
        {
          act: 'unlink',
          exchanges: [needsSecondFactor],
          then: 'proof code asked',
        },
        {
          act: 'proof code',
          exchanges: [user()],
          then: { error: 'not-found', operation: 'stepUp' },
        },
      ],
    },
    {
      name: 'unlinking what was unlinked elsewhere',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [user(phone)], then: { listed: ['Telefoon'] } },
        {
          act: 'unlink',
          exchanges: [
            { ...removed(PHONE), response: factorGone, source: `${API}/admin.go` },
            user(),
          ],
          then: { error: 'not-found', operation: 'unlinkAuthenticator' },
        },
      ],
    },
    {
      name: 'the linked apps of somebody who is banned',
      tag: 'mfa-authenticators',
      steps: [
        {
          act: 'open',
          exchanges: [
            { ...user(), response: refusal(403, 'user_banned', 'User is banned'), source: AUTH },
          ],
          then: { error: 'forbidden', operation: 'listAuthenticators' },
        },
      ],
    },
    {
      name: 'the linked apps of nobody who is signed in',
      tag: 'mfa-authenticators',
      variables: { apikey: headers.apikey },
      steps: [
        {
          act: 'open',
          exchanges: [noSession],
          then: { error: 'signed-out', operation: 'listAuthenticators' },
        },
      ],
    },
  ],
};
