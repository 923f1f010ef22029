import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

/** Answers of the service itself, as another project recorded them. */
const RECORDED =
  'https://github.com/t-k/fireemu/blob/16a7d2b064126e339f6ecc90d779779efcecebde/conformance/auth-mfa-production.json';
/** The parts of it that are only described in words. */
const SEEN =
  'https://github.com/t-k/fireemu/blob/16a7d2b064126e339f6ecc90d779779efcecebde/CHANGELOG.md';
const ERRORS =
  'https://github.com/firebase/firebase-js-sdk/blob/6f865964baf5b4bd23b077fecec1028434a7387e/packages/auth/src/api/errors.ts';

const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const APP = '3f1c0f7e-7f65-4a6e-9d6f-0b7f5f6f2a10';
const ID_TOKEN = 'id.token.old';
const TOKENS = { idToken: 'id.token.new', refreshToken: 'r3fresh-new' };
const KEY = '?key=AIzaSyProfi';

const message = (text: string): RecordedExchange['response'] => ({
  status: 400,
  body: { error: { code: 400, message: text, status: 'INVALID_ARGUMENT' } },
});
/** As version 1 has it. */
const oldMessage = (text: string): RecordedExchange['response'] => ({
  status: 400,
  body: {
    error: {
      code: 400,
      message: text,
      errors: [{ message: text, domain: 'global', reason: 'invalid' }],
    },
  },
});

const starting = (idToken = ID_TOKEN) => ({
  request: `POST /v2/accounts/mfaEnrollment:start${KEY}`,
  body: { idToken, totpEnrollmentInfo: {} },
  source: RECORDED,
});
const started = (idToken = ID_TOKEN): RecordedExchange => ({
  ...starting(idToken),
  response: {
    status: 200,
    body: {
      totpSessionInfo: {
        sharedSecretKey: SECRET,
        verificationCodeLength: 6,
        hashingAlgorithm: 'SHA1',
        periodSec: 30,
        sessionInfo: 'AE8yt0Qs-session',
        finalizeEnrollmentTime: '2099-01-01T00:15:00.123456Z',
      },
    },
  },
});

const finishing = (verificationCode: string, idToken = ID_TOKEN) => ({
  request: `POST /v2/accounts/mfaEnrollment:finalize${KEY}`,
  body: {
    idToken,
    displayName: 'Authenticator',
    totpVerificationInfo: { sessionInfo: 'AE8yt0Qs-session', verificationCode },
  },
  source: RECORDED,
});
const finished = (idToken = ID_TOKEN): RecordedExchange => ({
  ...finishing(TYPED.rightCode, idToken),
  response: { status: 200, body: { ...TOKENS, totpAuthInfo: {} } },
});

const signingIn = (verificationCode: string) => ({
  request: `POST /v2/accounts/mfaSignIn:finalize${KEY}`,
  body: {
    mfaPendingCredential: 'AMf-pending',
    mfaEnrollmentId: APP,
    totpVerificationInfo: { verificationCode },
  },
  source: RECORDED,
});
const refusedSignIn = (text: string): RecordedExchange => ({
  ...signingIn(TYPED.rightCode),
  response: message(text),
});

const lookingUp = (idToken: string) => ({
  request: `POST /v1/accounts:lookup${KEY}`,
  body: { idToken },
  source: RECORDED,
});
const lookedUp = (idToken: string, ...mfaInfo: readonly object[]): RecordedExchange => ({
  ...lookingUp(idToken),
  response: {
    status: 200,
    body: {
      kind: 'identitytoolkit#GetAccountInfoResponse',
      users: [
        {
          localId: 'aa-sanne',
          email: 'sanne@voorbeeld.example',
          emailVerified: true,
          disabled: false,
          ...(mfaInfo.length > 0 && { mfaInfo }),
        },
      ],
    },
  },
});
const app = {
  mfaEnrollmentId: APP,
  displayName: 'Authenticator',
  enrolledAt: '2026-03-01T09:00:00.123456Z',
  totpInfo: {},
};
const textMessage = {
  phoneInfo: '+31612345678',
  mfaEnrollmentId: '77b6d2a0-2d0c-4f0e-8a58-63c1b3f0a001',
  displayName: 'Telefoon',
  enrolledAt: '2026-02-01T09:00:00.123456Z',
};

const withdrawing = {
  request: `POST /v2/accounts/mfaEnrollment:withdraw${KEY}`,
  body: { idToken: ID_TOKEN, mfaEnrollmentId: APP },
  source: RECORDED,
};

const provingPassword = {
  request: `POST /v1/accounts:signInWithPassword${KEY}`,
  body: {
    email: 'sanne@voorbeeld.example',
    password: TYPED.password,
    returnSecureToken: true,
  },
  source: RECORDED,
};
const signedInAnew: RecordedExchange = {
  ...provingPassword,
  response: {
    status: 200,
    body: {
      kind: 'identitytoolkit#VerifyPasswordResponse',
      localId: 'aa-sanne',
      email: 'sanne@voorbeeld.example',
      displayName: '',
      registered: true,
      expiresIn: '3600',
      ...TOKENS,
    },
  },
};

/** A project without tenants, with TOTP enabled and five intervals of tolerance. */
export const recording: Recording = {
  preset: 'firebase',
  baseUrl: 'https://identitytoolkit.googleapis.com',
  issuer: 'ProfiAdviseur',
  account: 'sanne@voorbeeld.example',
  variables: {
    key: 'AIzaSyProfi',
    idToken: () => Promise.resolve(ID_TOKEN),
    mfaPendingCredential: 'AMf-pending',
    mfaEnrollmentId: APP,
  },
  scenarios: [
    {
      name: 'linking, a wrong code, then the right one',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [started()], then: { qrCode: { secret: SECRET } } },
        {
          act: 'wrong code',
          exchanges: [{ ...finishing(TYPED.wrongCode), response: message('INVALID_CODE') }],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        { act: 'right code', exchanges: [finished()], then: { linked: {} }, tokens: TOKENS },
      ],
    },
    {
      name: 'linking long after the sign-in, a wrong password first',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [{ ...starting(), response: message('CREDENTIAL_TOO_OLD_LOGIN_AGAIN') }],
          then: 'password asked',
        },
        {
          act: 'password',
          exchanges: [{ ...provingPassword, response: oldMessage('INVALID_LOGIN_CREDENTIALS') }],
          then: { error: 'invalid-password', operation: 'stepUp' },
        },
        {
          act: 'password',
          exchanges: [signedInAnew, started(TOKENS.idToken)],
          then: { qrCode: { secret: SECRET } },
          tokens: TOKENS,
        },
        {
          act: 'right code',
          exchanges: [finished(TOKENS.idToken)],
          then: { linked: {} },
          tokens: TOKENS,
        },
      ],
    },
    {
      name: 'linking long after the sign-in, of an account with another second factor',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [{ ...starting(), response: message('CREDENTIAL_TOO_OLD_LOGIN_AGAIN') }],
          then: 'password asked',
        },
        {
          act: 'password',
          exchanges: [
            {
              ...provingPassword,
              response: {
                status: 200,
                body: {
                  kind: 'identitytoolkit#VerifyPasswordResponse',
                  localId: 'aa-sanne',
                  email: 'sanne@voorbeeld.example',
                  displayName: '',
                  registered: true,
                  mfaPendingCredential: 'AMf-pending',
                  mfaInfo: [{ ...textMessage, phoneInfo: '+*******5678' }],
                },
              },
            },
          ],
          then: { error: 'signed-out', operation: 'stepUp' },
        },
      ],
    },
    {
      name: 'linking, with the right code after 15 minutes',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [started()], then: { qrCode: { secret: SECRET } } },
        {
          act: 'right code',
          exchanges: [{ ...finishing(TYPED.rightCode), response: message('SESSION_EXPIRED') }],
          then: { error: 'enrollment-expired', operation: 'confirmEnrollment' },
        },
        {
          act: 'new QR code',
          exchanges: [started()],
          then: { qrCode: { secret: SECRET } },
        },
      ],
    },
    {
      name: 'linking, after three codes',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [started()], then: { qrCode: { secret: SECRET } } },
        {
          act: 'right code',
          exchanges: [
            {
              ...finishing(TYPED.rightCode),
              response: message('TOO_MANY_ENROLLMENT_ATTEMPTS : restart enrollment'),
              source: SEEN,
            },
          ],
          then: { error: 'enrollment-expired', operation: 'confirmEnrollment' },
        },
      ],
    },
    {
      name: 'linking a second app',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [
            {
              ...starting(),
              response: message(
                'SECOND_FACTOR_LIMIT_EXCEEDED : Too many TOTP based second factors enrolled for this account.',
              ),
            },
          ],
          then: { error: 'already-linked', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'linking one factor too many, whatever their kind',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [
            { ...starting(), response: message('SECOND_FACTOR_LIMIT_EXCEEDED'), source: ERRORS },
          ],
          then: { error: 'limit-reached', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'linking with an e-mail address that was never verified',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [
            {
              ...starting(),
              response: message(
                'UNVERIFIED_EMAIL : Need to verify email first before enrolling second factors.',
              ),
            },
          ],
          then: { error: 'forbidden', operation: 'startEnrollment' },
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
            {
              ...starting(),
              response: message('OPERATION_NOT_ALLOWED : TOTP based MFA not enabled.'),
            },
          ],
          then: { error: 'misconfigured', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'signing in, a wrong code, then the right one',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [{ ...signingIn(TYPED.wrongCode), response: message('INVALID_CODE') }],
          then: { error: 'invalid-code', operation: 'verify' },
        },
        {
          act: 'right code',
          exchanges: [{ ...signingIn(TYPED.rightCode), response: { status: 200, body: TOKENS } }],
          then: 'verified',
          tokens: TOKENS,
        },
      ],
    },
    {
      name: 'a sign-in that waited more than five minutes for its code',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            refusedSignIn(
              'TOTP_CHALLENGE_TIMEOUT : TOTP challenge timeout, provide first factor again.',
            ),
          ],
          then: { error: 'login-expired', operation: 'verify' },
        },
      ],
    },
    {
      name: 'a sign-in that the service does not know',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [refusedSignIn('INVALID_PENDING_TOKEN')],
          then: { error: 'login-expired', operation: 'verify' },
        },
      ],
    },
    {
      name: 'a sign-in with an app that is no longer linked',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [refusedSignIn('INVALID_MFA_ENROLLMENT_ID')],
          then: { error: 'not-found', operation: 'verify' },
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
          exchanges: [refusedSignIn('QUOTA_EXCEEDED : Exceeded quota.')],
          then: { error: 'rate-limited', operation: 'verify', retryAfter: 30 },
        },
      ],
    },
    {
      name: 'unlinking, which ends the session before it',
      tag: 'mfa-authenticators',
      steps: [
        {
          act: 'open',
          exchanges: [lookedUp(ID_TOKEN, textMessage, app)],
          then: { listed: ['Authenticator'] },
        },
        {
          act: 'unlink',
          exchanges: [
            { ...withdrawing, response: { status: 200, body: TOKENS } },
            lookedUp(TOKENS.idToken, textMessage),
          ],
          then: { listed: [] },
          tokens: TOKENS,
        },
      ],
    },
    {
      name: 'unlinking what was unlinked elsewhere',
      tag: 'mfa-authenticators',
      steps: [
        {
          act: 'open',
          exchanges: [lookedUp(ID_TOKEN, app)],
          then: { listed: ['Authenticator'] },
        },
        {
          act: 'unlink',
          exchanges: [
            { ...withdrawing, response: message('MFA_ENROLLMENT_NOT_FOUND') },
            lookedUp(ID_TOKEN),
          ],
          then: { error: 'not-found', operation: 'unlinkAuthenticator' },
        },
      ],
    },
    {
      name: 'unlinking, with the session ended elsewhere',
      tag: 'mfa-authenticators',
      steps: [
        {
          act: 'open',
          exchanges: [lookedUp(ID_TOKEN, app)],
          then: { listed: ['Authenticator'] },
        },
        {
          act: 'unlink',
          exchanges: [{ ...withdrawing, response: message('TOKEN_EXPIRED') }],
          then: { error: 'signed-out', operation: 'unlinkAuthenticator' },
        },
      ],
    },
    {
      name: 'the linked app of nobody who is signed in',
      tag: 'mfa-authenticators',
      variables: { key: 'AIzaSyProfi' },
      steps: [
        {
          act: 'open',
          exchanges: [
            {
              request: `POST /v1/accounts:lookup${KEY}`,
              body: {},
              response: oldMessage('INVALID_ID_TOKEN'),
              source: ERRORS,
            },
          ],
          then: { error: 'signed-out', operation: 'listAuthenticators' },
        },
      ],
    },
  ],
};
