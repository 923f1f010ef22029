import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

const SOURCE = 'https://github.com/ory/kratos/blob/v26.2.0';
const SETTINGS_HANDLER = `${SOURCE}/selfservice/flow/settings/handler.go`;
const SETTINGS_ERRORS = `${SOURCE}/selfservice/flow/settings/error.go`;
const SETTINGS_HOOK = `${SOURCE}/selfservice/flow/settings/hook.go`;
const LOGIN_HANDLER = `${SOURCE}/selfservice/flow/login/handler.go`;
const LOGIN_ERRORS = `${SOURCE}/selfservice/flow/login/error.go`;
const LOGIN_HOOK = `${SOURCE}/selfservice/flow/login/hook.go`;
const TOTP_SETTINGS = `${SOURCE}/selfservice/strategy/totp/settings.go`;
const TOTP_LOGIN = `${SOURCE}/selfservice/strategy/totp/login.go`;
const LOOKUP_SETTINGS = `${SOURCE}/selfservice/strategy/lookup/settings.go`;
const LOOKUP_LOGIN = `${SOURCE}/selfservice/strategy/lookup/login.go`;
const SESSION_MANAGER = `${SOURCE}/session/manager.go`;

const KRATOS = 'https://auth.profi.example';
const SETTINGS_FLOW = '0b7d2a55-3f0c-4c0e-9f7a-6a5d1d7f0a11';
const LOGIN_FLOW = '7c1e9b0a-5d1e-4a58-8a2f-2f9f4d3e6b22';
const SECRET = 'MZXW6YTBOI3HK4TFON2GC3TUMVZGC3DM';
const CODES = [
  'q7w2e9r4',
  't1y6u3i8',
  'o5p0a2s7',
  'd4f9g1h6',
  'j3k8l5z0',
  'x2c7v4b9',
  'n6m1q3w8',
  'e5r0t2y7',
  'u4i9o1p6',
  'a3s8d5f0',
  'g2h7j4k9',
  'l6z1x3c8',
];

const input = (name: string, group: string, value?: string, messages: readonly object[] = []) => ({
  type: 'input',
  group,
  attributes: {
    name,
    type: name === 'csrf_token' ? 'hidden' : 'text',
    ...(value !== undefined && { value }),
    disabled: false,
    node_type: 'input',
  },
  messages,
  meta: {},
});

const text = (id: string, group: string, said: object) => ({
  type: 'text',
  group,
  attributes: { text: said, id, node_type: 'text' },
  messages: [],
  meta: {},
});

const message = (id: number, said: string, type: string, context?: object) => ({
  id,
  text: said,
  type,
  ...(context && { context }),
});

const WRONG_CODE = message(
  4000008,
  'The provided authentication code is invalid, please try again.',
  'error',
);

/** The form for a user without an authenticator, who may enroll one. */
const toLink = (messages: readonly object[] = []) => [
  text('totp_secret_key', 'totp', message(1050006, SECRET, 'info', { secret: SECRET })),
  input('totp_code', 'totp', undefined, messages),
  input('method', 'totp', 'totp'),
];

const TO_UNLINK = [input('totp_unlink', 'totp', 'true')];
const TO_REGENERATE = [input('lookup_secret_regenerate', 'lookup_secret', 'true')];
const TO_ENTER = [input('totp_code', 'totp', ''), input('method', 'totp', 'totp')];

const settings = (csrf: string, nodes: readonly object[], state = 'show_form') => ({
  id: SETTINGS_FLOW,
  type: 'browser',
  expires_at: '2036-11-02T10:30:00.000000Z',
  issued_at: '2026-11-02T09:30:00.000000Z',
  request_url: `${KRATOS}/self-service/settings/browser`,
  ui: {
    action: `${KRATOS}/self-service/settings?flow=${SETTINGS_FLOW}`,
    method: 'POST',
    nodes: [input('csrf_token', 'default', csrf), ...nodes],
    ...(state === 'success' && {
      messages: [message(1050001, 'Your changes have been saved!', 'success')],
    }),
  },
  identity: { id: '9f425a8d-7efc-4768-8f23-7647a74fdf13', traits: {} },
  state,
});

const login = (csrf: string, nodes: readonly object[], said: readonly object[] = []) => ({
  id: LOGIN_FLOW,
  type: 'browser',
  expires_at: '2036-11-02T10:30:00.000000Z',
  issued_at: '2026-11-02T09:30:00.000000Z',
  request_url: `${KRATOS}/self-service/login/browser?aal=aal2`,
  ui: {
    action: `${KRATOS}/self-service/login?flow=${LOGIN_FLOW}`,
    method: 'POST',
    nodes: [input('csrf_token', 'default', csrf), ...nodes],
    messages: said,
  },
  refresh: false,
  requested_aal: 'aal2',
  state: 'choose_method',
});

const error = (status: number, id: string, reason: string, more: object = {}) => ({
  status,
  body: { error: { id, code: status, reason }, ...more },
});

const openSettings = (csrf: string, nodes: readonly object[]): RecordedExchange => ({
  request: 'GET /self-service/settings/browser',
  headers: { Accept: 'application/json' },
  response: { status: 200, body: settings(csrf, nodes) },
  source: SETTINGS_HANDLER,
});

const openLogin = (csrf: string, nodes: readonly object[]): RecordedExchange => ({
  request: 'GET /self-service/login/browser?aal=aal2',
  headers: { Accept: 'application/json' },
  response: { status: 200, body: login(csrf, nodes) },
  source: LOGIN_HANDLER,
});

const notSignedIn: RecordedExchange = {
  ...openLogin('', []),
  response: error(
    401,
    'session_aal1_required',
    'You can not requested a higher AAL (AAL2/AAL3) without an active session.',
  ),
  source: LOGIN_ERRORS,
};

const change = (fields: object, response: RecordedExchange['response'], source: string) => ({
  request: `POST /self-service/settings?flow=${SETTINGS_FLOW}`,
  body: fields,
  response,
  source,
});

const confirm = (
  code: string,
  csrf: string,
  response: RecordedExchange['response'],
  source = TOTP_SETTINGS,
) => change({ method: 'totp', totp_code: code, csrf_token: csrf }, response, source);

const signIn = (
  fields: object,
  response: RecordedExchange['response'],
  source: string,
): RecordedExchange => ({
  request: `POST /self-service/login?flow=${LOGIN_FLOW}`,
  body: fields,
  response,
  source,
});

const SIGNED_IN = {
  status: 200,
  body: {
    session: {
      id: 'd9b2b6de-6b0f-4a6b-9c0a-5a0f5e7d3c33',
      active: true,
      authenticator_assurance_level: 'aal2',
    },
  },
};

const REFRESH = `${KRATOS}/self-service/login/browser?refresh=true&return_to=https%3A%2F%2Fauth.profi.example%2Fself-service%2Fsettings%3Fflow%3D${SETTINGS_FLOW}`;
const SECOND_FACTOR = `${KRATOS}/self-service/login/browser?aal=aal2`;

const tooOld = error(
  403,
  'session_refresh_required',
  'The login session is too old and thus not allowed to update these fields. Please re-authenticate.',
  { redirect_browser_to: REFRESH },
);

const withoutSecondFactor = error(
  403,
  'session_aal2_required',
  'An active session was found but it does not fulfill the requested Authenticator Assurance Level. Please verify yourself with a second factor to resolve this issue.',
  { redirect_browser_to: SECOND_FACTOR },
);

/** Ory Kratos 26.2.0 with the methods `totp` and `lookup_secret`. */
export const recording: Recording = {
  preset: 'ory-kratos',
  baseUrl: KRATOS,
  issuer: 'ProfiAdviseur',
  account: 'sanne@voorbeeld.example',
  scenarios: [
    {
      name: 'linking, a wrong code, then the right one',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [openSettings('csrf-1', toLink())],
          then: { qrCode: { secret: SECRET } },
        },
        {
          act: 'wrong code',
          exchanges: [
            confirm(TYPED.wrongCode, 'csrf-1', {
              status: 400,
              body: settings('csrf-2', toLink([WRONG_CODE])),
            }),
          ],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        {
          act: 'right code',
          exchanges: [
            confirm(
              TYPED.rightCode,
              'csrf-2',
              { status: 200, body: settings('csrf-3', TO_UNLINK, 'success') },
              SETTINGS_HOOK,
            ),
          ],
          then: { linked: {} },
        },
      ],
    },
    {
      name: 'linking, with a session that is too old for it',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [openSettings('csrf-1', toLink())],
          then: { qrCode: { secret: SECRET } },
        },
        {
          act: 'right code',
          exchanges: [confirm(TYPED.rightCode, 'csrf-1', tooOld, SETTINGS_ERRORS)],
          then: { leavesFor: REFRESH },
        },
      ],
    },
    {
      name: 'linking for longer than the form lasts',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [openSettings('csrf-1', toLink())],
          then: { qrCode: { secret: SECRET } },
        },
        {
          act: 'right code',
          exchanges: [
            confirm(
              TYPED.rightCode,
              'csrf-1',
              error(
                410,
                'self_service_flow_expired',
                'The self-service flow expired 5.00 minutes ago, initialize a new one.',
                { use_flow_id: SETTINGS_FLOW },
              ),
              SETTINGS_ERRORS,
            ),
          ],
          then: { error: 'enrollment-expired', operation: 'confirmEnrollment' },
        },
        {
          act: 'new QR code',
          exchanges: [openSettings('csrf-2', toLink())],
          then: { qrCode: { secret: SECRET } },
        },
      ],
    },
    {
      name: 'linking, with a cookie against CSRF that is gone',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [openSettings('csrf-1', toLink())],
          then: { qrCode: { secret: SECRET } },
        },
        {
          act: 'right code',
          exchanges: [
            confirm(
              TYPED.rightCode,
              'csrf-1',
              error(
                403,
                'security_csrf_violation',
                'Please retry the flow and optionally clear your cookies. The request was rejected to protect you from Cross-Site-Request-Forgery (CSRF) which could cause account takeover, leaking personal information, and other serious security issues.',
              ),
              `${SOURCE}/x/nosurfx/nosurf.go`,
            ),
          ],
          then: { error: 'csrf', operation: 'confirmEnrollment' },
        },
      ],
    },
    {
      name: 'linking what is linked already',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [openSettings('csrf-1', TO_UNLINK)],
          then: { error: 'already-linked', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'linking where the method is switched off',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [openSettings('csrf-1', [input('password', 'password')])],
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
          exchanges: [
            {
              ...openSettings('', []),
              response: error(
                401,
                'session_inactive',
                'No active session was found in this request.',
              ),
              source: SESSION_MANAGER,
            },
          ],
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
          exchanges: [openLogin('csrf-1', []), openSettings('csrf-2', toLink())],
          then: { qrCode: { secret: SECRET } },
        },
      ],
    },
    {
      name: 'signing in with a code, a wrong one first',
      tag: 'mfa-login',
      steps: [
        { act: 'open', exchanges: [openLogin('csrf-1', TO_ENTER)], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [
            openLogin('csrf-2', TO_ENTER),
            signIn(
              { method: 'totp', totp_code: TYPED.wrongCode, csrf_token: 'csrf-2' },
              { status: 400, body: login('csrf-3', TO_ENTER, [WRONG_CODE]) },
              TOTP_LOGIN,
            ),
          ],
          then: { error: 'invalid-code', operation: 'verify' },
        },
        {
          act: 'right code',
          exchanges: [
            openLogin('csrf-4', TO_ENTER),
            signIn(
              { method: 'totp', totp_code: TYPED.rightCode, csrf_token: 'csrf-4' },
              SIGNED_IN,
              LOGIN_HOOK,
            ),
          ],
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
          exchanges: [
            {
              ...openLogin('', []),
              response: error(
                400,
                'session_already_available',
                'A valid session was detected and thus login is not possible. Did you forget to set `?refresh=true`?',
              ),
              source: LOGIN_ERRORS,
            },
          ],
          then: 'verified',
        },
      ],
    },
    {
      name: 'not signed in at all',
      tag: 'mfa-login',
      steps: [{ act: 'open', exchanges: [notSignedIn], then: { error: 'signed-out' } }],
    },
    {
      name: 'a recovery code, refused and then taken',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'recovery code',
          exchanges: [
            openLogin('csrf-1', TO_ENTER),
            signIn(
              {
                method: 'lookup_secret',
                lookup_secret: TYPED.recoveryCode,
                csrf_token: 'csrf-1',
              },
              {
                status: 400,
                body: login('csrf-2', TO_ENTER, [
                  message(4000016, 'The backup recovery code is not valid.', 'error'),
                ]),
              },
              LOOKUP_LOGIN,
            ),
          ],
          then: { error: 'invalid-recovery-code', operation: 'verifyRecoveryCode' },
        },
        {
          act: 'recovery code',
          exchanges: [
            openLogin('csrf-3', TO_ENTER),
            signIn(
              {
                method: 'lookup_secret',
                lookup_secret: TYPED.recoveryCode,
                csrf_token: 'csrf-3',
              },
              SIGNED_IN,
              LOGIN_HOOK,
            ),
          ],
          then: 'verified',
        },
      ],
    },
    {
      name: 'a code after the session of the password has ended',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [notSignedIn],
          then: { error: 'login-expired', operation: 'verify' },
        },
      ],
    },
    {
      name: 'unlinking',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [openSettings('csrf-1', TO_UNLINK)], then: { listed: [''] } },
        {
          act: 'unlink',
          exchanges: [
            openSettings('csrf-2', TO_UNLINK),
            change(
              { method: 'totp', totp_unlink: true, csrf_token: 'csrf-2' },
              { status: 200, body: settings('csrf-3', toLink(), 'success') },
              SETTINGS_HOOK,
            ),
            openSettings('csrf-4', toLink()),
          ],
          then: { listed: [] },
        },
      ],
    },
    {
      name: 'unlinking what was unlinked elsewhere',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [openSettings('csrf-1', TO_UNLINK)], then: { listed: [''] } },
        {
          act: 'unlink',
          exchanges: [
            openSettings('csrf-2', toLink()),
            change(
              { method: 'totp', totp_unlink: true, csrf_token: 'csrf-2' },
              {
                status: 400,
                body: settings(
                  'csrf-3',
                  toLink([message(4000002, 'Property totp_code is missing.', 'error')]),
                ),
              },
              TOTP_SETTINGS,
            ),
            openSettings('csrf-4', toLink()),
          ],
          then: { error: 'not-found', operation: 'unlinkAuthenticator' },
        },
      ],
    },
    {
      name: 'unlinking, with a session that is too old for it',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [openSettings('csrf-1', TO_UNLINK)], then: { listed: [''] } },
        {
          act: 'unlink',
          exchanges: [
            openSettings('csrf-2', TO_UNLINK),
            change(
              { method: 'totp', totp_unlink: true, csrf_token: 'csrf-2' },
              tooOld,
              SETTINGS_ERRORS,
            ),
          ],
          then: { leavesFor: REFRESH },
        },
      ],
    },
    {
      name: 'the linked app, without the second factor',
      tag: 'mfa-authenticators',
      steps: [
        {
          act: 'open',
          exchanges: [
            { ...openSettings('', []), response: withoutSecondFactor, source: SESSION_MANAGER },
          ],
          then: { leavesFor: SECOND_FACTOR },
        },
      ],
    },
    {
      name: 'new recovery codes',
      tag: 'mfa-recovery-codes',
      steps: [
        { act: 'open', exchanges: [], then: { recoveryCodes: [] } },
        {
          act: 'generate recovery codes',
          exchanges: [
            openSettings('csrf-1', [...TO_UNLINK, ...TO_REGENERATE]),
            change(
              {
                method: 'lookup_secret',
                lookup_secret_regenerate: true,
                csrf_token: 'csrf-1',
              },
              {
                status: 200,
                body: settings('csrf-2', [
                  ...TO_UNLINK,
                  text(
                    'lookup_secret_codes',
                    'lookup_secret',
                    message(1050015, CODES.join(', '), 'info', {
                      secrets: CODES.map((secret) => message(1050009, secret, 'info', { secret })),
                    }),
                  ),
                  input('lookup_secret_confirm', 'lookup_secret', 'true'),
                ]),
              },
              LOOKUP_SETTINGS,
            ),
            change(
              { method: 'lookup_secret', lookup_secret_confirm: true, csrf_token: 'csrf-2' },
              { status: 200, body: settings('csrf-3', TO_UNLINK, 'success') },
              SETTINGS_HOOK,
            ),
          ],
          then: { recoveryCodes: CODES },
        },
      ],
    },
  ],
};
