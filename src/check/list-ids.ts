import type { MfaBackend } from '../backend/backend.js';

/** The ids of the linked apps. */
export async function listIds(
  backend: Pick<Required<MfaBackend>, 'listAuthenticators'>,
): Promise<readonly string[]> {
  return (await backend.listAuthenticators()).map(({ id }) => id);
}
