import type { Authenticator } from '../../backend/backend.js';
import { MfaError } from '../../backend/mfa-error.js';
import { unknownOutcome } from '../../backend/unknown-outcome.js';
import { afterLookUp, isRenamed } from './after-look-up.js';
import { added, idsOf, tellUntold } from './added.js';
import { afterUnknown } from './failure.js';
import { hasLostCodes, pickLostCodes } from './has-lost-codes.js';
import type {
  AuthenticatorsState,
  ChangeOutcome,
  EnrollingState,
  HasList,
  LoadingState,
  RecheckingState,
  RefreshingState,
  RenamingState,
  UnknownChange,
  UnlinkingState,
} from './state.js';

type EditingState = Extract<AuthenticatorsState, { step: 'editing' }>;
type OpenState = Extract<
  AuthenticatorsState,
  { step: 'listed' | 'refreshing' | 'rechecking' | 'editing' }
>;

/** Returns the change whose outcome is being looked up, if there is one. */
export const lookedUpChange = (state: AuthenticatorsState): UnknownChange | undefined =>
  state.step === 'refreshing' && state.outcome.kind === 'unknown' ? state.outcome : undefined;

/**
 * Returns the name that is being changed, with its app. It is until the outcome is known, also while that cannot
 * be looked up: what was typed since stays.
 */
export function nameChange(state: AuthenticatorsState): EditingState | RenamingState | undefined {
  if (state.step === 'editing' || state.step === 'renaming') return state;
  const { change } = (state.step === 'failed' ? state.lookUp : lookedUpChange(state)) ?? {};
  return change?.step === 'renaming' ? change : undefined;
}

/**
 * Returns true if the list accepts an action on any row. Starting another action discards a pending
 * reload and an unsaved name, but never the look-up of an unknown outcome (C49).
 */
export const isOpen = (state: AuthenticatorsState): state is OpenState =>
  ['listed', 'refreshing', 'rechecking', 'editing'].includes(state.step) && !lookedUpChange(state);

const find = ({ authenticators }: HasList, wanted: string) =>
  authenticators.find(({ id }) => id === wanted);

/**
 * The part of the list that the person sees: which apps there are, and their names.
 *
 * @param linked The id of the app that was just linked. The response that says so may have no name for it.
 */
const visiblePart = (authenticators: readonly Authenticator[], linked?: string): string =>
  JSON.stringify(authenticators.map(({ id, name }) => [id, id === linked ? '' : name]).sort());

/** Loads the list, or looks up again what became of a change if that has failed, or is still to be told. */
export function start(state: AuthenticatorsState): AuthenticatorsState {
  if (state.step !== 'idle' && state.step !== 'failed') return state;
  return state.step === 'failed' && state.lookUp
    ? afterUnknown(state.lookUp.change, state.lookUp.error)
    : { step: 'loading', ...(state.untold && { untold: state.untold }) };
}

/** Tells what was still to be told before everything was forgotten. If the list does not show it, a later one may. */
function afterFirstLoad(
  { untold }: LoadingState,
  authenticators: readonly Authenticator[],
): AuthenticatorsState {
  if (!untold) return { step: 'listed', authenticators };
  const outcome = tellUntold(authenticators, untold);
  return { step: 'listed', authenticators, ...(outcome ? { outcome } : { mayBeLinked: true }) };
}

/**
 * The list decides, also against the response that said that an app was linked or unlinked. It may give an app that
 * was linked another id than that response.
 */
function afterRefresh(
  { outcome, authenticators: before }: RefreshingState,
  authenticators: readonly Authenticator[],
): AuthenticatorsState {
  if (outcome.kind === 'unknown') return afterLookUp(authenticators, outcome);
  const listed = (reported: ChangeOutcome): AuthenticatorsState => ({
    step: 'listed',
    authenticators,
    outcome: reported,
  });
  if (outcome.kind === 'unlinked' && find({ authenticators }, outcome.authenticator.id)) {
    const error = new MfaError('unexpected', 'The list has the app that is said to be unlinked.');
    return listed({ kind: 'refused', error });
  }
  const isGone =
    outcome.kind === 'linked' &&
    !find({ authenticators }, outcome.authenticator.id) &&
    added(authenticators, idsOf(before)).length === 0;
  return listed(
    isGone ? { kind: 'changed-elsewhere', ...pickLostCodes(outcome.lostCodes) } : outcome,
  );
}

/** Recovery codes that were lost before are still told of. If an app is new, some may be lost only now. */
function changedElsewhere(
  { outcome, mayBeLinked, authenticators: before }: RecheckingState,
  authenticators: readonly Authenticator[],
): AuthenticatorsState {
  const isAdded = added(authenticators, idsOf(before)).length > 0;
  const reportedBefore = outcome && hasLostCodes(outcome) ? outcome.lostCodes : undefined;
  const lostNow = isAdded ? mayBeLinked : undefined;
  return {
    step: 'listed',
    authenticators,
    outcome: { kind: 'changed-elsewhere', ...pickLostCodes(reportedBefore ?? lostNow) },
    ...(!isAdded && mayBeLinked && { mayBeLinked }),
  };
}

function afterRecheck(
  state: RecheckingState,
  authenticators: readonly Authenticator[],
): AuthenticatorsState {
  const { outcome } = state;
  const linked = outcome?.kind === 'linked' ? outcome.authenticator.id : undefined;
  const isSame = visiblePart(state.authenticators, linked) === visiblePart(authenticators, linked);
  return isSame
    ? { ...state, step: 'listed', authenticators }
    : changedElsewhere(state, authenticators);
}

/** The list was loaded: for the first time, after a change, or to check for changes elsewhere. */
export function afterLoad(
  state: AuthenticatorsState,
  authenticators: readonly Authenticator[],
): AuthenticatorsState {
  switch (state.step) {
    case 'loading':
      return afterFirstLoad(state, authenticators);
    case 'refreshing':
      return afterRefresh(state, authenticators);
    case 'rechecking':
      return afterRecheck(state, authenticators);
    default:
      return state;
  }
}

/** The server has confirmed, so the app leaves the list before that is loaded again. */
export const afterUnlinking = ({
  authenticators,
  target,
}: UnlinkingState): AuthenticatorsState => ({
  step: 'refreshing',
  authenticators: authenticators.filter(({ id }) => id !== target.id),
  outcome: { kind: 'unlinked', authenticator: target },
});

/**
 * The name is the one that the server returned. What the server omits keeps its value, and the id too. If that
 * is the old name, the response contradicts itself, and the list decides.
 */
export function afterRenaming(state: RenamingState, returned: Authenticator): AuthenticatorsState {
  const { authenticators, target } = state;
  const { id } = target;
  if (!isRenamed(returned, state)) {
    const old = new MfaError('unexpected', 'The app that is said to be renamed has its old name.');
    return afterUnknown(state, unknownOutcome('renameAuthenticator', old));
  }
  return {
    step: 'listed',
    authenticators: authenticators.map((one) =>
      one.id === id ? { ...one, ...returned, id } : one,
    ),
    outcome: { kind: 'renamed', authenticator: { ...returned, id } },
  };
}

/** Asks the person to confirm that the app is to be unlinked. */
export function confirmUnlink(state: OpenState, id: string): AuthenticatorsState {
  const { authenticators } = state;
  const target = find(state, id);
  return target ? { step: 'asking', authenticators, target } : state;
}

/** Shows a field in place of the name of an app. */
export function edit(state: OpenState, id: string): AuthenticatorsState {
  const { authenticators } = state;
  const target = find(state, id);
  return target ? { step: 'editing', authenticators, target, name: target.name ?? '' } : state;
}

/** If the name has not changed, no request is sent. */
export function rename(
  { authenticators, target }: EditingState,
  name: string,
): AuthenticatorsState {
  return name === target.name
    ? { step: 'listed', authenticators }
    : { step: 'renaming', authenticators, target, name };
}

/** If the step-up for a new name is canceled, the name that was typed is still in the field. */
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

/** Returns to the list, and loads it again: an enrollment that was canceled may have been completed elsewhere. */
export function closeEnrollment({
  authenticators,
  linked,
  mayBeLinked,
}: EnrollingState): AuthenticatorsState {
  if (!linked) {
    return { step: 'rechecking', authenticators, ...(mayBeLinked && { mayBeLinked }) };
  }
  return {
    step: 'refreshing',
    // Also if the list cannot be loaded.
    authenticators: [...authenticators.filter(({ id }) => id !== linked.id), linked],
    outcome: { kind: 'linked', authenticator: linked },
  };
}
