import type { BackendDefinition } from '../definition/definition.js';

const LINKED =
  "$[?@.factorType=='token:software:totp' && @.provider=='GOOGLE' && @.status=='ACTIVE']";

/**
 * Okta, its Factors API (Management API 2026.06.3), behind a proxy of the site's own.
 *
 * The Factors API takes a token of an administrator, which must never reach a browser. `base-url` is
 * therefore a path of the site's own server that stands for
 * `https://{yourOktaDomain}/api/v1/users/{id of whoever is signed in}`. That server
 * - finds out from its own session whose id that is (never from the request), and answers 401 by itself
 *   when it is nobody's;
 * - lets through `GET` and `POST /factors` (of the body nothing but `factorType` and `provider`),
 *   `POST /factors/{id}/lifecycle/activate`, `POST /factors/{id}/verify` and `DELETE /factors/{id}`, and
 *   nothing else;
 * - adds `Authorization: SSWS …` (or a token with `okta.users.manage`), drops the browser's cookies, and
 *   hands status, JSON, `X-Rate-Limit-Reset` and `Date` back as they are (on another origin: exposed);
 * - leaves `sharedSecret` and `_links` out of what `GET /factors` answers, which shows them of an app
 *   that is not linked yet;
 * - counts a sign-in as complete only when `verify` answered it `SUCCESS`, and lets only such a session
 *   link or unlink: Okta itself asks nobody anything here;
 * - guards its own requests against forgery (C45), as it does elsewhere.
 *
 * Source of every fact: github.com/okta/okta-management-openapi-spec (commit fdda229),
 * `dist/2026.06.3/management-minimal.yaml`, operations listFactors, enrollFactor, activateFactor,
 * verifyFactor and unenrollFactor with their examples; developer.okta.com/docs/reference/rl-best-practices
 * for `X-Rate-Limit-Reset`; github.com/okta/okta-sdk-java/issues/640 for what a wrong code answers;
 * developer.okta.com/docs/reference/api/factors for what is linked already (shown there for phones; that
 * apps have the same answer is unverified).
 *
 * The page provides: `issuer`, because Okta sends a secret and a picture but no otpauth URI.
 *
 * What it cannot do, and why:
 * - No status, no step-up: which step is due, and whether somebody proved enough, only the proxy knows.
 * - Apps of the kind "Google Authenticator" only, one, without a name; Okta Verify is not linked so.
 * - An enrollment that is not finished cannot be canceled: Okta lists no such step for it.
 * - No recovery codes. Five tries in five minutes, then 429.
 */
export const definition = {
  name: 'Okta (Factors API, through a proxy)',
  capabilities: { maxAuthenticators: 1 },
  operations: {
    startEnrollment: {
      request: 'POST /factors',
      body: { factorType: 'token:software:totp', provider: 'GOOGLE' },
      result: {
        id: '$.id',
        secret: '$._embedded.activation.sharedSecret',
        account: '$.profile.credentialId',
        period: '$._embedded.activation.timeStep',
      },
    },
    confirmEnrollment: {
      request: 'POST /factors/{enrollmentId}/lifecycle/activate',
      body: { passCode: '{code}' },
      success: { status: 200, path: '$.status', equals: 'ACTIVE' },
      result: { authenticator: { id: '$.id', createdAt: '$.created' } },
      errors: [{ status: 404, kind: 'enrollment-expired' }],
    },
    verify: {
      steps: [
        {
          request: 'GET /factors',
          success: { status: 200, path: LINKED },
          capture: {
            factorId: `${LINKED}.id`,
          },
          errors: [{ status: 200, kind: 'not-found' }],
        },
        {
          request: 'POST /factors/{factorId}/verify',
          body: { passCode: '{code}' },
          success: { status: 200, path: '$.factorResult', equals: 'SUCCESS' },
          errors: [
            { path: '$.factorResult', equals: 'PASSCODE_REPLAYED', kind: 'code-reused' },
            { path: '$.factorResult', equals: 'TIME_WINDOW_EXCEEDED', kind: 'invalid-code' },
            { path: '$.factorResult', equals: 'FAILED', kind: 'invalid-code' },
          ],
        },
      ],
    },
    listAuthenticators: {
      request: 'GET /factors',
      result: {
        $each: LINKED,
        $as: { id: '$.id', createdAt: '$.created' },
      },
    },
    unlinkAuthenticator: {
      request: 'DELETE /factors/{authenticatorId}',
      success: { status: 204 },
    },
  },
  errors: [
    { path: '$.errorCode', equals: 'E0000068', kind: 'invalid-code' },
    {
      path: '$.errorCauses[0].errorSummary',
      equals: 'A factor of this type is already set up.',
      kind: 'already-linked',
    },
    { status: 401, kind: 'signed-out' },
    { redirected: true, kind: 'signed-out' },
    { path: '$.errorCode', equals: 'E0000006', kind: 'forbidden' },
    { path: '$.errorCode', equals: 'E0000007', kind: 'not-found' },
    {
      status: 429,
      kind: 'rate-limited',
      retryAfter: { header: 'X-Rate-Limit-Reset', unit: 'epoch' },
    },
  ],
} as const satisfies BackendDefinition;
