import type { MfaTokensEvent, Variables } from 'mfa-elements';

/** Any tag of this library that speaks with a backend, such as `mfa-login`. */
type Tag = HTMLElement & { variables?: Variables };

/** What the password brought, and where to get a token as long as the code brought none. */
export interface FirstStep {
  /** Known when the page is made. */
  readonly tenant: string;
  /** Has to be asked for, and is another one after a while. */
  readonly getToken: () => Promise<string>;
}

/**
 * Gives tags the variables that their definition names, such as
 *
 *     "headers": { "X-Tenant": "{tenant}", "Authorization": "Bearer {accessToken}" },
 *     "variables": {
 *       "tenant": { "page": "the name of the customer" },
 *       "accessToken": { "page": "a token of the session, best as a function" }
 *     }
 *
 * and keeps the tokens that a right code brings (`"tokens": { "accessToken": "$.access_token" }`) for
 * what comes after: in memory only, where no other script and no next visitor finds them.
 *
 * @returns The token of this moment, for the page's own requests.
 */
export function shareSession(tags: readonly Tag[], { tenant, getToken }: FirstStep) {
  let accessToken: string | undefined;
  const variables: Variables = {
    tenant,
    // Asked at each request, so it is never older than that.
    accessToken: async () => accessToken ?? (await getToken()),
  };
  const keep = ({ detail }: MfaTokensEvent): void => {
    accessToken = detail.tokens.accessToken ?? accessToken;
  };
  for (const tag of tags) {
    tag.variables = variables;
    // At the tag itself: this event holds secrets, so it goes no further.
    tag.addEventListener('mfa-tokens', keep);
  }
  return () => accessToken;
}
