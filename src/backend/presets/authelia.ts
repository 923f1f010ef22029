import type { BackendDefinition } from '../definition/definition.js';

const OK = { status: 200, path: '$.status', equals: 'OK' } as const;

/**
 * Authelia 4.39 (read at commit 2357203, 4.39.20 and what came after it until August 2026).
 *
 * Source of every fact: github.com/authelia/authelia, `internal/handlers/handler_register_totp.go`,
 * `handler_sign_totp.go`, `handler_state.go`, `handler_user_info.go`, `types.go`, `const.go`;
 * `internal/middlewares/require_auth.go`, `rate_limiting.go`, `authelia_context.go`;
 * `internal/server/handlers.go`; `internal/model/totp_configuration.go`; `web/src/constants/Routes.ts`.
 *
 * The page provides: `base-url`, the address of Authelia on the page's own origin (its API answers no
 * other: there is no CORS), after the first factor. The session is a cookie; nothing else goes along.
 * Optional, as in Authelia's own address bar: `targetURL` (its `rd`), where the person wanted to go; for
 * OpenID Connect `flow` and `flowID`. The answer to the code then says where to go next.
 *
 * What it cannot do, and why:
 * - Changes need an "elevated session", begun with a one-time code of letters and digits that is mailed.
 *   The tags ask only for the password or a code of the app, so the person is sent to Authelia's own
 *   settings for it. With `elevated_session.skip_second_factor: true` whoever signed in with a code needs
 *   none, so that unlinking stays on the page. What `require_second_factor` asks is a code: that is asked
 *   here.
 * - A refused code has one answer for wrong, used before and a fault inside, and one for a wrong first
 *   code and an enrollment that is over (after ten minutes): both count as a wrong code. Why, the tag
 *   finds out from the secret while linking.
 * - One app without a name. No recovery codes; devices are remembered at the first factor.
 * - Somebody with a security key and no app counts as one who has to link an app.
 */
export const definition = {
  name: 'Authelia',
  variables: {
    targetURL: {
      page: 'where the person wanted to go: `rd` in the address of Authelia',
      optional: true,
    },
    flow: { page: '`flow` in the address of Authelia', optional: true },
    flowID: { page: '`flow_id` in the address of Authelia', optional: true },
  },
  capabilities: { maxAuthenticators: 1, tellsLastUse: true },
  operations: {
    status: {
      steps: [
        { request: 'GET /api/state' },
        {
          when: { path: '$.data.authentication_level', equals: 1 },
          request: 'GET /api/user/info',
        },
      ],
      result: {
        state: {
          $first: [
            { $when: { path: '$.data.has_totp', equals: true }, $value: 'code-required' },
            { $when: { path: '$.data.has_totp', equals: false }, $value: 'enrollment-required' },
            { $when: { path: '$.data.authentication_level', equals: 2 }, $value: 'verified' },
            { $when: { path: '$.data.authentication_level', equals: 0 }, $value: 'signed-out' },
          ],
        },
      },
    },
    startEnrollment: {
      steps: [
        {
          request: 'GET /api/secondfactor/totp/register',
          capture: {
            algorithm: '$.data.algorithm',
            digits: '$.data.length',
            period: '$.data.period',
          },
        },
        {
          request: 'PUT /api/secondfactor/totp/register',
          body: { algorithm: '{algorithm}', length: '{digits}', period: '{period}' },
        },
      ],
      result: { secret: '$.data.base32_secret', otpauthUri: '$.data.otpauth_url' },
    },
    confirmEnrollment: {
      request: 'POST /api/secondfactor/totp/register',
      body: { token: '{code}' },
      success: OK,
      result: { authenticator: { id: 'totp' } },
      errors: [{ status: 403, path: '$.message', kind: 'invalid-code' }],
    },
    cancelEnrollment: { request: 'DELETE /api/secondfactor/totp/register', success: OK },
    verify: {
      request: 'POST /api/secondfactor/totp',
      body: { token: '{code}', targetURL: '{targetURL}', flow: '{flow}', flowID: '{flowID}' },
      success: OK,
      result: { redirectTo: '$.data.redirect' },
      errors: [
        { status: 403, path: '$.message', kind: 'invalid-code' },
        { status: 403, kind: 'login-expired' },
      ],
    },
    listAuthenticators: {
      request: 'GET /api/secondfactor/totp',
      success: [
        { status: 200, path: '$.data.created_at' },
        { status: 404, path: '$.status', equals: 'KO' },
      ],
      result: [
        {
          $when: { status: 200 },
          id: 'totp',
          createdAt: '$.data.created_at',
          lastUsedAt: '$.data.last_used_at',
        },
      ],
    },
    unlinkAuthenticator: { request: 'DELETE /api/secondfactor/totp', success: OK },
    stepUp: {
      request: 'POST /api/secondfactor/totp',
      body: { token: '{code}' },
      success: OK,
      errors: [{ status: 403, path: '$.message', kind: 'invalid-code' }],
    },
  },
  errors: [
    { path: '$.data.first_factor', equals: true, kind: 'signed-out' },
    { path: '$.data.second_factor', equals: true, kind: 'step-up-required', stepUp: ['code'] },
    {
      path: '$.data.elevation',
      equals: true,
      kind: 'redirect-required',
      redirectTo: 'settings/two-factor-authentication',
    },
    // Text in place of JSON: nobody passed the first factor.
    { status: 403, path: '$.message', exists: false, kind: 'signed-out' },
    { redirected: true, kind: 'signed-out' },
  ],
} as const satisfies BackendDefinition;
