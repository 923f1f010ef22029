import type { Authenticator } from '../../backend/backend.js';
import type { AuthenticatorsState, Listed, Renaming, Unlinking } from './state.js';
import { authenticatorsChanged } from './changed.js';

type Open = Extract<
  AuthenticatorsState,
  { step: 'listed' | 'refreshing' | 'rechecking' | 'editing' }
>;

/**
 * Whether the list takes a press on any row. A list that is on its way is then dropped, and so is a
 * name that was being typed: the person went on to something else.
 */
export const isOpen = (state: AuthenticatorsState): state is Open =>
  ['listed', 'refreshing', 'rechecking', 'editing'].includes(state.step);

const find = ({ authenticators }: Listed, wanted: string) =>
  authenticators.find(({ id }) => id === wanted);

/** The list came: for the first time, after a change here, or after a look whether it changed. */
export function afterLoad(
  state: AuthenticatorsState,
  authenticators: readonly Authenticator[],
): AuthenticatorsState {
  switch (state.step) {
    case 'loading':
      return { step: 'listed', authenticators };
    case 'refreshing':
      return { step: 'listed', authenticators, outcome: state.outcome };
    case 'rechecking':
      return authenticatorsChanged(state.authenticators, authenticators)
        ? { step: 'listed', authenticators, outcome: { kind: 'changed-elsewhere' } }
        : { ...state, step: 'listed', authenticators };
    default:
      return state;
  }
}

/** The server said that the link is gone, so it is off the list before that is read again. */
export const afterUnlinking = ({ authenticators, target }: Unlinking): AuthenticatorsState => ({
  step: 'refreshing',
  authenticators: authenticators.filter(({ id }) => id !== target.id),
  outcome: { kind: 'unlinked', authenticator: target },
});

/** The name is the one that the server gave back, whatever was typed; what it left out stays. */
export const afterRenaming = (
  { authenticators, target }: Renaming,
  authenticator: Authenticator,
): AuthenticatorsState => ({
  step: 'listed',
  authenticators: authenticators.map((one) =>
    one.id === target.id ? { ...one, ...authenticator } : one,
  ),
  outcome: { kind: 'renamed', authenticator },
});

/** Asks whether the link with an app is to go. */
export function choose(state: Open, id: string): AuthenticatorsState {
  const { authenticators } = state;
  const target = find(state, id);
  return target ? { step: 'asking', authenticators, target } : state;
}

/** Puts a field in place of an app's name. */
export function edit(state: Open, id: string): AuthenticatorsState {
  const { authenticators } = state;
  const target = find(state, id);
  return target ? { step: 'editing', authenticators, target, name: target.name ?? '' } : state;
}

/** A name that stays as it is asks nothing of the server. */
export function rename(
  { authenticators, target }: Extract<AuthenticatorsState, { step: 'editing' }>,
  name: string,
): AuthenticatorsState {
  return name === target.name
    ? { step: 'listed', authenticators }
    : { step: 'renaming', authenticators, target, name };
}

/** A name that was typed is still there after the proof was called off. */
export function cancel(state: AuthenticatorsState): AuthenticatorsState {
  switch (state.step) {
    case 'asking':
    case 'editing':
      return { step: 'listed', authenticators: state.authenticators };
    case 'proving':
      return state.next.step === 'renaming'
        ? { ...state.next, step: 'editing' }
        : { step: 'listed', authenticators: state.next.authenticators };
    default:
      return state;
  }
}

/** Back to the list, which is read again when it grew. */
export function closeLink({
  authenticators,
  linked,
}: Extract<AuthenticatorsState, { step: 'linking' }>): AuthenticatorsState {
  return linked
    ? { step: 'refreshing', authenticators, outcome: { kind: 'linked', authenticator: linked } }
    : { step: 'listed', authenticators };
}
