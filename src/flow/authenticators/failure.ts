import type { MfaError } from '../../backend/mfa-error.js';
import type { AuthenticatorsState, Refreshing, Renaming, Unlinking } from './state.js';
import { endsSignIn } from '../ends-sign-in.js';
import { afterProof, askProof, wantsProof } from '../step-up.js';

/** The change was refused: prove who you are, look at the list again, or be told where you are. */
function afterRefusal(state: Unlinking | Renaming, error: MfaError): AuthenticatorsState {
  if (endsSignIn(error)) return { step: 'failed', error };
  if (wantsProof(error)) return askProof(state, error);
  switch (error.kind) {
    // Removed elsewhere, or perhaps: the list tells (C49, C59).
    case 'not-found':
    case 'unknown-outcome':
      return {
        step: 'refreshing',
        authenticators: state.authenticators,
        outcome: { kind: 'refused', error },
      };
    default:
      return state.step === 'unlinking'
        ? { ...state, step: 'asking', error }
        : { ...state, step: 'editing', error };
  }
}

/** A list that cannot be read again must not make a failure of what was done. */
function afterFailedRefresh(
  { authenticators, outcome }: Refreshing,
  error: MfaError,
): AuthenticatorsState {
  if (outcome.kind === 'refused' || endsSignIn(error)) return { step: 'failed', error };
  return { step: 'listed', authenticators, outcome };
}

/** What follows when the request of a state failed. */
export function afterFailure(state: AuthenticatorsState, error: MfaError): AuthenticatorsState {
  switch (state.step) {
    case 'loading':
      return { step: 'failed', error };
    case 'refreshing':
      return afterFailedRefresh(state, error);
    // Nobody asked to look, so nobody is told that looking failed; the list stays as it was.
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
    case 'linking':
      return state;
  }
}
