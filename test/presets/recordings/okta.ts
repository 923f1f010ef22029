import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

const source =
  'https://github.com/okta/okta-management-openapi-spec/blob/fdda229e82940cf5af4611ad673ca6a27974e31b/dist/2026.06.3/management-minimal.yaml';
const WRONG_CODE = 'https://github.com/okta/okta-sdk-java/issues/640';
/** The proxy decides what 401 means, because it responds by itself there. */
const UNAUTHORIZED = 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2';

const SECRET = 'JBTWGV22G4ZGKV3N';
const FACTOR = 'ostf1fmaMGJLMNGNLIVG';
const SELF = `https://profi.okta.example/api/v1/users/00u15s1KDETTQMQYABRL/factors/${FACTOR}`;

const factor = {
  id: FACTOR,
  factorType: 'token:software:totp',
  provider: 'GOOGLE',
  vendorName: 'GOOGLE',
  created: '2026-07-16T16:13:56.000Z',
  lastUpdated: '2026-07-16T16:13:56.000Z',
  profile: { credentialId: 'sanne@voorbeeld.example' },
};

const active = { ...factor, status: 'ACTIVE', _links: { self: { href: SELF } } };

const question = {
  id: 'ufs2bysphxKODSZKWVCT',
  factorType: 'question',
  provider: 'OKTA',
  vendorName: 'OKTA',
  status: 'ACTIVE',
  created: '2026-04-15T18:10:06.000Z',
  lastUpdated: '2026-04-15T18:10:06.000Z',
};

const pending = { ...factor, id: 'ostf2gsyictRQDSGTDZE', status: 'PENDING_ACTIVATION' };

const error = (status: number, errorCode: string, errorSummary: string, cause?: string) => ({
  status,
  body: {
    errorCode,
    errorSummary,
    errorLink: errorCode,
    errorId: 'oaei_IfXcpnTHit_YEKGInpFw',
    errorCauses: cause === undefined ? [] : [{ errorSummary: cause }],
  },
});

const wrongCode = error(
  403,
  'E0000068',
  'Invalid Passcode/Answer',
  "Your passcode doesn't match our records. Please try again.",
);

const tooMany = {
  ...error(429, 'E0000047', 'API call exceeded rate limit due to too many requests.'),
  headers: { Date: 'Sun, 22 Nov 2026 10:00:00 GMT', 'X-Rate-Limit-Reset': '1795341630' },
};

const enrolling = {
  request: 'POST /factors',
  body: { factorType: 'token:software:totp', provider: 'GOOGLE' },
};

const enrolled: RecordedExchange = {
  ...enrolling,
  response: {
    status: 200,
    body: {
      ...factor,
      status: 'PENDING_ACTIVATION',
      _links: { activate: { href: `${SELF}/lifecycle/activate`, hints: { allow: ['POST'] } } },
      _embedded: {
        activation: {
          timeStep: 30,
          sharedSecret: SECRET,
          encoding: 'base32',
          keyLength: 16,
          _links: {
            qrcode: { href: `${SELF}/qr/00fukNElRS_Tz6k-CFhg3pH4KO2dj2`, type: 'image/png' },
          },
        },
      },
    },
  },
  source,
};

const activate = (
  passCode: string,
  response: RecordedExchange['response'],
  where = source,
): RecordedExchange => ({
  request: `POST /factors/${FACTOR}/lifecycle/activate`,
  body: { passCode },
  response,
  source: where,
});

const factors = (...body: object[]): RecordedExchange => ({
  request: 'GET /factors',
  response: { status: 200, body },
  source,
});

const verify = (
  passCode: string,
  response: RecordedExchange['response'],
  where = source,
): RecordedExchange => ({
  request: `POST /factors/${FACTOR}/verify`,
  body: { passCode },
  response,
  source: where,
});

/** Okta's Factors API as of the Management API 2026.06.3, through the proxy that the preset asks for. */
export const recording: Recording = {
  preset: 'okta',
  baseUrl: 'https://profi.example/okta',
  issuer: 'ProfiAdviseur',
  scenarios: [
    {
      name: 'linking, a wrong code, then the right one',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [enrolled], then: { qrCode: { secret: SECRET } } },
        {
          act: 'wrong code',
          exchanges: [activate(TYPED.wrongCode, wrongCode, WRONG_CODE)],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        {
          act: 'right code',
          exchanges: [activate(TYPED.rightCode, { status: 200, body: active })],
          then: { linked: {} },
        },
      ],
    },
    {
      name: 'linking, with an enrollment that is gone',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [enrolled], then: { qrCode: { secret: SECRET } } },
        {
          act: 'right code',
          exchanges: [
            activate(
              TYPED.rightCode,
              error(404, 'E0000007', `Not found: Resource not found: ${FACTOR} (UserFactor)`),
            ),
          ],
          then: { error: 'enrollment-expired', operation: 'confirmEnrollment' },
        },
      ],
    },
    {
      name: 'linking, more than five codes in five minutes',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [enrolled], then: { qrCode: { secret: SECRET } } },
        {
          act: 'right code',
          exchanges: [
            activate(
              TYPED.rightCode,
              tooMany,
              'https://developer.okta.com/docs/reference/rl-best-practices/',
            ),
          ],
          then: { error: 'rate-limited', operation: 'confirmEnrollment', retryAfter: 30 },
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
              ...enrolling,
              response: error(
                400,
                'E0000001',
                'Api validation failed: factorEnrollRequest',
                'A factor of this type is already set up.',
              ),
              source: 'https://developer.okta.com/docs/reference/api/factors/',
            },
          ],
          then: { error: 'already-linked', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'a code at sign-in, a wrong one, a used one, then the right one',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [factors(question, active), verify(TYPED.wrongCode, wrongCode, WRONG_CODE)],
          then: { error: 'invalid-code', operation: 'verify' },
        },
        {
          act: 'right code',
          exchanges: [
            factors(question, active),
            verify(TYPED.rightCode, {
              status: 200,
              body: { factorResult: 'PASSCODE_REPLAYED' },
            }),
          ],
          then: { error: 'code-reused', operation: 'verify' },
        },
        {
          act: 'right code',
          exchanges: [
            factors(question, active),
            verify(TYPED.rightCode, { status: 200, body: { factorResult: 'SUCCESS' } }),
          ],
          then: 'verified',
        },
      ],
    },
    {
      name: 'a code at sign-in of somebody without an app',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [factors(question, pending)],
          then: { error: 'not-found', operation: 'verify' },
        },
      ],
    },
    {
      name: 'unlinking',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [factors(question, pending, active)], then: { listed: [''] } },
        {
          act: 'unlink',
          exchanges: [
            { request: `DELETE /factors/${FACTOR}`, response: { status: 204 }, source },
            factors(question),
          ],
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
          exchanges: [{ ...factors(), response: { status: 401 }, source: UNAUTHORIZED }],
          then: { error: 'signed-out', operation: 'listAuthenticators' },
        },
      ],
    },
    {
      name: 'unlinking is not allowed',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [factors(active)], then: { listed: [''] } },
        {
          act: 'unlink',
          exchanges: [
            {
              request: `DELETE /factors/${FACTOR}`,
              response: error(
                403,
                'E0000006',
                'You do not have permission to perform the requested action',
              ),
              source,
            },
          ],
          then: { error: 'forbidden', operation: 'unlinkAuthenticator' },
        },
      ],
    },
  ],
};
