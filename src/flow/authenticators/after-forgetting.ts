import { MfaError } from '../../backend/mfa-error.js';
import { afterUnknown } from './failure.js';
import { hasLostCodes } from './has-lost-codes.js';
import type { AuthenticatorsState, RefreshingState } from './state.js';

/** Returns what is told, or is to be looked up, as a state that loads the list before it tells it again. */
function refreshingOf(state: AuthenticatorsState): RefreshingState | undefined {
  switch (state.step) {
    case 'refreshing':
      return state;
    case 'listed':
    case 'rechecking': {
      const { authenticators, outcome } = state;
      return outcome && { step: 'refreshing', authenticators, outcome };
    }
    case 'failed':
      return state.lookUp && afterUnknown(state.lookUp.change, state.lookUp.error);
    // The request is aborted, but the server may have linked the app.
    case 'enrolling':
      return state.mayBeLinked && !state.linked
        ? afterUnknown(state, new MfaError('unknown-outcome', 'The page was left meanwhile.'))
        : undefined;
    default:
      return undefined;
  }
}

const mayHaveLostCodes = ({ outcome }: RefreshingState): boolean =>
  outcome.kind === 'unknown' ? outcome.change.step === 'enrolling' : hasLostCodes(outcome);

/**
 * Returns the state to start from if recovery codes may be lost, which is still to be told. Of anything else, the
 * list itself says what has become of it.
 */
export function afterForgetting(state: AuthenticatorsState): AuthenticatorsState | undefined {
  const untold = refreshingOf(state);
  return untold && mayHaveLostCodes(untold) ? { step: 'idle', untold } : undefined;
}
