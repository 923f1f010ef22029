import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

const source = 'demo/server/openapi.json';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const RECOVERY_CODES = Array.from({ length: 10 }, (_, index) => `7K3M-9QXT-2VBN-00${index}0`);

const ENROLLMENT = '5f0c8a4e-2f52-4f5c-9d55-6a4f2b9f5a10';
const PHONE = '0f6c1f8e-94d2-4a86-8d0e-5d4d5e6f7a80';

const phone = {
  id: PHONE,
  method: 'totp',
  name: 'Telefoon',
  createdAt: '2026-03-01T09:00:00Z',
  lastUsedAt: '2026-03-02T09:00:00Z',
};

const enrollment = {
  id: ENROLLMENT,
  method: 'totp',
  secret: SECRET,
  otpauthUri: `otpauth://totp/ProfiPortaal:profiklant%40voorbeeld.nl?secret=${SECRET}&issuer=ProfiPortaal`,
  expiresAt: '2099-01-01T00:00:00Z',
};

/** A problem as RFC 9457 has it. */
const problem = (
  kind: string,
  status: number,
  facts: object = {},
  headers: Readonly<Record<string, string>> = {},
): RecordedExchange['response'] => ({
  status,
  headers: { 'Content-Type': 'application/problem+json', ...headers },
  body: { type: `urn:mfa-elements:problem:${kind}`, title: kind, status, ...facts },
});

const status = (state: string): RecordedExchange => ({
  request: 'GET /status',
  response: {
    status: 200,
    body: {
      state,
      methods: ['totp'],
      account: 'profiklant@voorbeeld.nl',
      issuer: 'ProfiPortaal',
    },
  },
  source,
});

const start: RecordedExchange = {
  request: 'POST /enrollments',
  response: { status: 201, body: enrollment },
  source,
};

const confirm = (code: string, response: RecordedExchange['response']): RecordedExchange => ({
  request: `POST /enrollments/${ENROLLMENT}/confirmation`,
  body: { code },
  response,
  source,
});

const linked = (code: string): RecordedExchange =>
  confirm(code, {
    status: 201,
    body: { authenticator: phone, recoveryCodes: RECOVERY_CODES },
  });

const challenge = (body: object, response: RecordedExchange['response']): RecordedExchange => ({
  request: 'POST /challenge',
  body,
  response,
  source,
});

const list = (...authenticators: object[]): RecordedExchange => ({
  request: 'GET /authenticators',
  response: { status: 200, body: { authenticators } },
  source,
});

const unlink = (response: RecordedExchange['response']): RecordedExchange => ({
  request: `DELETE /authenticators/${PHONE}`,
  response,
  source,
});

const proofDue = problem('step-up-required', 403, { stepUp: ['password', 'code'] });

const stepUp = (body: object, response: RecordedExchange['response']): RecordedExchange => ({
  request: 'POST /step-up',
  body,
  response,
  source,
});

const codesLeft = (left: number): RecordedExchange => ({
  request: 'GET /recovery-codes',
  response: { status: 200, body: { left, total: 10, createdAt: '2026-03-01T09:00:00Z' } },
  source,
});

/** The library knows how these codes are written. */
const SENT_RECOVERY_CODE = 'ABCDEFGH1234';

const DONE = { status: 204 } as const;
const { wrongCode, rightCode, password, name } = TYPED;

/** The project's own contract. */
export const recording: Recording = {
  preset: 'mfa-elements',
  baseUrl: '/api/mfa',
  scenarios: [
    {
      name: 'linking at sign-in, a wrong code, then the right one',
      tag: 'mfa-login',
      steps: [
        {
          act: 'open',
          exchanges: [status('enrollment-required'), start],
          then: { qrCode: { secret: SECRET } },
        },
        {
          act: 'wrong code',
          exchanges: [confirm(wrongCode, problem('invalid-code', 422, { attemptsLeft: 4 }))],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        {
          act: 'right code',
          exchanges: [linked(rightCode)],
          then: { linked: { recoveryCodes: RECOVERY_CODES } },
        },
      ],
    },
    {
      name: 'a QR code that is too old, then a new one',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [start], then: { qrCode: { secret: SECRET } } },
        {
          act: 'right code',
          exchanges: [confirm(rightCode, problem('enrollment-expired', 410))],
          then: { error: 'enrollment-expired' },
        },
        { act: 'new QR code', exchanges: [start], then: { qrCode: { secret: SECRET } } },
      ],
    },
    {
      name: 'linking canceled',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [start], then: { qrCode: { secret: SECRET } } },
        {
          act: 'cancel',
          exchanges: [{ request: `DELETE /enrollments/${ENROLLMENT}`, response: DONE, source }],
          then: 'canceled',
        },
      ],
    },
    {
      name: 'an app that is linked already',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [
            {
              request: 'POST /enrollments',
              response: problem('already-linked', 409),
              source,
            },
          ],
          then: { error: 'already-linked', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'signing in: a wrong code, then the right one',
      tag: 'mfa-login',
      steps: [
        { act: 'open', exchanges: [status('code-required')], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [challenge({ code: wrongCode }, problem('invalid-code', 422))],
          then: { error: 'invalid-code', operation: 'verify' },
        },
        {
          act: 'right code',
          exchanges: [challenge({ code: rightCode }, DONE)],
          then: 'verified',
        },
      ],
    },
    {
      name: 'signed in already',
      tag: 'mfa-login',
      steps: [{ act: 'open', exchanges: [status('verified')], then: 'verified' }],
    },
    {
      name: 'nobody signed in',
      tag: 'mfa-login',
      steps: [
        {
          act: 'open',
          exchanges: [status('signed-out')],
          then: { error: 'signed-out' },
        },
      ],
    },
    {
      name: 'signing in on a device that is remembered, and a place to go',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'remember device and right code',
          exchanges: [
            challenge(
              { code: rightCode, rememberDevice: true },
              { status: 200, body: { redirectTo: '/portaal' } },
            ),
          ],
          then: { leavesFor: '/portaal' },
        },
      ],
    },
    {
      name: 'a code that was used before, too many tries',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [challenge({ code: rightCode }, problem('code-reused', 422))],
          then: { error: 'code-reused' },
        },
        {
          act: 'wrong code',
          exchanges: [
            challenge(
              { code: wrongCode },
              problem('rate-limited', 429, {}, { 'Retry-After': '30' }),
            ),
          ],
          then: { error: 'rate-limited', retryAfter: 30 },
        },
      ],
    },
    {
      name: 'the last wrong code for now, which begins the wait',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [
            challenge(
              { code: wrongCode },
              problem(
                'invalid-code',
                422,
                { attemptsLeft: 0, retryAfter: 30 },
                { 'Retry-After': '30' },
              ),
            ),
          ],
          then: { error: 'invalid-code', operation: 'verify', retryAfter: 30 },
        },
      ],
    },
    {
      name: 'a blocked account',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            challenge({ code: rightCode }, problem('locked', 423, {}, { 'Retry-After': '600' })),
          ],
          then: { error: 'locked', retryAfter: 600 },
        },
      ],
    },
    {
      name: 'a sign-in that took too long',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [challenge({ code: rightCode }, problem('login-expired', 401))],
          then: { error: 'login-expired' },
        },
      ],
    },
    {
      name: 'a server that is down for a while',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            challenge(
              { code: rightCode },
              problem('unavailable', 503, {}, { 'Retry-After': '20' }),
            ),
          ],
          then: { error: 'unavailable', retryAfter: 20 },
        },
      ],
    },
    {
      name: 'a page of another site',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [challenge({ code: rightCode }, problem('csrf', 403))],
          then: { error: 'csrf' },
        },
      ],
    },
    {
      name: 'linking that is not allowed',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [
            { request: 'POST /enrollments', response: problem('forbidden', 403), source },
          ],
          then: { error: 'forbidden', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'a recovery code that was spent, then one of the last',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'recovery code',
          exchanges: [
            challenge({ recoveryCode: SENT_RECOVERY_CODE }, problem('invalid-recovery-code', 422)),
          ],
          then: { error: 'invalid-recovery-code', operation: 'verifyRecoveryCode' },
        },
        {
          act: 'recovery code',
          exchanges: [
            challenge(
              { recoveryCode: SENT_RECOVERY_CODE },
              { status: 200, body: { recoveryCodesLeft: 2 } },
            ),
          ],
          then: { recoveryCodesLeft: 2 },
        },
        { act: 'go on', exchanges: [], then: 'verified' },
      ],
    },
    {
      name: 'another name for an app',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [list(phone)], then: { listed: ['Telefoon'] } },
        {
          act: 'rename',
          exchanges: [
            {
              request: `PATCH /authenticators/${PHONE}`,
              body: { name },
              response: { status: 200, body: { authenticator: { ...phone, name } } },
              source,
            },
          ],
          then: { listed: [name] },
        },
      ],
    },
    {
      name: 'a link taken away, behind a wrong and a right password',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [list(phone)], then: { listed: ['Telefoon'] } },
        { act: 'unlink', exchanges: [unlink(proofDue)], then: 'password asked' },
        {
          act: 'password',
          exchanges: [stepUp({ password }, problem('invalid-password', 422))],
          then: { error: 'invalid-password', operation: 'stepUp' },
        },
        {
          act: 'password',
          exchanges: [stepUp({ password }, DONE), unlink(DONE), list()],
          then: { listed: [] },
        },
      ],
    },
    {
      name: 'a link taken away, behind a code',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [list(phone)], then: { listed: ['Telefoon'] } },
        {
          act: 'unlink',
          exchanges: [unlink(problem('step-up-required', 403, { stepUp: ['code'] }))],
          then: 'proof code asked',
        },
        {
          act: 'proof code',
          exchanges: [stepUp({ code: rightCode }, DONE), unlink(DONE), list()],
          then: { listed: [] },
        },
      ],
    },
    {
      name: 'a link that was taken away elsewhere',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [list(phone)], then: { listed: ['Telefoon'] } },
        {
          act: 'unlink',
          exchanges: [unlink(problem('not-found', 404)), list()],
          then: { error: 'not-found', operation: 'unlinkAuthenticator' },
        },
      ],
    },
    {
      name: 'one more app than there may be',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [list(phone)], then: { listed: ['Telefoon'] } },
        {
          act: 'link another',
          exchanges: [
            { request: 'POST /enrollments', response: problem('limit-reached', 409), source },
          ],
          then: { error: 'limit-reached', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'one more app, linked behind the password',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [list(phone)], then: { listed: ['Telefoon'] } },
        {
          act: 'link another',
          exchanges: [{ request: 'POST /enrollments', response: proofDue, source }],
          then: 'password asked',
        },
        {
          act: 'password',
          exchanges: [stepUp({ password }, DONE), start],
          then: { qrCode: { secret: SECRET } },
        },
        {
          act: 'right code',
          exchanges: [
            confirm(rightCode, {
              status: 201,
              body: { authenticator: { ...phone, id: 'tablet', name: 'Tablet' } },
            }),
          ],
          then: { linked: {} },
        },
        {
          act: 'go on',
          exchanges: [list(phone, { ...phone, id: 'tablet', name: 'Tablet' })],
          then: { listed: ['Telefoon', 'Tablet'] },
        },
      ],
    },
    {
      name: 'new recovery codes, behind the password',
      tag: 'mfa-recovery-codes',
      steps: [
        { act: 'open', exchanges: [codesLeft(8)], then: { recoveryCodesLeft: 8 } },
        {
          act: 'generate recovery codes',
          exchanges: [{ request: 'POST /recovery-codes', response: proofDue, source }],
          then: 'password asked',
        },
        {
          act: 'password',
          exchanges: [
            stepUp({ password }, DONE),
            {
              request: 'POST /recovery-codes',
              response: { status: 201, body: { recoveryCodes: RECOVERY_CODES } },
              source,
            },
          ],
          then: { recoveryCodes: RECOVERY_CODES },
        },
        { act: 'go on', exchanges: [codesLeft(10)], then: { recoveryCodesLeft: 10 } },
      ],
    },
    {
      name: 'somebody who is signed out, at the list',
      tag: 'mfa-authenticators',
      steps: [
        {
          act: 'open',
          exchanges: [
            { request: 'GET /authenticators', response: problem('signed-out', 401), source },
          ],
          then: { error: 'signed-out', operation: 'listAuthenticators' },
        },
      ],
    },
  ],
};
