import type { BackendDefinition } from '../definition/definition.js';

/** Its sign-in, which does an action of the application on the way. */
const AUTHORIZE =
  '/protocol/openid-connect/auth?response_type=code&scope=openid{&client_id,redirect_uri,state,code_challenge,code_challenge_method}';

/**
 * Keycloak 26: its Account REST API, and its own pages for what that API does not do.
 *
 * Source of every fact: github.com/keycloak/keycloak,
 * `services/src/main/java/org/keycloak/services/resources/account/AccountCredentialResource.java` (commit
 * 12987d6); read in earlier versions: `AccountLoader.java` beside it,
 * `…/authentication/requiredactions/` (`UpdateTotp.java`, `RecoveryAuthnCodesAction.java`,
 * `DeleteCredentialAction.java`), `…/models/Constants.java` for `kc_action`,
 * `…/representations/idm/CredentialRepresentation.java` and `…/utils/CredentialHelper.java`.
 *
 * The page provides: `base-url`, the address of the realm (`https://…/realms/{realm}`), and in its
 * property `variables`
 * - `accessToken`: an access token for the audience `account` with the role `manage-account`; where it can run
 *   out, a function that renews it. The page's origin is among the web origins of its client;
 * - `client_id` and `redirect_uri`: of the page's client, and where Keycloak leads back to, with
 *   `kc_action_status` in the address;
 * - optional `state`, `code_challenge` and `code_challenge_method`, for a page that takes the code that
 *   comes back. A page with keycloak-js cancels `mfa-navigate` and calls `login({ action })` in its place.
 *
 * What it cannot do, and why:
 * - Linking, unlinking and new recovery codes happen on Keycloak's own pages, which sign the person in
 *   again where that is asked: the API links nothing, and what it has for unlinking is deprecated.
 * - The code at sign-in belongs to Keycloak's own sign-in pages, so there is nothing to challenge with,
 *   and no status.
 * - Recovery codes need the feature `recovery-codes`. How many are left is not told in one place.
 * - A name in place of the old one: the answer is empty, so that the row shows no date until it is listed
 *   again.
 */
export const definition = {
  name: 'Keycloak',
  credentials: 'omit',
  headers: { Authorization: 'Bearer {accessToken}' },
  variables: {
    accessToken: { page: 'an access token for the audience "account"' },
    client_id: { page: 'the id of the client of this page' },
    redirect_uri: { page: 'where Keycloak leads back to; registered with the client' },
    state: { page: 'the state of OpenID Connect', optional: true },
    code_challenge: { page: 'the code challenge of PKCE', optional: true },
    code_challenge_method: { page: 'its method: S256', optional: true },
  },
  operations: {
    startEnrollment: { navigate: `${AUTHORIZE}&kc_action=CONFIGURE_TOTP` },
    listAuthenticators: {
      request: 'GET /account/credentials?type=otp',
      result: {
        $each: '$[*].userCredentialMetadatas[*].credential',
        $as: {
          id: '$.id',
          name: '$.userLabel',
          // Of an app that another directory keeps, Keycloak does not know since when.
          createdAt: {
            $when: { path: '$.id', matches: '^(?!otp-id$)' },
            $value: { $milliseconds: '$.createdDate' },
          },
        },
      },
    },
    renameAuthenticator: {
      request: 'PUT /account/credentials/{authenticatorId}/label',
      body: '{name}',
      success: { status: 204 },
      result: { id: '{authenticatorId}', name: '{name}' },
      errors: [{ status: 404, kind: 'not-found' }],
    },
    unlinkAuthenticator: {
      navigate: `${AUTHORIZE}&kc_action=delete_credential:{authenticatorId}`,
    },
    generateRecoveryCodes: {
      navigate: `${AUTHORIZE}&kc_action=CONFIGURE_RECOVERY_AUTHN_CODES`,
    },
  },
  errors: [
    { status: 401, kind: 'signed-out' },
    { status: 403, kind: 'forbidden' },
  ],
} as const satisfies BackendDefinition;
