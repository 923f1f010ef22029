import { TYPED, type RecordedExchange, type Recording } from '../recording.js';

const MODEL =
  'https://github.com/aws/api-models-aws/blob/56c8953e87aeead95ae5e66a3ca6a355731db6ad/cognito-identity-provider/service/2016-04-18/cognito-identity-provider-2016-04-18.json';
const GUIDE =
  'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-totp.html';
const WRONG_FIRST_CODE = 'https://github.com/aws-samples/aws-amplify-auth-starters/issues/15';
const WRONG_CODE = 'https://github.com/aws-amplify/amplify-js/issues/11069';
const SESSION_EXPIRED = 'https://github.com/aws-amplify/amplify-js/issues/6461';
const CODE_REUSED =
  'https://github.com/aws-amplify/amplify-swift/blob/87f658e9708b6d0bf598f187a402a5f6c7fbf2fd/AmplifyPlugins/Auth/Tests/AuthHostApp/AuthIntegrationTests/MFATests/MFASignInTests.swift';
const BLOCKED = 'https://github.com/ravenscar/franken-srp/issues/13';
const INVALID_TOKEN =
  'https://github.com/amazon-archives/aws-cognito-angular-quickstart/issues/137';

const SECRET = 'UKBHHWNRKGD5A4VG2VFPGLBGGYPUJRMOPGWYZ7MXFU7VU6UJ2WAQ';
const ACCESS_TOKEN = 'access.token.of.sanne';
const SESSIONS = [
  'AYABeC-session-of-the-challenge',
  'AYABeC-session-2',
  'AYABeC-session-3',
] as const;
const TOKENS = {
  accessToken: 'access.token.new',
  idToken: 'id.token.new',
  refreshToken: 'refresh.token.new',
};

const call = (name: string, body: object): Omit<RecordedExchange, 'response'> => ({
  request: 'POST /',
  headers: {
    'Content-Type': 'application/x-amz-json-1.1',
    'X-Amz-Target': `AWSCognitoIdentityProviderService.${name}`,
  },
  body,
  source: MODEL,
});

const answers = (body: object): RecordedExchange['response'] => ({
  status: 200,
  headers: { 'Content-Type': 'application/x-amz-json-1.1' },
  body,
});
const throws = (type: string, message: string, status = 400): RecordedExchange['response'] => ({
  status,
  headers: { 'Content-Type': 'application/x-amz-json-1.1' },
  body: { __type: type, message },
});

const signedIn = answers({
  AuthenticationResult: {
    AccessToken: TOKENS.accessToken,
    ExpiresIn: 3600,
    IdToken: TOKENS.idToken,
    RefreshToken: TOKENS.refreshToken,
    TokenType: 'Bearer',
  },
  ChallengeParameters: {},
});
const sessionExpired = throws(
  'NotAuthorizedException',
  'Invalid session for the user, session is expired.',
);

const atSignIn = { clientId: '1example23456789', username: 'sanne', session: SESSIONS[0] };

const associating = call('AssociateSoftwareToken', { AccessToken: ACCESS_TOKEN });
const associated: RecordedExchange = { ...associating, response: answers({ SecretCode: SECRET }) };
const verifying = (UserCode: string) =>
  call('VerifySoftwareToken', { AccessToken: ACCESS_TOKEN, UserCode });
const preferring = (on: boolean): RecordedExchange => ({
  ...call('SetUserMFAPreference', {
    AccessToken: ACCESS_TOKEN,
    SoftwareTokenMfaSettings: { Enabled: on, PreferredMfa: on },
  }),
  response: answers({}),
});

const associatedAtSignIn: RecordedExchange = {
  ...call('AssociateSoftwareToken', { Session: SESSIONS[0] }),
  response: answers({ SecretCode: SECRET, Session: SESSIONS[1] }),
};
const verifyingAtSignIn = (UserCode: string) =>
  call('VerifySoftwareToken', { Session: SESSIONS[1], UserCode });

const responding = (code: string) =>
  call('RespondToAuthChallenge', {
    ClientId: atSignIn.clientId,
    ChallengeName: 'SOFTWARE_TOKEN_MFA',
    Session: SESSIONS[0],
    ChallengeResponses: { USERNAME: 'sanne', SOFTWARE_TOKEN_MFA_CODE: code },
  });

const gettingUser = call('GetUser', { AccessToken: ACCESS_TOKEN });
const tokenMissing = throws(
  'InvalidParameterException',
  'This exception is thrown when the Amazon Cognito service encounters an invalid parameter.',
);
const user = (...settings: readonly string[]): RecordedExchange => ({
  ...gettingUser,
  response: answers({
    Username: 'sanne',
    UserAttributes: [{ Name: 'email', Value: 'sanne@voorbeeld.example' }],
    ...(settings.length > 0 && { UserMFASettingList: settings, PreferredMfaSetting: settings[0] }),
  }),
});

/** The variables of a page whose session ends once the list has loaded. */
const onlyOnce = (token: string) => {
  const tokens = [token];
  return () => Promise.resolve(tokens.shift());
};

/** A user pool with TOTP, and an app client without a secret. */
export const recording: Recording = {
  preset: 'cognito',
  baseUrl: 'https://cognito-idp.eu-west-1.amazonaws.com',
  issuer: 'ProfiAdviseur',
  account: 'sanne@voorbeeld.example',
  variables: { accessToken: () => Promise.resolve(ACCESS_TOKEN) },
  scenarios: [
    {
      name: 'linking in the settings, a wrong code, then the right one',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [associated], then: { qrCode: { secret: SECRET } } },
        {
          act: 'wrong code',
          exchanges: [
            {
              ...verifying(TYPED.wrongCode),
              response: throws(
                'EnableSoftwareTokenMFAException',
                'Code mismatch and fail enable Software Token MFA',
              ),
              source: WRONG_FIRST_CODE,
            },
          ],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        {
          act: 'right code',
          exchanges: [
            { ...verifying(TYPED.rightCode), response: answers({ Status: 'SUCCESS' }) },
            preferring(true),
          ],
          then: { linked: {} },
        },
      ],
    },
    {
      name: 'linking, with a code that is refused by a successful response',
      tag: 'mfa-enrollment',
      steps: [
        { act: 'open', exchanges: [associated], then: { qrCode: { secret: SECRET } } },
        {
          act: 'wrong code',
          exchanges: [{ ...verifying(TYPED.wrongCode), response: answers({ Status: 'ERROR' }) }],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
      ],
    },
    {
      name: 'linking while signing in, a wrong code, then the right one',
      tag: 'mfa-enrollment',
      variables: atSignIn,
      steps: [
        { act: 'open', exchanges: [associatedAtSignIn], then: { qrCode: { secret: SECRET } } },
        {
          act: 'wrong code',
          exchanges: [
            {
              ...verifyingAtSignIn(TYPED.wrongCode),
              response: throws(
                'EnableSoftwareTokenMFAException',
                'Code mismatch and fail enable Software Token MFA',
              ),
              source: WRONG_FIRST_CODE,
            },
          ],
          then: { error: 'invalid-code', operation: 'confirmEnrollment' },
        },
        {
          act: 'right code',
          exchanges: [
            {
              ...verifyingAtSignIn(TYPED.rightCode),
              response: answers({ Status: 'SUCCESS', Session: SESSIONS[2] }),
            },
            {
              ...call('RespondToAuthChallenge', {
                ClientId: atSignIn.clientId,
                ChallengeName: 'MFA_SETUP',
                Session: SESSIONS[2],
                ChallengeResponses: { USERNAME: 'sanne' },
              }),
              response: signedIn,
            },
          ],
          then: { linked: {} },
          tokens: TOKENS,
        },
      ],
    },
    {
      name: 'linking while signing in, after the sign-in ended',
      tag: 'mfa-enrollment',
      variables: atSignIn,
      steps: [
        { act: 'open', exchanges: [associatedAtSignIn], then: { qrCode: { secret: SECRET } } },
        {
          act: 'right code',
          exchanges: [
            {
              ...verifyingAtSignIn(TYPED.rightCode),
              response: sessionExpired,
              source: SESSION_EXPIRED,
            },
          ],
          then: { error: 'login-expired', operation: 'confirmEnrollment' },
        },
      ],
    },
    {
      name: 'linking where the user pool has no TOTP',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [
            {
              ...associating,
              response: throws(
                'SoftwareTokenMFANotFoundException',
                'Software Token MFA has not been enabled by the userPool',
              ),
              source: GUIDE,
            },
          ],
          then: { error: 'misconfigured', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'linking with an access token that is no longer good',
      tag: 'mfa-enrollment',
      steps: [
        {
          act: 'open',
          exchanges: [
            {
              ...associating,
              response: throws('NotAuthorizedException', 'Invalid Access Token'),
              source: INVALID_TOKEN,
            },
          ],
          then: { error: 'signed-out', operation: 'startEnrollment' },
        },
      ],
    },
    {
      name: 'signing in, a wrong code, one that was used, then the right one',
      tag: 'mfa-challenge',
      variables: atSignIn,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'wrong code',
          exchanges: [
            {
              ...responding(TYPED.wrongCode),
              response: throws('CodeMismatchException', 'Invalid code or auth state for the user.'),
              source: WRONG_CODE,
            },
          ],
          then: { error: 'invalid-code', operation: 'verify' },
        },
        {
          act: 'right code',
          exchanges: [
            {
              ...responding(TYPED.rightCode),
              response: throws(
                'ExpiredCodeException',
                'Your software token has already been used once.',
              ),
              source: CODE_REUSED,
            },
          ],
          then: { error: 'code-reused', operation: 'verify' },
        },
        {
          act: 'right code',
          exchanges: [{ ...responding(TYPED.rightCode), response: signedIn }],
          then: 'verified',
          tokens: TOKENS,
        },
      ],
    },
    {
      name: 'a sign-in that waited too long for its code',
      tag: 'mfa-challenge',
      variables: atSignIn,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            { ...responding(TYPED.rightCode), response: sessionExpired, source: SESSION_EXPIRED },
          ],
          then: { error: 'login-expired', operation: 'verify' },
        },
      ],
    },
    {
      name: 'too many requests, by an exception that is named in full',
      tag: 'mfa-challenge',
      variables: atSignIn,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            {
              ...responding(TYPED.rightCode),
              response: throws(
                'com.amazonaws.cognitoidentityprovider#TooManyRequestsException',
                'This exception is thrown when the user has made too many requests for a given operation.',
              ),
            },
          ],
          then: { error: 'rate-limited', operation: 'verify', retryAfter: 30 },
        },
      ],
    },
    {
      name: 'a code that the firewall of the user pool keeps out',
      tag: 'mfa-challenge',
      variables: atSignIn,
      steps: [
        { act: 'open', exchanges: [], then: 'code asked' },
        {
          act: 'right code',
          exchanges: [
            {
              ...responding(TYPED.rightCode),
              response: throws('ForbiddenException', 'Request not allowed due to WAF block.', 403),
              source: BLOCKED,
            },
          ],
          then: { error: 'forbidden', operation: 'verify' },
        },
      ],
    },
    {
      name: 'unlinking',
      tag: 'mfa-authenticators',
      steps: [
        {
          act: 'open',
          exchanges: [user('SMS_MFA', 'SOFTWARE_TOKEN_MFA')],
          then: { listed: [''] },
        },
        { act: 'unlink', exchanges: [preferring(false), user('SMS_MFA')], then: { listed: [] } },
      ],
    },
    {
      name: 'unlinking, signed out in another tab meanwhile',
      tag: 'mfa-authenticators',
      variables: { accessToken: onlyOnce(ACCESS_TOKEN) },
      steps: [
        { act: 'open', exchanges: [user('SOFTWARE_TOKEN_MFA')], then: { listed: [''] } },
        {
          act: 'unlink',
          exchanges: [
            {
              ...call('SetUserMFAPreference', {
                SoftwareTokenMfaSettings: { Enabled: false, PreferredMfa: false },
              }),
              response: tokenMissing,
            },
          ],
          then: { error: 'signed-out', operation: 'unlinkAuthenticator' },
        },
      ],
    },
    {
      name: 'the linked app of nobody who has a second factor',
      tag: 'mfa-authenticators',
      steps: [{ act: 'open', exchanges: [user()], then: { listed: [] } }],
    },
    {
      name: 'the linked app of nobody who is signed in',
      tag: 'mfa-authenticators',
      variables: {},
      steps: [
        {
          act: 'open',
          exchanges: [
            {
              ...call('GetUser', {}),
              response: tokenMissing,
            },
          ],
          then: { error: 'signed-out', operation: 'listAuthenticators' },
        },
      ],
    },
  ],
};
