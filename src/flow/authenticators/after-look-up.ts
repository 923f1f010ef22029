import type { Authenticator } from '../../backend/backend.js';
import { endsSignIn, ERROR_KINDS } from '../../backend/error-kinds.js';
import { MfaError } from '../../backend/mfa-error.js';
import { notDone } from '../../backend/unknown-outcome.js';
import { idsOf, tellAdded } from './added.js';
import type { AuthenticatorsState, ChangeOutcome, RenamingState, UnknownChange } from './state.js';

/** A server may store a name in another Unicode form, or with other spaces. */
const stored = (name = ''): string => name.normalize().trim().replaceAll(/\s+/g, ' ');

const isSameName = (one: string | undefined, other: string | undefined): boolean =>
  stored(one) === stored(other);

/**
 * Returns whether an app has been renamed. A name counts as changed unless it is the old one, because a server
 * may store it in another form than it was typed.
 */
export const isRenamed = (
  { name }: Authenticator,
  change: Pick<RenamingState, 'target' | 'name'>,
): boolean => isSameName(name, change.name) || !isSameName(name, change.target.name);

/**
 * Returns the state after the list was loaded to see what became of a change: the list decides (C49, C59).
 *
 * @param authenticators The list as it is now.
 * @param unknown The change, with the list as it was before.
 */
export function afterLookUp(
  authenticators: readonly Authenticator[],
  { change, error: reported }: UnknownChange,
): AuthenticatorsState {
  const isGone = reported.kind === 'not-found';
  const error = isGone
    ? new MfaError('unexpected', 'The list has the app that is said to be gone.')
    : notDone(reported);

  const listed = (outcome: ChangeOutcome): AuthenticatorsState => ({
    step: 'listed',
    authenticators,
    outcome,
  });
  const refused = (): AuthenticatorsState =>
    endsSignIn(error) ? { step: 'failed', error } : listed({ kind: 'refused', error });

  if (change.step === 'enrolling') {
    const before = idsOf(change.authenticators);
    const mayBeLinked = reported.kind === 'unknown-outcome' ? true : undefined;
    const linked = tellAdded(authenticators, { ...change, before }, mayBeLinked);
    if (linked) return listed(linked);
    // Who links another app here is signed in.
    const next = ERROR_KINDS[error.kind].refusesEnrollment
      ? listed({ kind: 'refused', error: new MfaError('limit-reached', error.message) })
      : refused();
    // The list may have been loaded too soon.
    return next.step === 'listed' && mayBeLinked ? { ...next, mayBeLinked } : next;
  }
  const target = authenticators.find(({ id }) => id === change.target.id);
  if (change.step === 'unlinking') {
    if (target) return refused();
    return listed(
      isGone
        ? { kind: 'refused', error: reported }
        : { kind: 'unlinked', authenticator: change.target },
    );
  }
  if (!target) {
    const gone = new MfaError('not-found', 'The app is not on the list any more.');
    return listed({ kind: 'refused', error: gone });
  }
  if (isRenamed(target, change)) {
    return listed({ kind: 'renamed', authenticator: target });
  }
  return endsSignIn(error)
    ? { step: 'failed', error }
    : { step: 'editing', authenticators, target, name: change.name, error };
}
