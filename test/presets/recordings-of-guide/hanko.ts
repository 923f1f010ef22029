import { checkDefinition } from '../../../src/backend/development/check-definition.js';
import hanko from '../../../stories/guides/examples/hanko.json';
import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

const SOURCE =
  'https://github.com/teamhanko/hanko/blob/f742d49643b2c3c7f13c7e13a49225771e4d793f/backend';
const RESPONSE = `${SOURCE}/flowpilot/response.go`;
const CONTEXT = `${SOURCE}/flowpilot/context.go`;
const FLOWS = `${SOURCE}/flow_api/flow/flows.go`;
const HANDLER = `${SOURCE}/flow_api/handler.go`;
const VERIFY = `${SOURCE}/flow_api/flow/mfa_creation/action_otp_code_verify.go`;
const VALIDATE = `${SOURCE}/flow_api/flow/mfa_usage/action_otp_code_validate.go`;
const TRUST = `${SOURCE}/flow_api/flow/device_trust/action_trust_device.go`;
const REMOVE = `${SOURCE}/flow_api/flow/profile/action_otp_secret_delete.go`;
const PROFILE = `${SOURCE}/dto/profile.go`;
const SESSION = `${SOURCE}/flow_api/flow/shared/hook_issue_session.go`;

const HANKO = 'https://hanko.profi.example';
const SECRET = 'VLSFGBSHZTJ4Q2YJ3OEBPOBKHWIYTRPC';
const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIyOWFjMGMxOCJ9.c2lnbmF0dXJl';
const EMAIL = 'sanne@voorbeeld.example';
const FLOW = '6c9e3f43-8f0f-4d3a-9f8e-0b8b7d3d3b11';

const href = (flow: string, action: string): string => `/${flow}?action=${action}%40${FLOW}`;

/** The response in a state, with its actions and their inputs. */
const state = (
  flow: string,
  name: string,
  csrf: string,
  actions: Readonly<Record<string, object>>,
  more: object = {},
) => ({
  name,
  status: 200,
  csrf_token: csrf,
  actions: Object.fromEntries(
    Object.entries(actions).map(([action, inputs]) => [
      action,
      { href: href(flow, action), inputs, action, description: action },
    ]),
  ),
  links: null,
  ...more,
});

const ok = (body: object, headers: Readonly<Record<string, string>> = {}) => ({
  status: 200,
  headers,
  body,
});

/** The response that ends a flow: it has no token and no actions. */
const fatal = (status: number, code: string, message: string) => ({
  status,
  body: {
    name: 'error',
    status,
    csrf_token: '',
    actions: {},
    error: { code, message },
    links: null,
  },
});

const EXPIRED = fatal(410, 'flow_expired_error', 'The flow has expired.');
const NOT_PERMITTED = fatal(
  403,
  'operation_not_permitted_error',
  'The operation is not permitted.',
);

const otpInput = (code?: string) => ({
  otp_code: {
    name: 'otp_code',
    type: 'string',
    required: true,
    ...(code !== undefined && { error: { code, message: 'The code is invalid.' } }),
  },
});

const invalid = (body: object) => ({
  status: 400,
  body: {
    ...body,
    status: 400,
    error: { code: 'form_data_invalid_error', message: 'Form data invalid.' },
  },
});

const act = (
  flow: string,
  action: string,
  csrf: string,
  input: object,
  response: RecordedExchange['response'],
  source: string,
): RecordedExchange => ({
  request: `POST ${href(flow, action)}`,
  body: { csrf_token: csrf, input_data: input },
  response,
  source,
});

const user = (isLinked: boolean) => ({
  id: '29ac0c18-0b4a-42cf-82fc-03d570c87a8e',
  user_id: '29ac0c18-0b4a-42cf-82fc-03d570c87a8e',
  mfa_config: { auth_app_set_up: isLinked, totp_enabled: true, security_keys_enabled: false },
  emails: [
    { id: 'a1', address: 'oud@voorbeeld.example', is_verified: true, is_primary: false },
    { id: 'a2', address: EMAIL, is_verified: true, is_primary: true },
  ],
});

const profile = (csrf: string, isLinked: boolean, action: string) =>
  state(
    'profile',
    'profile_init',
    csrf,
    { [action]: {} },
    { payload: { user: user(isLinked), sessions: [] } },
  );

const begin: RecordedExchange = {
  request: 'POST /profile',
  response: ok(
    state('profile', 'preflight', 'csrf-1', {
      register_client_capabilities: {
        webauthn_available: {
          name: 'webauthn_available',
          type: 'boolean',
          required: true,
          hidden: true,
        },
      },
    }),
  ),
  source: FLOWS,
};

const onContinue = (isLinked: boolean, action: string): RecordedExchange =>
  act(
    'profile',
    'register_client_capabilities',
    'csrf-1',
    { webauthn_available: false },
    ok(profile('csrf-2', isLinked, action)),
    RESPONSE,
  );

const created = (csrf: string, code?: string) =>
  state(
    'profile',
    'mfa_otp_secret_creation',
    csrf,
    { otp_code_verify: otpInput(code), back: {} },
    code === undefined
      ? { payload: { otp_secret: SECRET, otp_image_source: 'data:image/png;base64,iVBORw0KGgo=' } }
      : {},
  );

const start: readonly RecordedExchange[] = [
  begin,
  onContinue(false, 'continue_to_otp_secret_creation'),
  act(
    'profile',
    'continue_to_otp_secret_creation',
    'csrf-2',
    {},
    ok(created('csrf-3')),
    `${SOURCE}/flow_api/flow/mfa_creation/hook_otp_secret_generate.go`,
  ),
];

const verify = (
  csrf: string,
  code: string,
  response: RecordedExchange['response'],
  source = VERIFY,
): RecordedExchange =>
  act('profile', 'otp_code_verify', csrf, { otp_code: code }, response, source);

const list = (response: RecordedExchange['response'], source = PROFILE): RecordedExchange => ({
  request: 'GET /me',
  response,
  source,
});

const validate = (
  csrf: string,
  code: string,
  response: RecordedExchange['response'],
  source = VALIDATE,
): RecordedExchange =>
  act('login', 'otp_code_validate', csrf, { otp_code: code }, response, source);

const asked = (csrf: string, code?: string) =>
  state('login', 'login_otp', csrf, { otp_code_validate: otpInput(code) });

const success = (csrf: string) =>
  ok(
    state(
      'login',
      'success',
      csrf,
      {},
      {
        payload: { user: user(true), claims: {}, last_login: { mfa_method: 'totp' } },
      },
    ),
    { 'X-Auth-Token': TOKEN, 'X-Session-Lifetime': '43200' },
  );

const deviceTrust = (csrf: string) =>
  ok(state('login', 'device_trust', csrf, { trust_device: {}, skip: {} }));

const AT_SIGN_IN = { validateHref: href('login', 'otp_code_validate'), csrfToken: 'csrf-0' };

const definition: unknown = hanko;
checkDefinition(definition);

/** Hanko, in the version that its sources name. */
export const recording: Recording = {
  preset: 'hanko',
  definition,
  baseUrl: HANKO,
  issuer: 'ProfiAdviseur',
  scenarios: [
    {
      name: 'linking, a wrong code first',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: start, then: { qrCode: { secret: SECRET } } },
        {
          act: 'wrong code',
          exchanges: [
            verify('csrf-3', TYPED.wrongCode, invalid(created('csrf-4', 'passcode_invalid'))),
          ],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        {
          act: 'right code',
          exchanges: [
            verify('csrf-4', TYPED.rightCode, ok(profile('csrf-5', true, 'otp_secret_delete'))),
          ],
          then: { linked: {} },
        },
      ],
    },
    {
      name: 'linking with a flow that has gone meanwhile, then anew',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: start, then: { qrCode: { secret: SECRET } } },
        {
          act: 'right code',
          exchanges: [verify('csrf-3', TYPED.rightCode, EXPIRED, CONTEXT)],
          then: { error: 'enrollment-expired', operation: 'confirmEnrollment' },
        },
        { act: 'new QR code', exchanges: start, then: { qrCode: { secret: SECRET } } },
      ],
    },
    {
      name: 'linking where an app is linked already',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [begin, onContinue(true, 'otp_secret_delete')],
          then: { error: 'already-linked', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'linking while signed out',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [
            {
              ...begin,
              response: fatal(401, 'unauthorized', 'The session is invalid.'),
              source: HANDLER,
            },
          ],
          then: { error: 'signed-out', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'signing in, a wrong and a used code first',
      tag: 'mfa-challenge',
      variables: AT_SIGN_IN,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [
            validate('csrf-0', TYPED.wrongCode, invalid(asked('csrf-1', 'otp_code_invalid'))),
          ],
          then: { error: 'invalid-code', operation: 'verify' },
        },
        {
          act: 'right code',
          exchanges: [
            validate('csrf-1', TYPED.rightCode, invalid(asked('csrf-2', 'otp_code_already_used'))),
          ],
          then: { error: 'code-reused', operation: 'verify' },
        },
        {
          act: 'right code',
          exchanges: [validate('csrf-2', TYPED.rightCode, success('csrf-3'), SESSION)],
          then: 'verified',
          tokens: { sessionToken: TOKEN },
        },
      ],
    },
    {
      name: 'signing in on a device that is to be remembered',
      tag: 'mfa-challenge',
      variables: AT_SIGN_IN,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'remember device and right code',
          exchanges: [
            validate('csrf-0', TYPED.rightCode, deviceTrust('csrf-1'), FLOWS),
            act('login', 'trust_device', 'csrf-1', {}, success('csrf-2'), TRUST),
          ],
          then: 'verified',
          tokens: { sessionToken: TOKEN },
        },
      ],
    },
    {
      name: 'signing in on a device that is not to be remembered',
      tag: 'mfa-challenge',
      variables: AT_SIGN_IN,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            validate('csrf-0', TYPED.rightCode, deviceTrust('csrf-1'), FLOWS),
            act('login', 'skip', 'csrf-1', {}, success('csrf-2'), FLOWS),
          ],
          then: 'verified',
          tokens: { sessionToken: TOKEN },
        },
      ],
    },
    {
      name: 'signing in, too often',
      tag: 'mfa-challenge',
      variables: AT_SIGN_IN,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [
            validate('csrf-0', TYPED.wrongCode, {
              status: 429,
              body: {
                ...asked('csrf-1'),
                status: 429,
                payload: { retry_after: 42 },
                error: {
                  code: 'rate_limit_exceeded',
                  message: 'The rate limit has been exceeded.',
                },
              },
            }),
          ],
          then: { error: 'rate-limited', operation: 'verify', retryAfter: 42 },
        },
      ],
    },
    {
      name: 'signing in where Hanko has more to ask',
      tag: 'mfa-challenge',
      variables: { ...AT_SIGN_IN, signInPage: 'https://www.profi.example/inloggen/verder' },
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            validate(
              'csrf-0',
              TYPED.rightCode,
              ok(state('login', 'onboarding_email', 'csrf-1', { email_address_set: {} })),
              FLOWS,
            ),
          ],
          then: { leavesFor: 'https://www.profi.example/inloggen/verder' },
        },
      ],
    },
    {
      name: 'signing in with a flow that is not there any more',
      tag: 'mfa-challenge',
      variables: AT_SIGN_IN,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [validate('csrf-0', TYPED.rightCode, NOT_PERMITTED, CONTEXT)],
          then: { error: 'login-expired', operation: 'verify' },
        },
      ],
    },
    {
      name: 'taking the link away',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [list(ok(user(true)))], then: { listed: [''] } },
        {
          act: 'unlink',
          exchanges: [
            begin,
            onContinue(true, 'otp_secret_delete'),
            act(
              'profile',
              'otp_secret_delete',
              'csrf-2',
              {},
              ok(profile('csrf-3', false, 'continue_to_otp_secret_creation')),
              REMOVE,
            ),
            list(ok(user(false))),
          ],
          then: { listed: [] },
        },
      ],
    },
    {
      name: 'keeping the link where Hanko has to have one',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [list(ok(user(true)))], then: { listed: [''] } },
        {
          act: 'unlink',
          exchanges: [begin, { ...onContinue(true, 'password_update'), source: REMOVE }],
          then: { error: 'forbidden', operation: 'unlinkAuthenticator' },
        },
      ],
    },
  ],
};
