import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

const REPOSITORY = 'https://github.com/zitadel/zitadel/blob';
const USER_SERVICE = `${REPOSITORY}/c65a67919a4de324a9dd29b778340e6e0be0675f/proto/zitadel/user/v2/user_service.proto`;
const SESSION_SERVICE = `${REPOSITORY}/6a36b144b856ea54513be9096d4eaa914323e8fc/proto/zitadel/session/v2/session_service.proto`;
const TOTP_COMMANDS = `${REPOSITORY}/0ccd046cb40ba0e257cd7fa957381489270bb28e/internal/command/user_human_otp.go`;
const TOTP_CHECK = `${REPOSITORY}/main/internal/command/user_human_otp.go`;
const TOTP_DOMAIN = `${REPOSITORY}/main/internal/domain/human_otp.go`;
const CODES_COMMANDS = `${REPOSITORY}/ce26c9f5a2fd251fd9ab52b1deaac383177a52b5/internal/command/user_human_recovery_codes.go`;
const CODES_DOMAIN = `${REPOSITORY}/e36b217748a7ef347a5638c1141cbb17cefecf4f/internal/domain/human_recovery_codes.go`;
const TOKEN_VERIFIER = `${REPOSITORY}/main/internal/authz/repository/eventsourcing/eventstore/token_verifier.go`;
const SESSION_MODEL = `${REPOSITORY}/main/internal/command/session_model.go`;
const SESSION_QUERY = `${REPOSITORY}/a8fdb3d5a246dc22301c02e9a183bf3ce0a916c8/internal/query/session.go`;
const TOKENS = `${REPOSITORY}/main/internal/api/authz/context.go`;
const AUTHORIZATION = `${REPOSITORY}/0adf159f4a6eb70e702f492b44710967b1e6697d/internal/api/authz/authorization.go`;
const PERMISSIONS = `${REPOSITORY}/00457f312c739cc8ce99102189035457ae274e6f/internal/api/authz/permissions.go`;
const RECOVERY_CHECK =
  'https://javadoc.io/static/io.github.zitadel/client/4.1.2/com/zitadel/model/SessionServiceCheckRecoveryCode.html';

const TOKEN = 'V2_310985402398765057-at_310985402398765058';
const USER = '163840776835432705';
const SESSION = '222430354126975533';
const SECRET = 'TJOPWSDYILLHXFV4MLKNNJOWFG7VSDCK';
const CODES = [
  'm3k7q-2x9vd',
  '8hf5n-w4t6r',
  'c2j9p-b7s3g',
  'k6v4z-1n8mq',
  'd5x3w-r9f7h',
  'g8t2b-j6c4k',
  'p7n5s-v3d9x',
  'w1q6m-h8z2f',
  'r4b9c-k7g5t',
  'z3s8j-n2p6v',
];

const headers = { Authorization: `Bearer ${TOKEN}` };
const details = {
  sequence: '2',
  changeDate: '2026-11-02T09:30:00.000000Z',
  resourceOwner: '69629023906488334',
};

/** gRPC codes: 3 invalid argument, 5 not found, 6 already exists, 7 denied, 9 precondition, 16 unauthenticated. */
const refused = (status: number, code: number, id: string, message: string) => ({
  status,
  body: {
    code,
    message: `${message} (${id})`,
    details: [{ '@type': 'type.googleapis.com/zitadel.v1.ErrorDetail', id, message }],
  },
});

const wrongCode = refused(400, 3, 'EVENT-8isk2', 'Invalid code');
const secondFactorMissing = refused(403, 7, 'AUTHZ-Kl3p0', 'mfa required');

const sessionOver = refused(400, 9, 'COMMAND-Hkl3d', 'Session has expired');

const start: RecordedExchange = {
  request: `POST /v2/users/${USER}/totp`,
  headers,
  body: {},
  response: {
    status: 200,
    body: {
      details,
      uri: `otpauth://totp/ZITADEL:sanne@voorbeeld.example?algorithm=SHA1&digits=6&issuer=ZITADEL&period=30&secret=${SECRET}`,
      secret: SECRET,
    },
  },
  source: USER_SERVICE,
};

const confirm = (
  code: string,
  response: RecordedExchange['response'],
  source: string,
): RecordedExchange => ({
  request: `POST /v2/users/${USER}/totp/verify`,
  headers,
  body: { code },
  response,
  source,
});

const check = (
  sessionToken: string,
  checks: object,
  response: RecordedExchange['response'],
  source: string,
): RecordedExchange => ({
  request: `PATCH /v2/sessions/${SESSION}`,
  headers: { Authorization: null },
  body: { sessionToken, checks },
  response,
  source,
});

const checked = (sessionToken: string) => ({ status: 200, body: { details, sessionToken } });

const methods = (types: readonly string[], asked: RecordedExchange['headers'] = headers) => ({
  request: `GET /v2/users/${USER}/authentication_methods`,
  headers: asked,
  response: {
    status: 200,
    body: {
      details: { totalResult: String(types.length) },
      authMethodTypes: types.map((type) => `AUTHENTICATION_METHOD_TYPE_${type}`),
    },
  },
  source: USER_SERVICE,
});

const session = (factors: object): RecordedExchange => ({
  request: `GET /v2/sessions/${SESSION}`,
  response: {
    status: 200,
    body: {
      session: {
        id: SESSION,
        factors: {
          user: { verifiedAt: '2026-11-02T09:29:00.000000Z', id: USER },
          password: { verifiedAt: '2026-11-02T09:29:10.000000Z' },
          ...factors,
        },
      },
    },
  },
  source: SESSION_SERVICE,
});

const unlink = (response: RecordedExchange['response'], source: string): RecordedExchange => ({
  request: `DELETE /v2/users/${USER}/totp`,
  headers,
  response,
  source,
});

const removeCodes = (response: RecordedExchange['response'], source: string): RecordedExchange => ({
  request: `DELETE /v2/users/${USER}/recovery_codes`,
  headers,
  response,
  source,
});

const makeCodes: RecordedExchange = {
  request: `POST /v2/users/${USER}/recovery_codes`,
  headers,
  body: { count: 10 },
  response: { status: 200, body: { details, recoveryCodes: CODES } },
  source: USER_SERVICE,
};

/** Through a proxy of the site, which adds the token of its login client. */
const AT_SIGN_IN = { userId: USER, sessionId: SESSION, sessionToken: 'session-token-1-of-klant' };

/** ZITADEL v4. */
export const recording: Recording = {
  preset: 'zitadel',
  baseUrl: 'https://id.profi.example',
  variables: { accessToken: TOKEN, userId: USER },
  scenarios: [
    {
      name: 'linking, a wrong code, then the right one',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [start], then: { qrCode: { secret: SECRET } } },
        {
          act: 'wrong code',
          exchanges: [confirm(TYPED.wrongCode, wrongCode, TOTP_DOMAIN)],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        {
          act: 'right code',
          exchanges: [confirm(TYPED.rightCode, { status: 200, body: { details } }, USER_SERVICE)],
          then: { linked: {} },
        },
      ],
    },
    {
      name: 'linking what an administrator removed meanwhile',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [start], then: { qrCode: { secret: SECRET } } },
        {
          act: 'right code',
          exchanges: [
            confirm(
              TYPED.rightCode,
              refused(404, 5, 'COMMAND-3Mif9s', 'Multifactor OTP (OneTimePassword) does not exist'),
              TOTP_COMMANDS,
            ),
          ],
          then: { error: 'enrollment-expired', operation: 'confirmEnrollment' },
        },
      ],
    },
    {
      name: 'linking what is linked already',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [
            {
              ...start,
              response: refused(
                409,
                6,
                'COMMAND-do9se',
                'Multifactor OTP (OneTimePassword) is already set up',
              ),
              source: TOTP_COMMANDS,
            },
          ],
          then: { error: 'already-linked', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'linking, with a token that lacks the second factor',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [{ ...start, response: secondFactorMissing, source: TOKEN_VERIFIER }],
          then: { error: 'login-expired', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'signing in the first time, with no app linked',
      tag: 'mfa-login',
      variables: AT_SIGN_IN,
      steps: [
        {
          act: 'open',
          exchanges: [
            methods(['PASSWORD'], { Authorization: null }),
            session({}),
            { ...start, headers: { Authorization: null } },
          ],
          then: { qrCode: { secret: SECRET } },
        },
      ],
    },
    {
      name: 'signing in with a code, a wrong one and a used one first',
      tag: 'mfa-login',
      variables: AT_SIGN_IN,
      steps: [
        {
          act: 'open',
          exchanges: [methods(['PASSWORD', 'TOTP'], { Authorization: null }), session({})],
          then: 'code asked',
        },
        {
          act: 'wrong code',
          exchanges: [
            check(
              'session-token-1-of-klant',
              { totp: { code: TYPED.wrongCode } },
              wrongCode,
              TOTP_DOMAIN,
            ),
          ],
          then: { error: 'invalid-code', operation: 'verify' },
        },
        {
          act: 'right code',
          exchanges: [
            check(
              'session-token-1-of-klant',
              { totp: { code: TYPED.rightCode } },
              refused(400, 3, 'TOTP-Auw0a', 'Code was already used'),
              TOTP_DOMAIN,
            ),
          ],
          then: { error: 'code-reused', operation: 'verify' },
        },
      ],
    },
    {
      name: 'a right code, and the token that replaces the one before',
      tag: 'mfa-challenge',
      variables: AT_SIGN_IN,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            check(
              'session-token-1-of-klant',
              { totp: { code: TYPED.rightCode } },
              checked('session-token-2-of-klant'),
              SESSION_SERVICE,
            ),
          ],
          then: 'verified',
          tokens: { sessionToken: 'session-token-2-of-klant' },
        },
      ],
    },
    {
      name: 'signed in already',
      tag: 'mfa-login',
      variables: AT_SIGN_IN,
      steps: [
        {
          act: 'open',
          exchanges: [
            methods(['PASSWORD', 'TOTP'], { Authorization: null }),
            session({ totp: { verifiedAt: '2026-11-02T09:29:40.000000Z' } }),
          ],
          then: 'verified',
        },
      ],
    },
    {
      name: 'a session that is gone',
      tag: 'mfa-login',
      variables: AT_SIGN_IN,
      steps: [
        {
          act: 'open',
          exchanges: [
            methods(['PASSWORD', 'TOTP'], { Authorization: null }),
            {
              ...session({}),
              response: refused(404, 5, 'QUERY-SFeaa', 'Session does not exist'),
              source: SESSION_QUERY,
            },
          ],
          then: { error: 'signed-out', operation: 'status' },
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
          exchanges: [
            check(
              'session-token-1-of-klant',
              { recoveryCode: { code: TYPED.recoveryCode } },
              refused(400, 3, 'DOMAIN-6uvh0', 'Invalid code'),
              CODES_DOMAIN,
            ),
          ],
          then: { error: 'invalid-recovery-code', operation: 'verifyRecoveryCode' },
        },
        {
          act: 'recovery code',
          exchanges: [
            check(
              'session-token-1-of-klant',
              { recoveryCode: { code: TYPED.recoveryCode } },
              checked('session-token-2-of-klant'),
              RECOVERY_CHECK,
            ),
          ],
          then: 'verified',
          tokens: { sessionToken: 'session-token-2-of-klant' },
        },
      ],
    },
    {
      name: 'a code of a user who is locked',
      tag: 'mfa-challenge',
      variables: AT_SIGN_IN,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            check(
              'session-token-1-of-klant',
              { totp: { code: TYPED.rightCode } },
              refused(400, 9, 'COMMAND-SF3fg', 'User is locked'),
              TOTP_CHECK,
            ),
          ],
          then: { error: 'locked', operation: 'verify' },
        },
      ],
    },
    {
      name: 'a recovery code of a user who is locked',
      tag: 'mfa-challenge',
      variables: AT_SIGN_IN,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'recovery code',
          exchanges: [
            check(
              'session-token-1-of-klant',
              { recoveryCode: { code: TYPED.recoveryCode } },
              refused(404, 5, 'COMMAND-2w6oa', 'Errors.User.MFA.RecoveryCodes.Locked'),
              CODES_COMMANDS,
            ),
          ],
          then: { error: 'locked', operation: 'verifyRecoveryCode' },
        },
      ],
    },
    {
      name: 'a code of nobody who has an app',
      tag: 'mfa-challenge',
      variables: AT_SIGN_IN,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            check(
              'session-token-1-of-klant',
              { totp: { code: TYPED.rightCode } },
              refused(400, 9, 'COMMAND-3Mif9s', "Multifactor OTP (OneTimePassword) isn't ready"),
              TOTP_COMMANDS,
            ),
          ],
          then: { error: 'not-found', operation: 'verify' },
        },
      ],
    },
    {
      name: 'a code after the session has ended',
      tag: 'mfa-challenge',
      variables: AT_SIGN_IN,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            check(
              'session-token-1-of-klant',
              { totp: { code: TYPED.rightCode } },
              sessionOver,
              SESSION_MODEL,
            ),
          ],
          then: { error: 'login-expired', operation: 'verify' },
        },
      ],
    },
    {
      name: 'a recovery code after the session has ended',
      tag: 'mfa-challenge',
      variables: AT_SIGN_IN,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'recovery code',
          exchanges: [
            check(
              'session-token-1-of-klant',
              { recoveryCode: { code: TYPED.recoveryCode } },
              sessionOver,
              SESSION_MODEL,
            ),
          ],
          then: { error: 'login-expired', operation: 'verifyRecoveryCode' },
        },
      ],
    },
    {
      name: 'a code with a token that may not write sessions',
      tag: 'mfa-challenge',
      variables: AT_SIGN_IN,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            check(
              'session-token-1-of-klant',
              { totp: { code: TYPED.rightCode } },
              refused(403, 7, 'AUTH-5mWD2', 'No matching permissions found'),
              AUTHORIZATION,
            ),
          ],
          then: { error: 'forbidden', operation: 'verify' },
        },
      ],
    },
    {
      name: 'a code with a token of somebody who manages nothing',
      tag: 'mfa-challenge',
      variables: AT_SIGN_IN,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            check(
              'session-token-1-of-klant',
              { totp: { code: TYPED.rightCode } },
              refused(404, 5, 'AUTHZ-cdgFk', 'membership not found'),
              PERMISSIONS,
            ),
          ],
          then: { error: 'forbidden', operation: 'verify' },
        },
      ],
    },
    {
      name: 'unlinking',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [methods(['PASSWORD', 'TOTP'])], then: { listed: [''] } },
        {
          act: 'unlink',
          exchanges: [
            unlink({ status: 200, body: { details } }, USER_SERVICE),
            methods(['PASSWORD']),
          ],
          then: { listed: [] },
        },
      ],
    },
    {
      name: 'unlinking what was unlinked elsewhere',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [methods(['PASSWORD', 'TOTP'])], then: { listed: [''] } },
        {
          act: 'unlink',
          exchanges: [
            unlink(
              refused(404, 5, 'COMMAND-Hd9sd', 'Multifactor OTP (OneTimePassword) does not exist'),
              TOTP_COMMANDS,
            ),
            methods(['PASSWORD']),
          ],
          then: { error: 'not-found', operation: 'unlinkAuthenticator' },
        },
      ],
    },
    {
      name: 'the linked app, with an access token that has run out',
      tag: 'mfa-authenticators',
      steps: [
        {
          act: 'open',
          exchanges: [
            {
              ...methods([]),
              response: refused(401, 16, 'AUTH-7fs1e', 'Errors.Token.Invalid'),
              source: TOKENS,
            },
          ],
          then: { error: 'signed-out', operation: 'listAuthenticators' },
        },
      ],
    },
    {
      name: 'the first recovery codes',
      tag: 'mfa-recovery-codes',
      steps: [
        { act: 'open', exchanges: [], then: { recoveryCodes: [] } },
        {
          act: 'generate recovery codes',
          exchanges: [
            removeCodes(
              refused(400, 3, 'COMMAND-84rgg', 'Errors.User.RecoveryCodes.NotAdded'),
              CODES_COMMANDS,
            ),
            makeCodes,
          ],
          then: { recoveryCodes: CODES },
        },
      ],
    },
    {
      name: 'new recovery codes in place of the old ones',
      tag: 'mfa-recovery-codes',
      steps: [
        { act: 'open', exchanges: [], then: { recoveryCodes: [] } },
        {
          act: 'generate recovery codes',
          exchanges: [removeCodes({ status: 200, body: { details } }, USER_SERVICE), makeCodes],
          then: { recoveryCodes: CODES },
        },
      ],
    },
  ],
};
