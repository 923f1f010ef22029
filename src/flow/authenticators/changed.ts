import type { Authenticator } from '../../backend/backend.js';

/** What a person would notice: which apps there are, and what they are called. */
const seen = (authenticators: readonly Authenticator[]): string =>
  JSON.stringify(authenticators.map(({ id, name }) => [id, name]).sort());

/** Whether an app was linked, renamed or taken away between two readings of the list. */
export const authenticatorsChanged = (
  known: readonly Authenticator[],
  read: readonly Authenticator[],
): boolean => seen(known) !== seen(read);
