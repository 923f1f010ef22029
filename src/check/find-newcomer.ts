import type { Ledger } from './ledger.js';
import type { Visitor } from './walk-options.js';

/** The id of an app that was not there before, where it can be known. */
export async function findNewcomer(
  { before }: Ledger,
  { backend }: Visitor,
): Promise<string | undefined> {
  const apps = await backend.listAuthenticators?.().catch(() => []);
  return apps?.find(({ id }) => before && !before.includes(id))?.id;
}
