import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

const CORE = 'https://github.com/logto-io/logto/blob/v1.42.0/packages/core/src';
const ROUTES = `${CORE}/routes/account/mfa-verifications.ts`;
const VERIFICATIONS = `${CORE}/routes/verification/index.ts`;
const PASSWORD = `${CORE}/libraries/user-password-verification.ts`;
const SENTINEL = `${CORE}/routes/experience/classes/libraries/sentinel-guard.ts`;
const AUTH = `${CORE}/middleware/koa-auth/koa-oidc-auth.ts`;
const ACCOUNT_CENTER = `${CORE}/routes/account/middlewares/koa-account-center.ts`;

const TOKEN = 'wVgZ7pQm3sBxN1yRk8tH5uEc';
const SECRET = 'JBSWY3DPEHPK3PXPGEZDGNBVGY3TQOJQ';
const CODES = [
  '1f0c9e2b7a',
  '5d8e3a6f01',
  '0b4c7d9e2f',
  'a1b2c3d4e5',
  '9f8e7d6c5b',
  '3a6b9c2d5e',
  '7e0d4c8b1a',
  'c5d2e9f6a3',
  '2b7a4f1e8d',
  'e6f3a0b7c4',
];
const VERIFICATION = 'v9k2m5p8q1r4t7w0y3z6b';

type Headers = NonNullable<RecordedExchange['headers']>;

const signedIn: Headers = { Authorization: `Bearer ${TOKEN}`, 'logto-verification-id': null };
const proven: Headers = { Authorization: `Bearer ${TOKEN}`, 'logto-verification-id': VERIFICATION };

const refused = (status: number, code: string, message: string) => ({
  status,
  body: { code, message },
});

const permissionDenied = refused(
  401,
  'verification_record.permission_denied',
  'Permission denied, please re-authenticate.',
);

const start: RecordedExchange = {
  request: 'POST /api/my-account/mfa-verifications/totp-secret/generate',
  headers: signedIn,
  response: { status: 200, body: { secret: SECRET } },
  source: ROUTES,
};

const confirm = (code: string) => ({
  request: 'POST /api/my-account/mfa-verifications',
  body: { type: 'Totp', secret: SECRET, code },
  source: ROUTES,
});

const password = (response: RecordedExchange['response'], source: string): RecordedExchange => ({
  request: 'POST /api/verifications/password',
  headers: signedIn,
  body: { password: TYPED.password },
  response,
  source,
});

const rightPassword = password(
  {
    status: 201,
    body: { verificationRecordId: VERIFICATION, expiresAt: '2026-11-02T09:40:00.000Z' },
  },
  VERIFICATIONS,
);

const wrongPassword = password(
  refused(
    422,
    'session.invalid_credentials',
    'Incorrect account or password. Please check your input.',
  ),
  PASSWORD,
);

const totp = { id: 'totp1', createdAt: '2026-02-03T10:00:00.000Z', type: 'Totp' };
const passkey = {
  id: 'pass1',
  createdAt: '2026-03-04T10:00:00.000Z',
  type: 'WebAuthn',
  agent: 'Chrome',
};
const backup = (id: string, remainCodes: number) => ({
  id,
  createdAt: '2026-04-05T10:00:00.000Z',
  type: 'BackupCode',
  remainCodes,
});

const list = (headers: Headers, ...body: object[]): RecordedExchange => ({
  request: 'GET /api/my-account/mfa-verifications',
  headers,
  response: { status: 200, body },
  source: ROUTES,
});

const makeCodes: RecordedExchange = {
  request: 'POST /api/my-account/mfa-verifications/backup-codes/generate',
  response: { status: 200, body: { codes: CODES } },
  source: ROUTES,
};

const remove = (id: string, response: RecordedExchange['response'], headers = proven) => ({
  request: `DELETE /api/my-account/mfa-verifications/${id}`,
  headers,
  response,
  source: ROUTES,
});

const bindCodes: RecordedExchange = {
  request: 'POST /api/my-account/mfa-verifications',
  headers: proven,
  body: { type: 'BackupCode', codes: CODES },
  response: { status: 204 },
  source: ROUTES,
};

/** Logto 1.42.0 with its account center, MFA editable, TOTP and backup codes as factors. */
export const recording: Recording = {
  preset: 'logto',
  baseUrl: 'https://auth.profi.example',
  variables: { accessToken: TOKEN },
  issuer: 'ProfiAdviseur',
  account: 'sanne@voorbeeld.example',
  scenarios: [
    {
      name: 'linking after the password, a wrong code, then the right one',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [start], then: { qrCode: { secret: SECRET } } },
        {
          act: 'wrong code',
          exchanges: [
            { ...confirm(TYPED.wrongCode), headers: signedIn, response: permissionDenied },
          ],
          then: 'password asked',
        },
        {
          act: 'password',
          exchanges: [wrongPassword],
          then: { error: 'invalid-password', operation: 'stepUp' },
        },
        {
          act: 'password',
          exchanges: [
            rightPassword,
            {
              ...confirm(TYPED.wrongCode),
              headers: proven,
              response: refused(400, 'session.mfa.invalid_totp_code', 'Invalid TOTP code.'),
            },
          ],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        {
          act: 'right code',
          exchanges: [{ ...confirm(TYPED.rightCode), headers: proven, response: { status: 204 } }],
          then: { linked: {} },
        },
      ],
    },
    {
      name: 'linking what is linked already',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [start], then: { qrCode: { secret: SECRET } } },
        {
          act: 'right code',
          exchanges: [
            { ...confirm(TYPED.rightCode), headers: signedIn, response: permissionDenied },
          ],
          then: 'password asked',
        },
        {
          act: 'password',
          exchanges: [
            rightPassword,
            {
              ...confirm(TYPED.rightCode),
              headers: proven,
              response: refused(422, 'user.totp_already_in_use', 'TOTP is already in use.'),
            },
          ],
          then: { error: 'already-linked', operation: 'confirmEnrollment' },
        },
      ],
    },
    {
      name: 'linking, with an access token that has run out',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [
            {
              ...start,
              response: refused(
                401,
                'auth.unauthorized',
                'Unauthorized. Please check credentials and its scope.',
              ),
              source: AUTH,
            },
          ],
          then: { error: 'signed-out', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'linking, with the account center switched off',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [
            {
              ...start,
              response: refused(
                400,
                'account_center.not_enabled',
                'Account center is not enabled.',
              ),
              source: ACCOUNT_CENTER,
            },
          ],
          then: { error: 'misconfigured', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'unlinking after the password',
      tag: 'mfa-authenticators',
      steps: [
        {
          act: 'open',
          exchanges: [list(signedIn, totp, passkey, backup('codes1', 8))],
          then: { listed: [''] },
        },
        {
          act: 'unlink',
          exchanges: [remove('totp1', permissionDenied, signedIn)],
          then: 'password asked',
        },
        {
          act: 'password',
          exchanges: [
            rightPassword,
            remove('totp1', { status: 204 }),
            list(proven, passkey, backup('codes1', 8)),
          ],
          then: { listed: [] },
        },
      ],
    },
    {
      name: 'unlinking, with too many wrong passwords',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [list(signedIn, totp)], then: { listed: [''] } },
        {
          act: 'unlink',
          exchanges: [remove('totp1', permissionDenied, signedIn)],
          then: 'password asked',
        },
        {
          act: 'password',
          exchanges: [
            password(
              refused(
                400,
                'session.verification_blocked_too_many_attempts',
                'Too many attempts in a short time. Please try again in 60 minutes.',
              ),
              SENTINEL,
            ),
          ],
          then: { error: 'locked', operation: 'stepUp' },
        },
      ],
    },
    {
      name: 'unlinking what was unlinked elsewhere',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [list(signedIn, totp)], then: { listed: [''] } },
        {
          act: 'unlink',
          exchanges: [remove('totp1', permissionDenied, signedIn)],
          then: 'password asked',
        },
        {
          act: 'password',
          exchanges: [
            rightPassword,
            remove(
              'totp1',
              refused(400, 'verification_record.not_found', 'Verification record not found.'),
            ),
            list(proven),
          ],
          then: { error: 'not-found', operation: 'unlinkAuthenticator' },
        },
      ],
    },
    {
      name: 'new recovery codes in place of those that are left',
      tag: 'mfa-recovery-codes',
      steps: [
        {
          act: 'open',
          exchanges: [list(signedIn, totp, backup('codes0', 0), backup('codes1', 2))],
          then: { recoveryCodesLeft: 2 },
        },
        {
          act: 'generate recovery codes',
          exchanges: [
            makeCodes,
            list(signedIn, totp, backup('codes0', 0), backup('codes1', 2)),
            remove('codes1', permissionDenied, signedIn),
          ],
          then: 'password asked',
        },
        {
          act: 'password',
          exchanges: [
            rightPassword,
            makeCodes,
            list(proven, totp, backup('codes0', 0), backup('codes1', 2)),
            remove('codes1', { status: 204 }),
            bindCodes,
          ],
          then: { recoveryCodes: CODES },
        },
      ],
    },
    {
      name: 'the first recovery codes, with no app linked',
      tag: 'mfa-recovery-codes',
      steps: [
        { act: 'open', exchanges: [list(signedIn)], then: { recoveryCodesLeft: 0 } },
        {
          act: 'generate recovery codes',
          exchanges: [
            makeCodes,
            list(signedIn),
            { ...bindCodes, headers: signedIn, response: permissionDenied },
          ],
          then: 'password asked',
        },
        {
          act: 'password',
          exchanges: [
            rightPassword,
            makeCodes,
            list(proven),
            {
              ...bindCodes,
              response: refused(
                422,
                'session.mfa.backup_code_can_not_be_alone',
                'Backup code can not be the only MFA.',
              ),
            },
          ],
          then: { error: 'forbidden', operation: 'generateRecoveryCodes' },
        },
      ],
    },
  ],
};
