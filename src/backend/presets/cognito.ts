import type { BackendDefinition } from '../definition/definition.js';

const TOKENS = {
  accessToken: '$.AuthenticationResult.AccessToken',
  idToken: '$.AuthenticationResult.IdToken',
  refreshToken: '$.AuthenticationResult.RefreshToken',
} as const;

/** Signed in; otherwise one more challenge follows, of another kind. */
const SIGNED_IN = { status: 200, path: '$.AuthenticationResult' } as const;

/** An empty object, of the service itself: nothing between it and the page has this type. */
const PREFERRED = {
  status: 200,
  header: 'Content-Type',
  startsWith: 'application/x-amz-json-',
  not: { path: '$.*' },
} as const;

/**
 * Amazon Cognito user pools, API version 2016-04-18, for an app client without a secret.
 *
 * Source of every fact: aws/api-models-aws at 56c8953, `cognito-identity-provider/service/2016-04-18/`
 * (requests, answers, exceptions); the guide
 * docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-totp.html;
 * aws-amplify/amplify-js at 36e3ce1, `packages/auth/src/providers/cognito/utils/signInHelpers.ts`
 * (`handleMFASetupChallenge`),
 * `packages/auth/src/foundation/factories/serviceClients/cognitoIdentityProvider/shared/serde/createUserPoolSerializer.ts`,
 * and `packages/core/src/clients/serde/json.ts` (how `__type` is read). The texts by which a session
 * that ended and a code that was used are known: aws-amplify/amplify-js issues 6461 and 2824, and
 * aws-amplify/amplify-swift, `MFATests/MFASignInTests.swift` of its integration tests.
 *
 * The page provides: `base-url`, `https://cognito-idp.<region>.amazonaws.com`; `issuer` and `account`,
 * which the service does not give; and as `variables`
 * - in an account's settings: `accessToken`, a function that gives the access token, with the scope
 *   `aws.cognito.signin.user.admin`;
 * - at sign-in, in place of that: `clientId`, `username` (`USER_ID_FOR_SRP` where the answer has it)
 *   and `session`, out of the answer with the challenge. `SOFTWARE_TOKEN_MFA`: put up `mfa-challenge`;
 *   `MFA_SETUP`: `mfa-enrollment`. A new sign-in needs a new tag or new `variables`: the session goes
 *   on with every answer, and the newest counts.
 * Tokens after a sign-in come in the event `mfa-tokens`. No cookies; browsers may ask from any origin,
 * as aws-amplify does.
 *
 * What it cannot do, and why:
 * - An app client with a secret: its `SECRET_HASH` cannot be made without telling the page the secret.
 * - The service does not say which step is due: the answer with the challenge does, to the page.
 * - Unlinking turns the app off; only an administrator can remove its secret. That the service refuses
 *   it where the pool demands a second step is unverified.
 * - One app, without a name or a date in the list. A new one takes the place of the old one.
 * - Recovery codes and renaming: it has none. Remembering a device is a protocol of its own.
 * - A sign-in lasts three minutes, unless the app client has another `AuthSessionValidity`.
 * - No step-up: an access token is enough for everything. Nothing to call off: what is not confirmed
 *   does no harm. No answer says how long to wait.
 */
export const definition = {
  name: 'Amazon Cognito',
  headers: { 'Content-Type': 'application/x-amz-json-1.1' },
  variables: {
    accessToken: { page: 'the access token of who is signed in', optional: true },
    clientId: { page: 'the id of the app client, at sign-in', optional: true },
    username: { page: 'who is signing in', optional: true },
    session: { page: 'Session in the answer with the challenge, at sign-in', optional: true },
  },
  capture: { session: '$.Session' },
  capabilities: { maxAuthenticators: 1 },
  operations: {
    startEnrollment: {
      request: 'POST /',
      headers: { 'X-Amz-Target': 'AWSCognitoIdentityProviderService.AssociateSoftwareToken' },
      body: { AccessToken: '{accessToken}', Session: '{session}' },
      result: { secret: '$.SecretCode' },
    },
    confirmEnrollment: {
      steps: [
        {
          request: 'POST /',
          headers: { 'X-Amz-Target': 'AWSCognitoIdentityProviderService.VerifySoftwareToken' },
          body: {
            AccessToken: '{accessToken}',
            Session: '{session}',
            UserCode: '{code}',
            FriendlyDeviceName: '{name}',
          },
          success: { status: 200, path: '$.Status', equals: 'SUCCESS' },
          errors: [{ path: '$.Status', equals: 'ERROR', kind: 'invalid-code' }],
        },
        {
          when: { value: '{accessToken}' },
          request: 'POST /',
          headers: { 'X-Amz-Target': 'AWSCognitoIdentityProviderService.SetUserMFAPreference' },
          body: {
            AccessToken: '{accessToken}',
            SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
          },
          success: PREFERRED,
        },
        {
          // Only at sign-in is there a session to go on with.
          when: { path: '$.Session' },
          request: 'POST /',
          headers: { 'X-Amz-Target': 'AWSCognitoIdentityProviderService.RespondToAuthChallenge' },
          body: {
            ClientId: '{clientId}',
            ChallengeName: 'MFA_SETUP',
            Session: '{session}',
            ChallengeResponses: { USERNAME: '{username}' },
          },
          success: SIGNED_IN,
        },
      ],
      tokens: TOKENS,
      result: { authenticator: { id: 'totp' } },
    },
    verify: {
      request: 'POST /',
      headers: { 'X-Amz-Target': 'AWSCognitoIdentityProviderService.RespondToAuthChallenge' },
      body: {
        ClientId: '{clientId}',
        ChallengeName: 'SOFTWARE_TOKEN_MFA',
        Session: '{session}',
        ChallengeResponses: { USERNAME: '{username}', SOFTWARE_TOKEN_MFA_CODE: '{code}' },
      },
      success: SIGNED_IN,
      tokens: TOKENS,
      errors: [
        { path: '$.message', contains: 'already been used', kind: 'code-reused' },
        { path: '$.__type', matches: '\\bNotAuthorizedException\\b', kind: 'login-expired' },
      ],
    },
    listAuthenticators: {
      request: 'POST /',
      headers: { 'X-Amz-Target': 'AWSCognitoIdentityProviderService.GetUser' },
      body: { AccessToken: '{accessToken}' },
      // Without an app there is no list of settings.
      success: { status: 200, path: '$.Username' },
      result: [
        {
          $when: { path: '$.UserMFASettingList[*]', equals: 'SOFTWARE_TOKEN_MFA' },
          id: 'totp',
        },
      ],
      errors: [{ status: 400, value: '{accessToken}', exists: false, kind: 'signed-out' }],
    },
    unlinkAuthenticator: {
      request: 'POST /',
      headers: { 'X-Amz-Target': 'AWSCognitoIdentityProviderService.SetUserMFAPreference' },
      body: {
        AccessToken: '{accessToken}',
        SoftwareTokenMfaSettings: { Enabled: false, PreferredMfa: false },
      },
      success: PREFERRED,
      errors: [{ status: 400, value: '{accessToken}', exists: false, kind: 'signed-out' }],
    },
  },
  // The name of an exception may stand behind that of its service and a "#".
  errors: [
    {
      path: '$.__type',
      matches: '\\b(CodeMismatch|ExpiredCode|EnableSoftwareTokenMFA)Exception\\b',
      kind: 'invalid-code',
    },
    { path: '$.message', startsWith: 'Invalid session for the user', kind: 'login-expired' },
    {
      path: '$.__type',
      matches: '\\b(NotAuthorized|UserNotFound|UserNotConfirmed|PasswordResetRequired)Exception\\b',
      kind: 'signed-out',
    },
    { path: '$.__type', matches: '\\bTooManyRequestsException\\b', kind: 'rate-limited' },
    { path: '$.__type', matches: '\\bSoftwareTokenMFANotFoundException\\b', kind: 'misconfigured' },
    // The firewall of the user pool.
    { path: '$.__type', matches: '\\bForbiddenException\\b', kind: 'forbidden' },
  ],
} as const satisfies BackendDefinition;
