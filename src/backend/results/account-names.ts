/** A name, or a function that returns the one of now. */
type Name = string | (() => string | undefined);

/**
 * The names that the authenticator app shows, if the server sends a secret without a URI. A function is called
 * when an enrollment starts, and `undefined` means that there is no name.
 */
export interface AccountNames {
  readonly issuer?: Name;
  readonly account?: Name;
}

/** Returns the name of now. One that is empty is none; a framework removes an attribute with null. */
export function nameOf(name: Name | undefined): string | undefined {
  const now = typeof name === 'function' ? name() : name;
  return now === '' ? undefined : (now ?? undefined);
}
