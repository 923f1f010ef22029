import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

const SOURCE = 'https://github.com/appwrite/appwrite/blob/0cefd0615350e1914a29caeef3342fd620a60045';
const MFA = `${SOURCE}/src/Appwrite/Platform/Modules/Account/Http/Account/MFA`;
const ERRORS = `${SOURCE}/app/config/errors.php`;

const SECRET = 'HQ3T6WZ2NVLB5KXA7RMYDJ4PGECSFUO2';
const CODES = ['4f0c2a91be', 'a7d35e08c1', '09be6f42d7', 'c81d70a3f5', '5e92fb16a0', 'd364c08e7b'];
/** As it is typed, without what these codes have none of. */
const SENT_RECOVERY_CODE = 'abcdefgh1234';
const headers = { 'X-Appwrite-Project': 'profi', 'X-Fallback-Cookies': null };

const error = (
  code: number,
  type: string,
  message: string,
  more: Readonly<Record<string, string>> = {},
): RecordedExchange['response'] => ({
  status: code,
  headers: { 'Content-Type': 'application/json; charset=UTF-8', ...more },
  body: { message, code, type, version: '1.9.6' },
});

const invalidToken = error(401, 'user_invalid_token', 'Invalid token passed in the request.');

const guest = error(
  401,
  'general_unauthorized_scope',
  'User (role: guests) missing scopes (["account"])',
);

const moreFactors = error(
  401,
  'user_more_factors_required',
  'More factors are required to complete the sign in process.',
);

const challengeRequired = error(
  401,
  'user_challenge_required',
  'A recently successful challenge is required to complete this action. A challenge is considered recent for 5 minutes.',
);

const authenticatorNotFound = error(
  404,
  'user_authenticator_not_found',
  'Authenticator could not be found on the current user.',
);

const account = (mfa: boolean) => ({
  $id: '66a1f0c2',
  $createdAt: '2026-01-05T09:00:00.000+00:00',
  $updatedAt: '2026-11-02T08:30:00.000+00:00',
  name: 'Sanne de Vries',
  email: 'sanne@voorbeeld.example',
  emailVerification: true,
  phoneVerification: false,
  mfa,
});

const getAccount = (response: RecordedExchange['response']): RecordedExchange => ({
  request: 'GET /account',
  headers,
  response,
  source: `${SOURCE}/app/controllers/shared/api.php`,
});

const factors = (totp: boolean): RecordedExchange => ({
  request: 'GET /account/mfa/factors',
  headers,
  response: {
    status: 200,
    body: { totp, phone: false, email: true, recoveryCode: totp, custom: false },
  },
  source: `${MFA}/Factors/XList.php`,
});

const start: RecordedExchange = {
  request: 'POST /account/mfa/authenticators/totp',
  headers,
  response: {
    status: 200,
    body: {
      secret: SECRET,
      uri: `otpauth://totp/ProfiAdviseur:sanne%40voorbeeld.example?issuer=ProfiAdviseur&secret=${SECRET}`,
    },
  },
  source: `${MFA}/Authenticators/Create.php`,
};

const confirm = (otp: string, response: RecordedExchange['response']): RecordedExchange => ({
  request: 'PUT /account/mfa/authenticators/totp',
  headers,
  body: { otp },
  response,
  source: `${MFA}/Authenticators/Update.php`,
});

const switchMfa = (mfa: boolean): RecordedExchange => ({
  request: 'PATCH /account/mfa',
  headers,
  body: { mfa },
  response: { status: 200, body: account(mfa) },
  source: `${MFA}/Update.php`,
});

const createCodes = (response: RecordedExchange['response']): RecordedExchange => ({
  request: 'POST /account/mfa/recovery-codes',
  headers,
  response,
  source: `${MFA}/RecoveryCodes/Create.php`,
});

const renewCodes = (response: RecordedExchange['response']): RecordedExchange => ({
  request: 'PATCH /account/mfa/recovery-codes',
  headers,
  response,
  source: `${MFA}/RecoveryCodes/Update.php`,
});

const begin = (factor: 'totp' | 'recoveryCode'): RecordedExchange => ({
  request: 'POST /account/mfa/challenges',
  headers,
  body: { factor },
  response: {
    status: 201,
    body: {
      $id: 'bb8ea5c16897e',
      $createdAt: '2026-11-22T10:00:00.000+00:00',
      userId: '66a1f0c2',
      expire: '2026-11-22T11:00:00.000+00:00',
    },
  },
  source: `${MFA}/Challenges/Create.php`,
});

const answerChallenge = (
  otp: string,
  response: RecordedExchange['response'],
): RecordedExchange => ({
  request: 'PUT /account/mfa/challenges',
  headers,
  body: { challengeId: 'bb8ea5c16897e', otp },
  response,
  source: `${MFA}/Challenges/Update.php`,
});

const session: RecordedExchange['response'] = {
  status: 200,
  body: {
    $id: '5e5ea5c16897e',
    userId: '66a1f0c2',
    provider: 'email',
    current: true,
    factors: ['password', 'totp'],
    mfaUpdatedAt: '2026-11-22T10:00:12.000+00:00',
  },
};

const unlink = (response: RecordedExchange['response']): RecordedExchange => ({
  request: 'DELETE /account/mfa/authenticators/totp',
  headers,
  response,
  source: `${MFA}/Authenticators/Delete.php`,
});

/** Appwrite 1.9.6. */
export const recording: Recording = {
  preset: 'appwrite',
  baseUrl: 'https://appwrite.profi.example/v1',
  variables: { projectId: 'profi' },
  scenarios: [
    {
      name: 'linking, a wrong code, then the right one',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [start], then: { qrCode: { secret: SECRET } } },
        {
          act: 'wrong code',
          exchanges: [confirm(TYPED.wrongCode, invalidToken)],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        {
          act: 'right code',
          exchanges: [
            confirm(TYPED.rightCode, { status: 200, body: account(false) }),
            switchMfa(true),
            createCodes({ status: 201, body: { recoveryCodes: CODES } }),
          ],
          then: { linked: { recoveryCodes: CODES } },
        },
      ],
    },
    {
      name: 'linking again, with recovery codes that are still there',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [start], then: { qrCode: { secret: SECRET } } },
        {
          act: 'right code',
          exchanges: [
            confirm(TYPED.rightCode, { status: 200, body: account(true) }),
            switchMfa(true),
            createCodes(
              error(
                409,
                'user_recovery_codes_already_exists',
                'The current user already generated recovery codes and they can only be read once for security reasons.',
              ),
            ),
          ],
          then: { linked: {} },
        },
      ],
    },
    {
      name: 'linking, with an enrollment that is gone',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [start], then: { qrCode: { secret: SECRET } } },
        {
          act: 'right code',
          exchanges: [confirm(TYPED.rightCode, authenticatorNotFound)],
          then: { error: 'enrollment-expired' },
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
              response: error(
                409,
                'user_authenticator_already_verified',
                'This authenticator is already verified on the current user.',
              ),
            },
          ],
          then: { error: 'already-linked', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'signing in without an app',
      tag: 'mfa-login',
      steps: [
        {
          act: 'open',
          exchanges: [getAccount({ status: 200, body: account(false) }), factors(false), start],
          then: { qrCode: { secret: SECRET } },
        },
      ],
    },
    {
      name: 'signing in, a wrong code, then the right one',
      tag: 'mfa-login',
      steps: [
        { act: 'open', exchanges: [getAccount(moreFactors)], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [begin('totp'), answerChallenge(TYPED.wrongCode, invalidToken)],
          then: { error: 'invalid-code', operation: 'verify' },
        },
        {
          act: 'right code',
          exchanges: [begin('totp'), answerChallenge(TYPED.rightCode, session)],
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
          exchanges: [getAccount({ status: 200, body: account(true) }), factors(true)],
          then: 'verified',
        },
      ],
    },
    {
      name: 'nobody signing in',
      tag: 'mfa-login',
      steps: [{ act: 'open', exchanges: [getAccount(guest)], then: { error: 'signed-out' } }],
    },
    {
      name: 'a recovery code, refused and then taken',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'recovery code',
          exchanges: [begin('recoveryCode'), answerChallenge(SENT_RECOVERY_CODE, invalidToken)],
          then: { error: 'invalid-recovery-code', operation: 'verifyRecoveryCode' },
        },
        {
          act: 'recovery code',
          exchanges: [begin('recoveryCode'), answerChallenge(SENT_RECOVERY_CODE, session)],
          then: 'verified',
        },
      ],
    },
    {
      name: 'more than ten codes in an hour',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            {
              ...begin('totp'),
              response: error(
                429,
                'general_rate_limit_exceeded',
                'Rate limit for the current endpoint has been exceeded. Please try again after some time.',
                {
                  Date: 'Sun, 22 Nov 2026 10:00:00 GMT',
                  'X-RateLimit-Limit': '10',
                  'X-RateLimit-Remaining': '0',
                  'X-RateLimit-Reset': '1795343400',
                },
              ),
              source: `${SOURCE}/app/controllers/shared/api.php`,
            },
          ],
          then: { error: 'rate-limited', operation: 'verify', retryAfter: 1800 },
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
          exchanges: [{ ...begin('totp'), response: guest, source: ERRORS }],
          then: { error: 'login-expired', operation: 'verify' },
        },
      ],
    },
    {
      name: 'a recovery code for a sign-in that is over',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'recovery code',
          exchanges: [{ ...begin('recoveryCode'), response: guest, source: ERRORS }],
          then: { error: 'login-expired', operation: 'verifyRecoveryCode' },
        },
      ],
    },
    {
      name: 'a code where the project allows for no apps',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            {
              ...begin('totp'),
              response: error(
                501,
                'user_auth_method_unsupported',
                'The requested factor is disabled by the MFA factors policy',
              ),
            },
          ],
          then: { error: 'misconfigured', operation: 'verify' },
        },
      ],
    },
    {
      name: 'unlinking after a code, a wrong one first',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [factors(true)], then: { listed: [''] } },
        { act: 'unlink', exchanges: [unlink(challengeRequired)], then: 'proof code asked' },
        {
          act: 'proof code',
          exchanges: [begin('totp'), answerChallenge(TYPED.rightCode, invalidToken)],
          then: { error: 'invalid-code', operation: 'stepUp' },
        },
        {
          act: 'proof code',
          exchanges: [
            begin('totp'),
            answerChallenge(TYPED.rightCode, session),
            unlink({ status: 204 }),
            switchMfa(false),
            factors(false),
          ],
          then: { listed: [] },
        },
      ],
    },
    {
      name: 'unlinking what was unlinked elsewhere',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [factors(true)], then: { listed: [''] } },
        {
          act: 'unlink',
          exchanges: [unlink(authenticatorNotFound), factors(false)],
          then: { error: 'not-found', operation: 'unlinkAuthenticator' },
        },
      ],
    },
    {
      name: 'the linked app of somebody who was blocked',
      tag: 'mfa-authenticators',
      steps: [
        {
          act: 'open',
          exchanges: [
            {
              ...factors(true),
              response: error(403, 'user_blocked', 'The current user has been blocked.'),
              source: `${SOURCE}/app/controllers/shared/api.php`,
            },
          ],
          then: { error: 'forbidden', operation: 'listAuthenticators' },
        },
      ],
    },
    {
      name: 'the linked app of nobody who is signed in',
      tag: 'mfa-authenticators',
      steps: [
        {
          act: 'open',
          exchanges: [{ ...factors(false), response: guest, source: ERRORS }],
          then: { error: 'signed-out', operation: 'listAuthenticators' },
        },
      ],
    },
    {
      name: 'new recovery codes after a code',
      tag: 'mfa-recovery-codes',
      steps: [
        { act: 'open', exchanges: [], then: { recoveryCodes: [] } },
        {
          act: 'generate recovery codes',
          exchanges: [renewCodes(challengeRequired)],
          then: 'proof code asked',
        },
        {
          act: 'proof code',
          exchanges: [
            begin('totp'),
            answerChallenge(TYPED.rightCode, session),
            renewCodes({ status: 200, body: { recoveryCodes: CODES } }),
          ],
          then: { recoveryCodes: CODES },
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
            renewCodes(
              error(
                404,
                'user_recovery_codes_not_found',
                'Recovery codes could not be found on the current user.',
              ),
            ),
            createCodes({ status: 201, body: { recoveryCodes: CODES } }),
          ],
          then: { recoveryCodes: CODES },
        },
      ],
    },
  ],
};
