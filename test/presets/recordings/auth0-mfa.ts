import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

const DOCS =
  'https://github.com/auth0/docs-v2/blob/092b879e3fa93fa3a8adaa5f647580eab260ad0c/main/docs';
const BY_FORM = `${DOCS}/secure/multi-factor-authentication/authenticate-using-ropg-flow-with-mfa`;
const OTP = `${BY_FORM}/enroll-and-challenge-otp-authenticators.mdx`;
const RECOVERY = `${BY_FORM}/challenge-with-recovery-codes.mdx`;
const MANAGING = `${DOCS}/secure/multi-factor-authentication/manage-mfa-auth0-apis/manage-authenticator-factors-mfa-api.mdx`;
const OPENAPI = `${DOCS}/oas/authentication/authentication-api-oas.json`;
const CLIENT =
  'https://github.com/auth0/auth0-auth-js/blob/bfb1eeb90e1b1c8869b874e8e5fbe8823456f84b/packages/auth0-auth-js/src/mfa/mfa-client.spec.ts';
const KNOWN_ERRORS =
  'https://github.com/auth0/Auth0.swift/blob/3.1.0/Auth0/AuthenticationError.swift';
const EXAMPLES = 'https://github.com/auth0/auth0-spa-js/blob/v2.24.1/EXAMPLES.md';

const SECRET = 'ENZVGSCMMNHXO5DQMRXWE5LSPBUGYZ3S';
const RECOVERY_CODE = 'N3BGPZZWJ85JLCNPZBDW6QXC';
const NEXT_RECOVERY_CODE = 'K6LGLV3RSH3VERMKET8L7QKU';
const APP = 'totp|dev_6NWz8awwC8brh2dN';
const TOKENS = { accessToken: 'eyJ.access', idToken: 'eyJ.id' };

const headers = { Authorization: 'Bearer Fe26.2*mfa' };

const refusal = (
  status: number,
  error: string,
  error_description: string,
): RecordedExchange['response'] => ({ status, body: { error, error_description } });

const listing = { request: 'GET /mfa/authenticators', headers, source: OTP };
const listed = (...authenticators: readonly object[]): RecordedExchange => ({
  ...listing,
  response: { status: 200, body: authenticators },
});
const recoveryCode = {
  id: 'recovery-code|dev_qpOkGUOxBpw6R16t',
  authenticator_type: 'recovery-code',
  active: true,
};
const app = { id: APP, authenticator_type: 'otp', active: true };
const unconfirmed = { id: 'totp|dev_unconfirmed', authenticator_type: 'otp', active: false };

const associating = {
  request: 'POST /mfa/associate',
  headers,
  body: { authenticator_types: ['otp'] },
  source: OTP,
};
const associated = (facts: object = {}): RecordedExchange => ({
  ...associating,
  response: {
    status: 200,
    body: {
      authenticator_type: 'otp',
      secret: SECRET,
      barcode_uri: `otpauth://totp/profi:sanne%40voorbeeld.example?secret=${SECRET}&issuer=profi&algorithm=SHA1&digits=6&period=30`,
      ...facts,
    },
  },
});

const signingIn = (otp: string) => ({
  request: 'POST /oauth/token',
  headers: { 'Content-Type': 'application/x-www-form-urlencoded', Authorization: null },
  body: {
    grant_type: 'http://auth0.com/oauth/grant-type/mfa-otp',
    client_id: 'pr0f1',
    mfa_token: 'Fe26.2*mfa',
    otp,
  },
});
const wrongCode: RecordedExchange = {
  ...signingIn(TYPED.wrongCode),
  response: refusal(403, 'invalid_grant', 'Invalid otp_code.'),
  source: KNOWN_ERRORS,
};
const signedIn = {
  status: 200,
  body: {
    id_token: TOKENS.idToken,
    access_token: TOKENS.accessToken,
    expires_in: 600,
    scope: 'openid profile',
    token_type: 'Bearer',
  },
};
const rightCode: RecordedExchange = {
  ...signingIn(TYPED.rightCode),
  response: signedIn,
  source: OTP,
};
const refusedCode = (
  response: RecordedExchange['response'],
  source = KNOWN_ERRORS,
): RecordedExchange => ({ ...rightCode, response, source });

const spending = {
  ...rightCode,
  body: {
    grant_type: 'http://auth0.com/oauth/grant-type/mfa-recovery-code',
    client_id: 'pr0f1',
    mfa_token: 'Fe26.2*mfa',
    recovery_code: TYPED.recoveryCode,
  },
  source: RECOVERY,
};

const removing = {
  request: 'DELETE /mfa/authenticators/totp%7Cdev_6NWz8awwC8brh2dN',
  headers,
  source: MANAGING,
};

/** A tenant with one-time passwords and recovery codes enabled, and the grant type MFA. */
export const recording: Recording = {
  preset: 'auth0-mfa',
  baseUrl: 'https://profi.eu.auth0.com',
  variables: { mfaToken: 'Fe26.2*mfa', clientId: 'pr0f1' },
  scenarios: [
    {
      name: 'signing in the first time, a wrong code, then the right one',
      tag: 'mfa-login',
      steps: [
        {
          act: 'open',
          exchanges: [listed(), associated({ recovery_codes: [RECOVERY_CODE] })],
          then: { qrCode: { secret: SECRET } },
        },
        {
          act: 'wrong code',
          exchanges: [wrongCode],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        {
          act: 'right code',
          exchanges: [rightCode],
          then: { linked: { recoveryCodes: [RECOVERY_CODE] } },
          tokens: TOKENS,
        },
      ],
    },
    {
      name: 'linking one more app, without another recovery code',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [associated()], then: { qrCode: { secret: SECRET } } },
        { act: 'right code', exchanges: [rightCode], then: { linked: {} }, tokens: TOKENS },
      ],
    },
    {
      name: 'linking, after the sign-in ended',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [
            {
              ...associating,
              response: refusal(401, 'invalid_token', 'Invalid MFA token'),
              source: CLIENT,
            },
          ],
          then: { error: 'login-expired', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'signing in, a wrong code, then the right one',
      tag: 'mfa-login',
      steps: [
        { act: 'open', exchanges: [listed(recoveryCode, unconfirmed, app)], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [wrongCode],
          then: { error: 'invalid-code', operation: 'verify' },
        },
        { act: 'right code', exchanges: [rightCode], then: 'verified', tokens: TOKENS },
      ],
    },
    {
      name: 'a wrong code, by its other name',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [
            {
              ...wrongCode,
              response: refusal(403, 'invalid_otp', 'The OTP code is invalid'),
              source: EXAMPLES,
            },
          ],
          then: { error: 'invalid-code', operation: 'verify' },
        },
      ],
    },
    {
      name: 'a recovery code, refused and then taken for a new one',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'recovery code',
          exchanges: [
            {
              ...spending,
              response: refusal(403, 'invalid_grant', 'MFA Authorization rejected.'),
              source: KNOWN_ERRORS,
            },
          ],
          then: { error: 'invalid-recovery-code', operation: 'verifyRecoveryCode' },
        },
        {
          act: 'recovery code',
          exchanges: [
            {
              ...spending,
              response: {
                status: 200,
                body: {
                  access_token: TOKENS.accessToken,
                  id_token: TOKENS.idToken,
                  scope: 'openid profile',
                  expires_in: 86400,
                  recovery_code: NEXT_RECOVERY_CODE,
                  token_type: 'Bearer',
                },
              },
            },
          ],
          then: { recoveryCodes: [NEXT_RECOVERY_CODE] },
          tokens: TOKENS,
        },
        { act: 'go on', exchanges: [], then: 'verified' },
      ],
    },
    {
      name: 'a recovery code, after the sign-in ended',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'recovery code',
          exchanges: [
            {
              ...spending,
              response: refusal(403, 'invalid_grant', 'Malformed mfa_token'),
              source: CLIENT,
            },
          ],
          then: { error: 'login-expired', operation: 'verifyRecoveryCode' },
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
          exchanges: [refusedCode(refusal(401, 'expired_token', 'mfa_token is expired'))],
          then: { error: 'login-expired', operation: 'verify' },
        },
      ],
    },
    {
      name: 'a sign-in whose token is none',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [refusedCode(refusal(403, 'invalid_grant', 'Malformed mfa_token'), CLIENT)],
          then: { error: 'login-expired', operation: 'verify' },
        },
      ],
    },
    {
      name: 'too many requests',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            refusedCode(
              refusal(
                429,
                'too_many_requests',
                'Rate limit exceeded. Please retry after some time.',
              ),
              OPENAPI,
            ),
          ],
          then: { error: 'rate-limited', operation: 'verify', retryAfter: 30 },
        },
      ],
    },
    {
      name: 'an account that is blocked after too many tries',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            refusedCode(
              refusal(
                429,
                'too_many_attempts',
                'We have detected suspicious login behavior and further attempts will be blocked. Please contact the administrator.',
              ),
            ),
          ],
          then: { error: 'locked', operation: 'verify' },
        },
      ],
    },
    {
      name: 'an application without the grant type MFA',
      tag: 'mfa-challenge',
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            refusedCode(
              refusal(400, 'unsupported_grant_type', 'Grant type not supported'),
              OPENAPI,
            ),
          ],
          then: { error: 'misconfigured', operation: 'verify' },
        },
      ],
    },
    {
      name: 'unlinking',
      tag: 'mfa-authenticators',
      steps: [
        {
          act: 'open',
          exchanges: [
            {
              ...listed(recoveryCode, { ...app, name: 'Authenticator App' }, unconfirmed),
              source: OPENAPI,
            },
          ],
          then: { listed: ['Authenticator App'] },
        },
        {
          act: 'unlink',
          exchanges: [{ ...removing, response: { status: 204 } }, listed(recoveryCode)],
          then: { listed: [] },
        },
      ],
    },
    {
      name: 'unlinking what was unlinked elsewhere',
      tag: 'mfa-authenticators',
      steps: [
        { act: 'open', exchanges: [listed(app)], then: { listed: [''] } },
        {
          act: 'unlink',
          exchanges: [
            {
              ...removing,
              response: refusal(404, 'invalid_authenticator', 'Authenticator not found'),
              source: CLIENT,
            },
            listed(),
          ],
          then: { error: 'not-found', operation: 'unlinkAuthenticator' },
        },
      ],
    },
  ],
};
