import type { BackendDefinition } from '../definition/definition.js';

/** Parts of the settings form: an app is linked, or there is one to link. */
const UNLINK = "$.ui.nodes[?@.attributes.name=='totp_unlink']";
const SECRET = "$.ui.nodes[?@.attributes.id=='totp_secret_key']";
const CODES = "$.ui.nodes[?@.attributes.id=='lookup_secret_codes']";

/** Every form has nodes: at least the token against CSRF. */
const FORM = { status: 200, path: '$.ui.nodes[*]' } as const;
const SAVED = { status: 200, path: '$.state', equals: 'success' } as const;
const SIGNED_IN = { status: 200, path: '$.session' } as const;

/**
 * Ory Kratos 26.2.0, its self-service flows for browsers, read as JSON.
 *
 * Source of every fact: github.com/ory/kratos, tag v26.2.0: `selfservice/strategy/{totp,lookup}`
 * (settings, login, nodes, `.schema`, `.snapshots`), `selfservice/flow/{settings,login}` (handler, hook,
 * error), `selfservice/flow/error.go`, `session/manager.go`, `text/{id,message_error}.go`.
 *
 * The page provides: `base-url`, the public address of Kratos; `issuer` and `account`, since Kratos
 * sends the secret without a URI (put there what `totp.config.issuer` and the identity schema say).
 * Cookies are all there is to it: the session of Kratos, from the password on. On another origin: CORS
 * with credentials for it (`serve.public.cors`), on a site that shares the cookies.
 * The methods `totp` and `lookup_secret` have to be enabled. For the ways out below, `allowed-origins`
 * names the origin of Kratos where it is another one.
 *
 * What it cannot do, and why:
 * - A change in a session older than `privileged_session_max_age` goes on at the sign-in page of Kratos
 *   (`session_refresh_required`); Kratos then makes the change by itself and shows its own settings page.
 *   A code that was typed may be too old by then: have people sign in anew ahead of linking.
 * - Without the second factor Kratos may not let the settings be seen; that leads to its own page too
 *   (`session_aal2_required`). So does the first sign-in of somebody whose second factor is a passkey.
 * - Nothing tells how many recovery codes are left without showing them. They are compared as they are,
 *   and an administrator can import any: no alphabet.
 * - One app, without a name or dates. An enrollment that nobody finishes does no harm: no cancel.
 */
export const definition = {
  name: 'Ory Kratos',
  credentials: 'include',
  capabilities: { maxAuthenticators: 1 },
  // Every answer with a flow brings a token against CSRF, good for the next request.
  capture: {
    flow: '$.id',
    csrfToken: "$.ui.nodes[?@.attributes.name=='csrf_token'].attributes.value",
  },
  operations: {
    status: {
      request: 'GET /self-service/login/browser?aal=aal2',
      success: [
        FORM,
        { path: '$.error.id', equals: 'session_already_available' },
        { path: '$.error.id', equals: 'session_aal1_required' },
      ],
      result: {
        state: {
          $first: [
            {
              $when: { path: '$.error.id', equals: 'session_already_available' },
              $value: 'verified',
            },
            {
              $when: { path: '$.error.id', equals: 'session_aal1_required' },
              $value: 'signed-out',
            },
            {
              $when: [
                { path: '$.ui.nodes[*].attributes.name', equals: 'totp_code' },
                { path: '$.ui.nodes[*].attributes.name', equals: 'lookup_secret' },
              ],
              $value: 'code-required',
            },
            'enrollment-required',
          ],
        },
      },
    },
    startEnrollment: {
      request: 'GET /self-service/settings/browser',
      success: { status: 200, path: SECRET },
      result: {
        id: '$.id',
        secret: `${SECRET}.attributes.text.context.secret`,
        expiresAt: '$.expires_at',
      },
      errors: [
        { path: UNLINK, kind: 'already-linked' },
        // Settings without a trace of the app: the method is switched off.
        { status: 200, kind: 'misconfigured' },
      ],
    },
    confirmEnrollment: {
      request: 'POST /self-service/settings?flow={enrollmentId}',
      body: { method: 'totp', totp_code: '{code}', csrf_token: '{csrfToken}' },
      success: SAVED,
      result: { authenticator: { id: 'totp' } },
      errors: [
        { status: [404, 410], kind: 'enrollment-expired' },
        { path: '$.error.id', equals: 'security_identity_mismatch', kind: 'enrollment-expired' },
      ],
    },
    verify: {
      steps: [
        { request: 'GET /self-service/login/browser?aal=aal2' },
        {
          request: 'POST /self-service/login?flow={flow}',
          body: { method: 'totp', totp_code: '{code}', csrf_token: '{csrfToken}' },
          success: SIGNED_IN,
        },
      ],
    },
    verifyRecoveryCode: {
      steps: [
        { request: 'GET /self-service/login/browser?aal=aal2' },
        {
          request: 'POST /self-service/login?flow={flow}',
          body: {
            method: 'lookup_secret',
            lookup_secret: '{recoveryCode}',
            csrf_token: '{csrfToken}',
          },
          success: SIGNED_IN,
        },
      ],
    },
    listAuthenticators: {
      request: 'GET /self-service/settings/browser',
      success: FORM,
      result: [{ $when: { path: UNLINK }, id: 'totp' }],
    },
    unlinkAuthenticator: {
      steps: [
        { request: 'GET /self-service/settings/browser' },
        {
          request: 'POST /self-service/settings?flow={flow}',
          body: { method: 'totp', totp_unlink: true, csrf_token: '{csrfToken}' },
          success: SAVED,
        },
      ],
      errors: [
        // The form offers to link an app again.
        { path: SECRET, kind: 'not-found' },
      ],
    },
    generateRecoveryCodes: {
      steps: [
        { request: 'GET /self-service/settings/browser' },
        {
          request: 'POST /self-service/settings?flow={flow}',
          body: {
            method: 'lookup_secret',
            lookup_secret_regenerate: true,
            csrf_token: '{csrfToken}',
          },
          success: { status: 200, path: CODES },
          capture: {
            codes: { $each: `${CODES}.attributes.text.context.secrets[*].context.secret` },
          },
        },
        {
          request: 'POST /self-service/settings?flow={flow}',
          body: { method: 'lookup_secret', lookup_secret_confirm: true, csrf_token: '{csrfToken}' },
          success: SAVED,
        },
      ],
      result: '{codes}',
    },
  },
  errors: [
    // The ids of messages (text/id.go); the texts beside them are for people.
    { path: '$.ui.nodes[*].messages[*].id', equals: 4000008, kind: 'invalid-code' },
    { path: '$.ui.messages[*].id', equals: 4000008, kind: 'invalid-code' },
    // No app is linked: somebody who has only recovery codes.
    { path: '$.ui.messages[*].id', equals: 4000011, kind: 'invalid-code' },
    // Wrong, used before, and never had any.
    { path: '$.ui.messages[*].id', equals: 4000016, kind: 'invalid-recovery-code' },
    { path: '$.ui.messages[*].id', equals: 4000012, kind: 'invalid-recovery-code' },
    { path: '$.ui.messages[*].id', equals: 4000014, kind: 'invalid-recovery-code' },
    { path: '$.error.id', equals: 'session_inactive', kind: 'signed-out' },
    { path: '$.error.id', equals: 'session_aal1_required', kind: 'login-expired' },
    { path: '$.error.id', equals: 'security_csrf_violation', kind: 'csrf' },
    {
      path: '$.redirect_browser_to',
      kind: 'redirect-required',
      redirectTo: '$.redirect_browser_to',
    },
    { redirected: true, kind: 'signed-out' },
  ],
} as const satisfies BackendDefinition;
