import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

const ALLAUTH = 'https://github.com/pennersr/django-allauth/blob/65.16.1/allauth';
const VIEWS = `${ALLAUTH}/headless/mfa/views.py`;
const RESPONSES = `${ALLAUTH}/headless/mfa/response.py`;
const SESSION = `${ALLAUTH}/headless/base/response.py`;
const PASSWORD = `${ALLAUTH}/headless/account/views.py`;
const CODES = `${ALLAUTH}/mfa/base/forms.py`;
const DJANGO = 'https://docs.djangoproject.com/en/5.2/ref/csrf/';

const SECRET = 'NVQWIYLDMFZGKYTFOJ2GK3DMNFXGOZLS';
const RECOVERY_CODES = [
  '41857330',
  '90215746',
  '03368915',
  '77102468',
  '56630921',
  '18845207',
  '62094173',
  '85713360',
  '29471058',
  '34906612',
];

const headers = { 'X-CSRFToken': 'q2L8fPzRk1' };

const exchange = (
  request: string,
  response: RecordedExchange['response'],
  source: string,
  body?: object,
): RecordedExchange => ({ request, headers, ...(body && { body }), response, source });

const ok = (data: unknown): RecordedExchange['response'] => ({
  status: 200,
  body: { status: 200, data },
});

const refused = (code: string, message: string, param?: string): RecordedExchange['response'] => ({
  status: 400,
  body: { status: 400, errors: [{ message, code, ...(param && { param }) }] },
});

const user = {
  id: 4711,
  display: 'Sanne de Vries',
  email: 'sanne@voorbeeld.example',
  has_usable_password: true,
};
const methods = [{ method: 'password', at: 1795000000.12, email: user.email }];

const signedIn: RecordedExchange['response'] = {
  status: 200,
  body: { status: 200, data: { user, methods }, meta: { is_authenticated: true } },
};

/** The response to a user who is not signed in, or only partly. */
const notSignedIn = (...flows: object[]): RecordedExchange['response'] => ({
  status: 401,
  body: {
    status: 401,
    data: { flows: [{ id: 'login' }, { id: 'signup' }, ...flows] },
    meta: { is_authenticated: false },
  },
});

/** The response to a signed-in user who has to step up. */
const proveIt = (...flows: object[]): RecordedExchange['response'] => ({
  status: 401,
  body: { status: 401, data: { user, methods, flows }, meta: { is_authenticated: true } },
});
const byPassword = { id: 'reauthenticate' };
const byCode = { id: 'mfa_reauthenticate', types: ['recovery_codes', 'totp'] };

const session = (response: RecordedExchange['response']): RecordedExchange =>
  exchange('GET /auth/session', response, SESSION);
const codeDue = notSignedIn({
  id: 'mfa_authenticate',
  is_pending: true,
  types: ['recovery_codes', 'totp'],
});
const trustDue = notSignedIn({ id: 'mfa_trust', is_pending: true });

const totp = { type: 'totp', created_at: 1794000000.5, last_used_at: 1794900000.25 };
const recovery = {
  type: 'recovery_codes',
  created_at: 1794000000.75,
  last_used_at: null,
  total_code_count: 10,
  unused_code_count: 8,
};

const list = (...authenticators: object[]): RecordedExchange =>
  exchange('GET /account/authenticators', ok(authenticators), RESPONSES);

const start = exchange(
  'GET /account/authenticators/totp',
  {
    status: 404,
    body: {
      status: 404,
      meta: {
        secret: SECRET,
        totp_url: `otpauth://totp/sanne%40voorbeeld.example?secret=${SECRET}&issuer=ProfiAdviseur`,
      },
    },
  },
  RESPONSES,
);

const activate = (code: string, response: RecordedExchange['response']): RecordedExchange =>
  exchange('POST /account/authenticators/totp', response, VIEWS, { code });
const activated = activate(TYPED.rightCode, ok({ ...totp, last_used_at: null }));

const viewCodes = exchange(
  'GET /account/authenticators/recovery-codes',
  ok({ ...recovery, unused_code_count: 10, unused_codes: RECOVERY_CODES }),
  RESPONSES,
);

const incorrectCode = refused('incorrect_code', 'Incorrect code.', 'code');
const incorrectPassword = refused('incorrect_password', 'Incorrect password.', 'password');

const authenticate = (code: string, response: RecordedExchange['response']): RecordedExchange =>
  exchange('POST /auth/2fa/authenticate', response, CODES, { code });
const trust = (body: object): RecordedExchange =>
  exchange('POST /auth/2fa/trust', signedIn, VIEWS, body);

const password = (response: RecordedExchange['response']): RecordedExchange =>
  exchange('POST /auth/reauthenticate', response, PASSWORD, { password: TYPED.password });
const proofCode = (response: RecordedExchange['response']): RecordedExchange =>
  exchange('POST /auth/2fa/reauthenticate', response, VIEWS, { code: TYPED.rightCode });

const deactivate = (response: RecordedExchange['response']): RecordedExchange =>
  exchange('DELETE /account/authenticators/totp', response, VIEWS);
const deactivated = deactivate({ status: 200, body: { status: 200 } });

const generate = (response: RecordedExchange['response']): RecordedExchange =>
  exchange('POST /account/authenticators/recovery-codes', response, VIEWS);

/** django-allauth, headless, with its own settings but for `MFA_TRUST_ENABLED` where that shows. */
export const recording: Recording = {
  preset: 'django-allauth',
  baseUrl: 'https://profi.example/_allauth/browser/v1',
  cookies: { csrftoken: 'q2L8fPzRk1' },
  scenarios: [
    {
      name: 'linking, a wrong code, then the right one',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [start], then: { qrCode: { secret: SECRET } } },
        {
          act: 'wrong code',
          exchanges: [activate(TYPED.wrongCode, incorrectCode)],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        {
          act: 'right code',
          exchanges: [activated, viewCodes],
          then: { linked: { recoveryCodes: RECOVERY_CODES } },
        },
      ],
    },
    {
      name: 'linking after the password, long after the sign-in',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [start], then: { qrCode: { secret: SECRET } } },
        {
          act: 'right code',
          exchanges: [activate(TYPED.rightCode, proveIt(byPassword))],
          then: 'password asked',
        },
        {
          act: 'password',
          exchanges: [password(incorrectPassword)],
          then: { error: 'invalid-password', operation: 'stepUp' },
        },
        {
          act: 'password',
          exchanges: [password(signedIn), activated, viewCodes],
          then: { linked: { recoveryCodes: RECOVERY_CODES } },
        },
      ],
    },
    {
      name: 'linking where recovery codes are not supported',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [start], then: { qrCode: { secret: SECRET } } },
        {
          act: 'right code',
          exchanges: [
            activated,
            { ...viewCodes, response: { status: 404, body: { status: 404 } } },
          ],
          then: { linked: {} },
        },
      ],
    },
    {
      name: 'linking what is linked already',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [{ ...start, response: ok(totp) }],
          then: { error: 'already-linked', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'linking with an e-mail address that is not verified',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [
            {
              ...start,
              response: {
                status: 409,
                body: {
                  status: 409,
                  errors: [
                    {
                      message:
                        'You cannot activate two-factor authentication until you have verified your email address.',
                      code: 'unverified_email',
                    },
                  ],
                },
              },
              source: VIEWS,
            },
          ],
          then: { error: 'forbidden', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'signing in the first time, with no app linked',
      tag: 'mfa-login',
      steps: [
        {
          act: 'open',
          exchanges: [session(signedIn), list(), start],
          then: { qrCode: { secret: SECRET } },
        },
      ],
    },
    {
      name: 'signing in with a code',
      tag: 'mfa-login',
      steps: [
        { act: 'open', exchanges: [session(codeDue)], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [authenticate(TYPED.wrongCode, incorrectCode)],
          then: { error: 'invalid-code', operation: 'verify' },
        },
        {
          act: 'right code',
          exchanges: [authenticate(TYPED.rightCode, signedIn)],
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
          exchanges: [session(signedIn), list(recovery, totp)],
          then: 'verified',
        },
      ],
    },
    {
      name: 'nobody signing in',
      tag: 'mfa-login',
      steps: [{ act: 'open', exchanges: [session(notSignedIn())], then: { error: 'signed-out' } }],
    },
    {
      name: 'a code, where the server then asks whether to trust the browser',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [authenticate(TYPED.rightCode, trustDue), trust({})],
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
          exchanges: [authenticate(TYPED.recoveryCode, incorrectCode)],
          then: { error: 'invalid-recovery-code', operation: 'verifyRecoveryCode' },
        },
        {
          act: 'recovery code',
          exchanges: [authenticate(TYPED.recoveryCode, trustDue), trust({ trust: false })],
          then: 'verified',
        },
      ],
    },
    {
      name: 'too many wrong codes',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [
            {
              ...authenticate(
                TYPED.wrongCode,
                refused(
                  'too_many_login_attempts',
                  'Too many failed login attempts. Try again later.',
                  'code',
                ),
              ),
              source: `${ALLAUTH}/mfa/base/internal/flows.py`,
            },
          ],
          then: { error: 'rate-limited', operation: 'verify' },
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
          exchanges: [
            {
              ...authenticate(TYPED.rightCode, notSignedIn()),
              source: `${ALLAUTH}/headless/base/views.py`,
            },
          ],
          then: { error: 'login-expired', operation: 'verify' },
        },
      ],
    },
    {
      name: 'a sign-in that waited too long for its recovery code',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'recovery code',
          exchanges: [
            {
              ...authenticate(TYPED.recoveryCode, notSignedIn()),
              source: `${ALLAUTH}/headless/base/views.py`,
            },
          ],
          then: { error: 'login-expired', operation: 'verifyRecoveryCode' },
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
              ...authenticate(TYPED.rightCode, {
                status: 403,
                headers: { 'Content-Type': 'text/html; charset=utf-8' },
                body: '<!DOCTYPE html><title>403 Forbidden</title>',
              }),
              source: DJANGO,
            },
          ],
          then: { error: 'csrf', operation: 'verify' },
        },
      ],
    },
    {
      name: 'unlinking with a code',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [list(recovery, totp)], then: { listed: [''] } },
        {
          act: 'unlink',
          exchanges: [deactivate(proveIt(byPassword, byCode))],
          then: 'password asked',
        },
        {
          act: 'proof code',
          exchanges: [proofCode(incorrectCode)],
          then: { error: 'invalid-code', operation: 'stepUp' },
        },
        {
          act: 'proof code',
          exchanges: [proofCode(signedIn), deactivated, list()],
          then: { listed: [] },
        },
      ],
    },
    {
      name: 'unlinking by somebody without a password',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [list(totp)], then: { listed: [''] } },
        { act: 'unlink', exchanges: [deactivate(proveIt(byCode))], then: 'proof code asked' },
        {
          act: 'proof code',
          exchanges: [proofCode(signedIn), deactivated, list()],
          then: { listed: [] },
        },
      ],
    },
    {
      name: 'the linked app of nobody who is signed in',
      tag: 'mfa-authenticators',
      steps: [
        {
          act: 'open',
          exchanges: [{ ...list(), response: notSignedIn(), source: SESSION }],
          then: { error: 'signed-out', operation: 'listAuthenticators' },
        },
      ],
    },
    {
      name: 'new recovery codes, with the password, too often refused',
      tag: 'mfa-recovery-codes',
      steps: [
        {
          act: 'open',
          exchanges: [list(recovery, totp)],
          then: { recoveryCodesLeft: 8 },
        },
        {
          act: 'generate recovery codes',
          exchanges: [generate(proveIt(byPassword, byCode))],
          then: 'password asked',
        },
        {
          act: 'password',
          exchanges: [password({ status: 429, body: { status: 429 } })],
          then: { error: 'rate-limited', operation: 'stepUp' },
        },
      ],
    },
    {
      name: 'new recovery codes',
      tag: 'mfa-recovery-codes',
      steps: [
        { act: 'open', exchanges: [list(totp)], then: { recoveryCodesLeft: 0 } },
        {
          act: 'generate recovery codes',
          exchanges: [
            generate(ok({ ...recovery, unused_code_count: 10, unused_codes: RECOVERY_CODES })),
          ],
          then: { recoveryCodes: RECOVERY_CODES },
        },
      ],
    },
  ],
};
