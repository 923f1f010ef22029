import { checkDefinition } from '../../../src/backend/development/check-definition.js';
import directus from '../../../stories/guides/examples/directus.json';
import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

const SOURCE = 'https://github.com/directus/directus/blob';
const USERS = `${SOURCE}/0a68ccb3ddb58a06f8c40b8e27ba135668de78a4/api/src/controllers/users.ts`;
const TFA = `${SOURCE}/112582374e8904a82ddd74e3ed9f37039475bd02/api/src/services/tfa.ts`;
const LOGIN = `${SOURCE}/0681f845b9eebb295b2fddf191aa8cce8091340f/api/src/auth/drivers/local.ts`;
const AUTHENTICATION = `${SOURCE}/02ce9839969617e039d0c06bdecfc7674986b16b/api/src/services/authentication.ts`;
const RATE_LIMIT = `${SOURCE}/0aff913f6788dcaba255f56e0c94698b68d7af91/api/src/middleware/rate-limiter-ip.ts`;
const CONCEAL = `${SOURCE}/021a0585f565030158c7b516d4f5f04c566156b1/api/src/services/payload.ts`;

const SECRET = 'KVKFKRCPNZQUYMLXOVYDSQKJKZDTSRLD';
const EMAIL = 'sanne@voorbeeld.example';
const SIGN_IN_PASSWORD = 'een-heel-ander-wachtwoord';

const problem = (status: number, code: string, message: string) => ({
  status,
  body: { errors: [{ message, extensions: { code } }] },
});

const SIGNED_OUT = problem(401, 'INVALID_CREDENTIALS', 'Invalid user credentials.');
const WRONG_PASSWORD = SIGNED_OUT;
const WRONG_CODE = problem(400, 'INVALID_PAYLOAD', 'Invalid payload. "otp" is invalid.');
const ALREADY_LINKED = problem(
  400,
  'INVALID_PAYLOAD',
  'Invalid payload. TFA Secret is already set for this user.',
);

const generate = (response: RecordedExchange['response'], source = USERS): RecordedExchange => ({
  request: 'POST /users/me/tfa/generate',
  body: { password: TYPED.password },
  response,
  source,
});

const generated = generate({
  status: 200,
  body: {
    data: {
      secret: SECRET,
      otpauth_url: `otpauth://totp/Profi:${encodeURIComponent(EMAIL)}?secret=${SECRET}&period=30&digits=6&algorithm=SHA1&issuer=Profi`,
    },
  },
});

const enable = (otp: string, response: RecordedExchange['response']): RecordedExchange => ({
  request: 'POST /users/me/tfa/enable',
  body: { secret: SECRET, otp },
  response,
  source: TFA,
});

const disable = (response: RecordedExchange['response']): RecordedExchange => ({
  request: 'POST /users/me/tfa/disable',
  body: { otp: TYPED.rightCode },
  response,
  source: USERS,
});

const list = (response: RecordedExchange['response']): RecordedExchange => ({
  request: 'GET /users/me?fields=id,tfa_secret',
  response,
  source: CONCEAL,
});

const ID = '5c1f2a3b-7d0e-4a41-9f6d-2b8c1e0d4f77';
const linked = list({ status: 200, body: { data: { id: ID, tfa_secret: '**********' } } });
const notLinked = list({ status: 200, body: { data: { id: ID, tfa_secret: null } } });

const signIn = (
  otp: string,
  response: RecordedExchange['response'],
  source = AUTHENTICATION,
): RecordedExchange => ({
  request: 'POST /auth/login',
  body: { email: EMAIL, password: SIGN_IN_PASSWORD, otp, mode: 'session' },
  response,
  source,
});

const AT_SIGN_IN = { email: EMAIL, signInPassword: () => Promise.resolve(SIGN_IN_PASSWORD) };

const definition: unknown = directus;
checkDefinition(definition);

/** Directus, in the versions that its sources name. */
export const recording: Recording = {
  preset: 'directus',
  definition,
  baseUrl: '/directus',
  scenarios: [
    {
      name: 'linking, with a wrong password and a wrong code first',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [], then: 'password asked' },
        {
          act: 'password',
          exchanges: [generate(WRONG_PASSWORD)],
          then: { error: 'invalid-password' },
        },
        { act: 'password', exchanges: [generated], then: { qrCode: { secret: SECRET } } },
        {
          act: 'wrong code',
          exchanges: [enable(TYPED.wrongCode, WRONG_CODE)],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        {
          act: 'right code',
          exchanges: [enable(TYPED.rightCode, { status: 204 })],
          then: { linked: {} },
        },
      ],
    },
    {
      name: 'linking where an app is linked already',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [], then: 'password asked' },
        {
          act: 'password',
          exchanges: [generate(ALREADY_LINKED, TFA)],
          then: { error: 'already-linked', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'signing in, a wrong code first',
      tag: 'mfa-challenge',
      variables: AT_SIGN_IN,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [signIn(TYPED.wrongCode, problem(401, 'INVALID_OTP', 'Invalid user OTP.'))],
          then: { error: 'invalid-code', operation: 'verify' },
        },
        {
          act: 'right code',
          exchanges: [
            signIn(TYPED.rightCode, { status: 200, body: { data: { expires: 900000 } } }, LOGIN),
          ],
          then: 'verified',
        },
      ],
    },
    {
      name: 'signing in too often',
      tag: 'mfa-challenge',
      variables: AT_SIGN_IN,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [
            signIn(
              TYPED.wrongCode,
              {
                ...problem(429, 'REQUESTS_EXCEEDED', 'Too many requests, retry after 30s.'),
                headers: { 'Retry-After': '30' },
              },
              RATE_LIMIT,
            ),
          ],
          then: { error: 'rate-limited', operation: 'verify', retryAfter: 30 },
        },
      ],
    },
    {
      name: 'signing in with an account that is suspended',
      tag: 'mfa-challenge',
      variables: AT_SIGN_IN,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [signIn(TYPED.wrongCode, problem(401, 'USER_SUSPENDED', 'User suspended.'))],
          then: { error: 'locked', operation: 'verify' },
        },
      ],
    },
    {
      name: 'taking the link away with a code',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [linked], then: { listed: [''] } },
        { act: 'unlink', exchanges: [], then: 'proof code asked' },
        { act: 'proof code', exchanges: [disable(WRONG_CODE)], then: { error: 'invalid-code' } },
        {
          act: 'proof code',
          exchanges: [disable({ status: 204 }), notLinked],
          then: { listed: [] },
        },
      ],
    },
    {
      name: 'the list of somebody who is signed out',
      tag: 'mfa-authenticators',
      steps: [
        {
          act: 'open',
          exchanges: [list(SIGNED_OUT)],
          then: { error: 'signed-out', operation: 'listAuthenticators' },
        },
      ],
    },
  ],
};
