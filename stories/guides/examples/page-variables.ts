import type { MfaTokensEvent, Variables } from 'mfa-elements';

/** An element of this library that uses a backend, such as `mfa-login`. */
type MfaElement = HTMLElement & { variables?: Variables };

/** The result of the sign-in with the password, and the token until the code returns another. */
export interface FirstStep {
  /** Known when the page is rendered. */
  readonly tenant: string;
  /** Fetches a token, which changes after a while. */
  readonly getToken: () => Promise<string>;
}

/**
 * Sets the variables that the definition of the elements needs, such as
 *
 *     "headers": { "X-Tenant": "{tenant}", "Authorization": "Bearer {accessToken}" },
 *     "variables": {
 *       "tenant": { "page": "the name of the customer" },
 *       "accessToken": { "page": "a token of the session, best as a function" }
 *     }
 *
 * and stores the tokens that a correct code returns (`"tokens": { "accessToken": "$.access_token" }`), in
 * memory only, where no other script and no later visitor finds them.
 *
 * @returns A function that returns the current token, for the page's own requests.
 */
export function shareSession(elements: readonly MfaElement[], { tenant, getToken }: FirstStep) {
  let accessToken: string | undefined;
  const variables: Variables = {
    tenant,
    // Called for each request, so the token is never out of date.
    accessToken: async () => accessToken ?? (await getToken()),
  };
  const store = ({ detail }: MfaTokensEvent): void => {
    accessToken = detail.tokens.accessToken ?? accessToken;
  };
  for (const element of elements) {
    element.variables = variables;
    // On the element itself: the event contains secrets, so it does not bubble.
    element.addEventListener('mfa-tokens', store);
  }
  return () => accessToken;
}
