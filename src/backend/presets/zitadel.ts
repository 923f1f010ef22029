import type { BackendDefinition } from '../definition/definition.js';

const LINKED = { path: '$.authMethodTypes[*]', equals: 'AUTHENTICATION_METHOD_TYPE_TOTP' } as const;

/** An empty list may be left out; the details of the list are not. */
const METHODS = [
  { status: 200, path: '$.authMethodTypes' },
  { status: 200, path: '$.details' },
] as const;

/** Whoever changed what, and when: with every change. */
const CHANGED = { status: 200, path: '$.details.changeDate' } as const;

/** The session of the sign-in was ended, or has run out. */
const SESSION_OVER = {
  path: '$.details[*].id',
  matches: '^COMMAND-(Hewfq|Hkl3d)$',
  kind: 'login-expired',
} as const;

/**
 * ZITADEL v4, its user and session services v2 over REST.
 *
 * Source of every fact: github.com/zitadel/zitadel, file by file: `proto/zitadel/user/v2/
 * user_service.proto` at c65a679, `proto/zitadel/session/v2/session_service.proto` at 6a36b14,
 * `internal/api/grpc/gerrors/zitadel_errors.go` at b825e59, `internal/command/user_human_otp.go` at
 * 0ccd046, `internal/command/user_human_recovery_codes.go` at ce26c9f and
 * `internal/domain/human_recovery_codes.go` at e36b217, `internal/api/authz/authorization.go` at
 * 0adf159, `permissions.go` beside it at 00457f3, `internal/query/session.go` at a8fdb3d; of a commit
 * that is not known: the lock and the code that was used before (`COMMAND-SF3fg` in
 * `user_human_otp.go`, `TOTP-Auw0a` in `internal/domain/human_otp.go`), `AUTHZ-Kl3p0`
 * (`internal/authz/repository/eventsourcing/eventstore/token_verifier.go`), a session that is over
 * (`internal/command/session_model.go`) and a token that is (`internal/api/authz/context.go`). For a recovery code in a
 * session: the reference of the client io.github.zitadel:client 4.1.2. Fields and enums also in the
 * package @zitadel/proto 1.3.1; examples of answers at zitadel.com/docs/apis/resources.
 * Texts are translated, so errors are told by their ids.
 *
 * The page provides: `base-url`, the address of the instance or of a proxy of the site before it, and as
 * variables `userId` and `accessToken`, an access token of that person for the API of ZITADEL. For a sign-in
 * with pages of one's own also `sessionId`, and `sessionToken` where the version still wants it; the
 * token that replaces it goes to the page in `mfa-tokens`.
 *
 * What it cannot do, and why:
 * - Asking for the status and checking a code need `session.read` and `session.write`, which belong to a
 *   login client. Its token has no place in a browser: the proxy adds it and the page leaves `accessToken` out.
 *   So it is with linking at the first sign-in, where a person's own token says `mfa required`.
 * - A token without the second factor cannot be raised here: sign in anew (`AUTHZ-Kl3p0`).
 * - Beginning anew replaces a secret that was not confirmed. Removing it would also remove one that was
 *   confirmed elsewhere meanwhile: no cancel.
 * - Ten new recovery codes are asked for; an instance that allows fewer (`MaxCount`) refuses them.
 * - A removal asks for no proof. Nothing tells how many recovery codes are left. They are compared as
 *   they are, in a format of the instance's choice: no alphabet.
 * - One app, without a name or dates. Nothing tells when a locked user is unlocked: an administrator does.
 */
export const definition = {
  name: 'ZITADEL',
  headers: { Authorization: 'Bearer {accessToken}' },
  variables: {
    accessToken: {
      page: 'an access token of the person; none where a proxy of the site adds one',
      optional: true,
    },
    userId: { page: 'the id of the user' },
    sessionId: { page: 'the id of the session in which the password was checked' },
    sessionToken: { page: 'the token of that session', optional: true },
  },
  capabilities: { maxAuthenticators: 1 },
  operations: {
    status: {
      steps: [
        {
          request: 'GET /v2/users/{userId}/authentication_methods',
          success: METHODS,
          capture: {
            isLinked: { $when: LINKED, $value: true },
          },
        },
        {
          request: 'GET /v2/sessions/{sessionId}',
          success: { status: 200, path: '$.session' },
          errors: [{ path: '$.details[*].id', equals: 'QUERY-SFeaa', kind: 'signed-out' }],
        },
      ],
      result: {
        state: {
          $first: [
            {
              $when: [
                { path: '$.session.factors.totp.verifiedAt' },
                { path: '$.session.factors.recoveryCode.verifiedAt' },
              ],
              $value: 'verified',
            },
            { $when: { value: '{isLinked}' }, $value: 'code-required' },
            'enrollment-required',
          ],
        },
      },
    },
    startEnrollment: {
      request: 'POST /v2/users/{userId}/totp',
      body: {},
      result: { secret: '$.secret', otpauthUri: '$.uri' },
    },
    confirmEnrollment: {
      request: 'POST /v2/users/{userId}/totp/verify',
      body: { code: '{code}' },
      success: CHANGED,
      result: { authenticator: { id: 'totp' } },
      errors: [{ path: '$.details[*].id', equals: 'COMMAND-3Mif9s', kind: 'enrollment-expired' }],
    },
    verify: {
      request: 'PATCH /v2/sessions/{sessionId}',
      body: { sessionToken: '{sessionToken}', checks: { totp: { code: '{code}' } } },
      success: CHANGED,
      capture: { sessionToken: '$.sessionToken' },
      tokens: { sessionToken: '$.sessionToken' },
      errors: [
        { path: '$.details[*].id', equals: 'COMMAND-3Mif9s', kind: 'not-found' },
        SESSION_OVER,
      ],
    },
    verifyRecoveryCode: {
      request: 'PATCH /v2/sessions/{sessionId}',
      body: {
        sessionToken: '{sessionToken}',
        checks: { recoveryCode: { code: '{recoveryCode}' } },
      },
      success: CHANGED,
      capture: { sessionToken: '$.sessionToken' },
      tokens: { sessionToken: '$.sessionToken' },
      errors: [
        // Not one of the codes, and no codes at all.
        { path: '$.details[*].id', equals: 'DOMAIN-6uvh0', kind: 'invalid-recovery-code' },
        { path: '$.details[*].id', equals: 'COMMAND-84rgg', kind: 'invalid-recovery-code' },
        { path: '$.details[*].id', equals: 'COMMAND-2w6oa', kind: 'locked' },
        SESSION_OVER,
      ],
    },
    listAuthenticators: {
      request: 'GET /v2/users/{userId}/authentication_methods',
      success: METHODS,
      result: [{ $when: LINKED, id: 'totp' }],
    },
    unlinkAuthenticator: {
      request: 'DELETE /v2/users/{userId}/totp',
      success: CHANGED,
      errors: [{ path: '$.details[*].id', equals: 'COMMAND-Hd9sd', kind: 'not-found' }],
    },
    generateRecoveryCodes: {
      steps: [
        // New codes join the old ones, which are to stop working. There may be none.
        {
          request: 'DELETE /v2/users/{userId}/recovery_codes',
          success: [
            CHANGED,
            { status: [400, 404], path: '$.details[*].id', equals: 'COMMAND-84rgg' },
          ],
        },
        { request: 'POST /v2/users/{userId}/recovery_codes', body: { count: 10 } },
      ],
      result: '$.recoveryCodes',
    },
  },
  errors: [
    { path: '$.details[*].id', equals: 'EVENT-8isk2', kind: 'invalid-code' },
    { path: '$.details[*].id', equals: 'TOTP-Auw0a', kind: 'code-reused' },
    { path: '$.details[*].id', equals: 'COMMAND-SF3fg', kind: 'locked' },
    { path: '$.details[*].id', equals: 'COMMAND-do9se', kind: 'already-linked' },
    { path: '$.details[*].id', equals: 'COMMAND-qx4ls', kind: 'already-linked' },
    { path: '$.details[*].id', equals: 'AUTHZ-Kl3p0', kind: 'login-expired' },
    // Whoever has no role at all; a role that will not do is answered with 403.
    { path: '$.details[*].id', equals: 'AUTHZ-cdgFk', kind: 'forbidden' },
    { status: 401, kind: 'signed-out' },
    { status: 403, kind: 'forbidden' },
  ],
} as const satisfies BackendDefinition;
