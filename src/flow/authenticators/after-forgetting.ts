import { idsOf } from './added.js';
import { hasLostCodes } from './has-lost-codes.js';
import type {
  AuthenticatorsState,
  ChangeOutcome,
  EnrollingState,
  HasList,
  UnknownChange,
  Untold,
} from './state.js';

const afterLinking = ({ authenticators, isListOld }: EnrollingState): Untold => ({
  before: idsOf(authenticators),
  ...(isListOld && { isListOld }),
});

const afterUnknownLinking = ({ change, error }: UnknownChange): Untold | undefined =>
  change.step === 'enrolling' && error.kind === 'unknown-outcome'
    ? afterLinking(change)
    : undefined;

/** That codes may be lost is told once more, because nobody may have read it. */
function afterReport(list: HasList, outcome: ChangeOutcome, isShown: boolean): Untold | undefined {
  if (!hasLostCodes(outcome) || (outcome.lostCodes === 'again' && isShown)) return undefined;
  const before = idsOf(list.authenticators);
  return outcome.kind === 'linked'
    ? { isReported: true, before: before.filter((id) => id !== outcome.authenticator.id) }
    : { isReported: true, before, isListOld: true };
}

function untoldOf(state: AuthenticatorsState, isShown: boolean): Untold | undefined {
  switch (state.step) {
    case 'idle':
    case 'loading':
      return state.untold;
    case 'failed':
      return state.untold ?? (state.lookUp && afterUnknownLinking(state.lookUp));
    case 'refreshing':
      return state.outcome.kind === 'unknown'
        ? afterUnknownLinking(state.outcome)
        : afterReport(state, state.outcome, isShown);
    case 'listed':
    case 'rechecking':
      return (
        (state.outcome && afterReport(state, state.outcome, isShown)) ??
        (state.mayBeLinked && { before: idsOf(state.authenticators) })
      );
    // The request is aborted, but the server may have linked the app.
    case 'enrolling':
      return state.mayBeLinked && !state.linked ? afterLinking(state) : undefined;
    default:
      return undefined;
  }
}

/**
 * Returns the state to start from if recovery codes may be lost, which is still to be told. Of anything else, the
 * list itself says what has become of it.
 */
export function afterForgetting(
  state: AuthenticatorsState,
  isShown: boolean,
): AuthenticatorsState | undefined {
  const untold = untoldOf(state, isShown);
  return untold && { step: 'idle', untold };
}
