import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

const REPOSITORY = 'https://github.com/dotnet/aspnetcore/blob';
const SOURCE = `${REPOSITORY}/2ef1838afbb2958938aec662450633c35ab811c4/src/Identity/Core/src/IdentityApiEndpointRouteBuilderExtensions.cs`;
const SIGN_IN_RESULT = `${REPOSITORY}/032c5b4239a620819724149590c7a78b0cbdf2ba/src/Identity/Extensions.Core/src/SignInResult.cs`;
const TESTS = `${REPOSITORY}/51da89315a240ce9d60bde571c020e2dd3f8f1f4/src/Identity/test/Identity.FunctionalTests/MapIdentityApiTests.cs`;
const COOKIES =
  'https://learn.microsoft.com/aspnet/core/breaking-changes/10/cookie-authentication-api-endpoints';

const SECRET = 'B4JKDH3WNXKZ2O5QFEVTJHGR6UAPY7SL';
const RECOVERY_CODES = Array.from({ length: 10 }, (_, index) => `7KQM2-XB9T${index}`);
const EMAIL = 'sanne@voorbeeld.example';

const headers = { 'X-Requested-With': 'XMLHttpRequest' };
const problemJson = { 'Content-Type': 'application/problem+json' };

const twoFactor = (body: object, facts: object = {}): RecordedExchange => ({
  request: 'POST /manage/2fa',
  headers,
  body,
  response: {
    status: 200,
    body: {
      sharedKey: SECRET,
      recoveryCodesLeft: 0,
      recoveryCodes: null,
      isTwoFactorEnabled: false,
      isMachineRemembered: false,
      ...facts,
    },
  },
  source: SOURCE,
});

const off = twoFactor({});
const on = twoFactor({}, { isTwoFactorEnabled: true, recoveryCodesLeft: 10 });
const nobody: RecordedExchange = { ...off, response: { status: 401 }, source: TESTS };

const info: RecordedExchange = {
  request: 'GET /manage/info',
  headers,
  response: { status: 200, body: { email: EMAIL, isEmailConfirmed: true } },
  source: TESTS,
};

const wrongFirstCode: RecordedExchange = {
  ...twoFactor({ enable: true, twoFactorCode: TYPED.wrongCode }),
  response: {
    status: 400,
    headers: problemJson,
    body: {
      type: 'https://tools.ietf.org/html/rfc9110#section-15.5.1',
      title: 'One or more validation errors occurred.',
      status: 400,
      errors: {
        InvalidTwoFactorCode: [
          'The 2fa token provided by the request was invalid. A valid 2fa token is required to enable 2fa.',
        ],
      },
    },
  },
};

const enabling = (facts: object): RecordedExchange =>
  twoFactor(
    { enable: true, twoFactorCode: TYPED.rightCode },
    { isTwoFactorEnabled: true, recoveryCodesLeft: 10, ...facts },
  );

const signIn = (
  proof: object,
  response: RecordedExchange['response'],
  cookies = 'useSessionCookies',
): RecordedExchange => ({
  request: `POST /login?${cookies}=true`,
  headers,
  body: { email: EMAIL, password: TYPED.password, ...proof },
  response,
  source: TESTS,
});

const refused = (detail: string): RecordedExchange['response'] => ({
  status: 401,
  headers: problemJson,
  body: {
    type: 'https://tools.ietf.org/html/rfc9110#section-15.5.2',
    title: 'Unauthorized',
    status: 401,
    detail,
  },
});

const wrongCode = { twoFactorCode: TYPED.wrongCode };
const rightCode = { twoFactorCode: TYPED.rightCode };
const recoveryCode = { twoFactorRecoveryCode: TYPED.recoveryCode };

/** ASP.NET Core Identity as `MapIdentityApi` maps it, at `/identity`. */
export const recording: Recording = {
  preset: 'aspnet-core-identity',
  baseUrl: 'https://profi.example/identity',
  issuer: 'ProfiAdviseur',
  variables: { email: EMAIL, password: TYPED.password },
  scenarios: [
    {
      name: 'linking, a wrong code, then the right one',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [off, info], then: { qrCode: { secret: SECRET } } },
        {
          act: 'wrong code',
          exchanges: [wrongFirstCode],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        {
          act: 'right code',
          exchanges: [enabling({ recoveryCodes: RECOVERY_CODES })],
          then: { linked: { recoveryCodes: RECOVERY_CODES } },
        },
      ],
    },
    {
      name: 'linking with recovery codes left from before',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [off, info], then: { qrCode: { secret: SECRET } } },
        {
          act: 'right code',
          exchanges: [enabling({ recoveryCodesLeft: 4 })],
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
          exchanges: [on],
          then: { error: 'already-linked', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'linking, signed out meanwhile',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [off, info], then: { qrCode: { secret: SECRET } } },
        {
          act: 'right code',
          exchanges: [{ ...enabling({}), response: { status: 401 }, source: TESTS }],
          then: { error: 'signed-out', operation: 'confirmEnrollment' },
        },
      ],
    },
    {
      name: 'signing in the first time, with no app linked',
      tag: 'mfa-login',
      steps: [{ act: 'open', exchanges: [off, off, info], then: { qrCode: { secret: SECRET } } }],
    },
    {
      name: 'signing in with a code',
      tag: 'mfa-login',
      steps: [
        { act: 'open', exchanges: [nobody], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [signIn(wrongCode, refused('Failed'))],
          then: { error: 'invalid-code', operation: 'verify' },
        },
        { act: 'right code', exchanges: [signIn(rightCode, { status: 200 })], then: 'verified' },
      ],
    },
    {
      name: 'signed in already',
      tag: 'mfa-login',
      steps: [{ act: 'open', exchanges: [on], then: 'verified' }],
    },
    {
      name: 'nobody signing in',
      tag: 'mfa-login',
      variables: {},
      steps: [{ act: 'open', exchanges: [nobody], then: { error: 'signed-out' } }],
    },
    {
      name: 'remembering the device',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'remember device and right code',
          exchanges: [signIn(rightCode, { status: 200 }, 'useCookies')],
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
          exchanges: [signIn(recoveryCode, refused('Failed'))],
          then: { error: 'invalid-recovery-code', operation: 'verifyRecoveryCode' },
        },
        {
          act: 'recovery code',
          exchanges: [signIn(recoveryCode, { status: 200 })],
          then: 'verified',
        },
      ],
    },
    {
      name: 'an account that is locked',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [{ ...signIn(rightCode, refused('Lockedout')), source: SIGN_IN_RESULT }],
          then: { error: 'locked', operation: 'verify' },
        },
      ],
    },
    {
      name: 'an account that may not sign in yet',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [signIn(rightCode, refused('NotAllowed'))],
          then: { error: 'forbidden', operation: 'verify' },
        },
      ],
    },
    {
      name: 'a page that no longer has the password',
      tag: 'mfa-challenge',
      variables: { email: EMAIL },
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            {
              ...signIn(rightCode, { status: 400 }),
              body: { email: EMAIL, twoFactorCode: TYPED.rightCode },
            },
          ],
          then: { error: 'login-expired', operation: 'verify' },
        },
      ],
    },
    {
      name: 'a recovery code, with a page that no longer has the password',
      tag: 'mfa-challenge',
      variables: { email: EMAIL },
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'recovery code',
          exchanges: [
            {
              ...signIn(recoveryCode, { status: 400 }),
              body: { email: EMAIL, ...recoveryCode },
            },
          ],
          then: { error: 'login-expired', operation: 'verifyRecoveryCode' },
        },
      ],
    },
    {
      name: 'unlinking',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [on], then: { listed: [''] } },
        {
          act: 'unlink',
          exchanges: [twoFactor({ enable: false, resetSharedKey: true }), off],
          then: { listed: [] },
        },
      ],
    },
    {
      name: 'unlinking as somebody who is no user any more',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [on], then: { listed: [''] } },
        {
          act: 'unlink',
          exchanges: [
            {
              ...twoFactor({ enable: false, resetSharedKey: true }),
              response: { status: 404 },
            },
          ],
          then: { error: 'signed-out', operation: 'unlinkAuthenticator' },
        },
      ],
    },
    {
      name: 'the linked app, where a sign-in page comes instead of a response',
      tag: 'mfa-authenticators',
      steps: [
        {
          act: 'open',
          exchanges: [
            {
              ...off,
              response: { status: 302, headers: { Location: '/Account/Login' } },
              source: COOKIES,
            },
          ],
          then: { error: 'signed-out', operation: 'listAuthenticators' },
        },
      ],
    },
    {
      name: 'new recovery codes',
      tag: 'mfa-recovery-codes',
      steps: [
        {
          act: 'open',
          exchanges: [twoFactor({}, { isTwoFactorEnabled: true, recoveryCodesLeft: 8 })],
          then: { recoveryCodesLeft: 8 },
        },
        {
          act: 'generate recovery codes',
          exchanges: [
            twoFactor(
              { resetRecoveryCodes: true },
              {
                isTwoFactorEnabled: true,
                recoveryCodesLeft: 10,
                recoveryCodes: RECOVERY_CODES,
              },
            ),
          ],
          then: { recoveryCodes: RECOVERY_CODES },
        },
      ],
    },
  ],
};
