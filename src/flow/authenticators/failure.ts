import type { MfaError } from '../../backend/mfa-error.js';
import type {
  AuthenticatorsState,
  UnknownChange,
  RefreshingState,
  RenamingState,
  UnlinkingState,
} from './state.js';
import { endsSignIn } from '../../backend/error-kinds.js';
import { signInEndedBy } from '../sign-in-ended-by.js';
import { afterProof, askProof, wantsProof } from '../step-up.js';

/** The list is loaded again: it shows what became of the change (C49). */
export const afterUnknown = (
  change: UnknownChange['change'],
  error: MfaError,
): RefreshingState => ({
  step: 'refreshing',
  authenticators: change.authenticators,
  outcome: { kind: 'unknown', error, change },
});

/** The change was refused: step up, load the list again, or show the error where the change began. */
function afterRefusal(state: UnlinkingState | RenamingState, error: MfaError): AuthenticatorsState {
  if (endsSignIn(error)) return { step: 'failed', error };
  if (wantsProof(error)) return askProof(state, error);
  switch (error.kind) {
    // The app was, or may have been, removed elsewhere: the list shows which (C49, C59).
    case 'not-found':
    case 'unknown-outcome':
      return afterUnknown(state, error);
    default:
      return state.step === 'unlinking'
        ? { ...state, step: 'asking', error }
        : { ...state, step: 'editing', error };
  }
}

/** If the list cannot be loaded again after a change that succeeded, the change is still shown. */
function afterFailedRefresh(
  { authenticators, outcome }: RefreshingState,
  error: MfaError,
): AuthenticatorsState {
  if (outcome.kind === 'unknown') {
    const stays = outcome.error.kind === 'unknown-outcome' ? outcome.error : error;
    return {
      step: 'failed',
      error: signInEndedBy(outcome.error, error) ?? stays,
      lookUp: outcome,
    };
  }
  if (outcome.kind === 'refused' || endsSignIn(error)) return { step: 'failed', error };
  return { step: 'listed', authenticators, outcome };
}

/** Returns the state after the request of a step has failed. */
export function afterFailure(state: AuthenticatorsState, error: MfaError): AuthenticatorsState {
  switch (state.step) {
    case 'loading':
      return { step: 'failed', error, ...(state.untold && { untold: state.untold }) };
    case 'refreshing':
      return afterFailedRefresh(state, error);
    // The person did not start this, so its failure is not shown and the list stays as it was.
    case 'rechecking':
      return endsSignIn(error) ? { step: 'failed', error } : { ...state, step: 'listed' };
    case 'unlinking':
    case 'renaming':
      return afterRefusal(state, error);
    case 'proving':
    case 'checking-proof':
      return afterProof(state, { type: 'failed', error });
    case 'idle':
    case 'failed':
    case 'listed':
    case 'asking':
    case 'editing':
    case 'enrolling':
      return state;
  }
}
