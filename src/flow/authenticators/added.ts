import type { Authenticator } from '../../backend/backend.js';
import { pickLostCodes } from './has-lost-codes.js';
import type { ChangeOutcome, LostCodes, Untold } from './state.js';

/** Returns the ids of the apps on a list. */
export const idsOf = (authenticators: readonly Authenticator[]): readonly string[] =>
  authenticators.map(({ id }) => id);

/** Returns the apps on a list that were not on it before. */
export const added = (
  authenticators: readonly Authenticator[],
  before: readonly string[],
): readonly Authenticator[] => authenticators.filter(({ id }) => !before.includes(id));

/**
 * Returns how an app that is new on the list is told, if there is one. One that another tab may have linked is
 * not told as this one.
 */
export function tellAdded(
  authenticators: readonly Authenticator[],
  { before, isListOld }: Pick<Untold, 'before' | 'isListOld'>,
  lostCodes: LostCodes | undefined,
): ChangeOutcome | undefined {
  const [linked, ...others] = added(authenticators, before);
  if (!linked) return undefined;
  const lost = pickLostCodes(lostCodes);
  return isListOld || others.length > 0
    ? { kind: 'changed-elsewhere', ...lost }
    : { kind: 'linked', authenticator: linked, ...lost };
}

/** Returns how lost recovery codes are told after everything was forgotten, if they are. */
export function tellUntold(
  authenticators: readonly Authenticator[],
  untold: Untold,
): ChangeOutcome | undefined {
  if (!untold.isReported) return tellAdded(authenticators, untold, true);
  return (
    tellAdded(authenticators, untold, 'again') ?? { kind: 'changed-elsewhere', lostCodes: 'again' }
  );
}
