import type { Authenticator, StepUpInput } from '../backend/backend.js';
import type { MfaError, StepUpProof } from '../backend/mfa-error.js';
import { endsSignIn } from './ends-sign-in.js';
import type { Ask, Flow, Told } from './flow-controller.js';
import { requiredProofs } from './required-proofs.js';

interface Listed {
  readonly authenticators: readonly Authenticator[];
}

interface Unlinking extends Listed {
  /** The app whose link is to go. */
  readonly target: Authenticator;
}

/** The linked apps, by what the person sees. */
export type AuthenticatorsState =
  | { readonly step: 'idle' }
  | { readonly step: 'loading' }
  | { readonly step: 'failed'; readonly error: MfaError }
  /** The list; `unlinked` was just removed, `error` is why something could not be done. */
  | ({
      readonly step: 'listed';
      readonly unlinked?: Authenticator;
      readonly error?: MfaError;
    } & Listed)
  /** "Are you sure?"; `error` is why it could not be done just now. */
  | ({ readonly step: 'asking'; readonly error?: MfaError } & Unlinking)
  | ({ readonly step: 'unlinking' } & Unlinking)
  /** The server wants to know once more who is there. */
  | ({
      readonly step: 'proving';
      readonly proofs: readonly StepUpProof[];
      readonly error?: MfaError;
    } & Unlinking)
  | ({
      readonly step: 'checking-proof';
      readonly proofs: readonly StepUpProof[];
      readonly proof: StepUpInput;
    } & Unlinking)
  /** Read again from the server after a change; nothing is taken off the list before it says so. */
  | ({
      readonly step: 'refreshing';
      readonly unlinked?: Authenticator;
      readonly error?: MfaError;
    } & Listed);

/** What can happen to the list. */
export type AuthenticatorsEvent =
  | { readonly type: 'loaded'; readonly authenticators: readonly Authenticator[] }
  | { readonly type: 'choose'; readonly id: string }
  | { readonly type: 'cancel' }
  | { readonly type: 'unlink' }
  | { readonly type: 'unlinked' }
  | { readonly type: 'submit-proof'; readonly proof: StepUpInput }
  | { readonly type: 'proved' };

function afterRefusedUnlink(
  { authenticators, target }: Unlinking,
  error: MfaError,
): AuthenticatorsState {
  switch (error.kind) {
    case 'step-up-required':
      return { step: 'proving', authenticators, target, proofs: requiredProofs(error) };
    // Removed elsewhere, or perhaps: the list tells (C49, C59).
    case 'not-found':
    case 'unknown-outcome':
      return { step: 'refreshing', authenticators, error };
    default:
      return { step: 'asking', authenticators, target, error };
  }
}

/** The server said that the link is gone, so it is off the list before that is read again. */
const afterUnlinking = ({ authenticators, target }: Unlinking): AuthenticatorsState => ({
  step: 'refreshing',
  authenticators: authenticators.filter(({ id }) => id !== target.id),
  unlinked: target,
});

/** A list that cannot be read again must not make a failure of what was done. */
function afterFailedRefresh(
  { authenticators, unlinked }: Extract<AuthenticatorsState, { step: 'refreshing' }>,
  error: MfaError,
): AuthenticatorsState {
  if (!unlinked || endsSignIn(error)) return { step: 'failed', error };
  return { step: 'listed', authenticators, unlinked };
}

function afterFailure(state: AuthenticatorsState, error: MfaError): AuthenticatorsState {
  switch (state.step) {
    case 'loading':
      return { step: 'failed', error };
    case 'refreshing':
      return afterFailedRefresh(state, error);
    case 'unlinking':
      return endsSignIn(error) ? { step: 'failed', error } : afterRefusedUnlink(state, error);
    case 'checking-proof': {
      const { authenticators, target, proofs } = state;
      return endsSignIn(error)
        ? { step: 'failed', error }
        : { step: 'proving', authenticators, target, proofs, error };
    }
    case 'idle':
    case 'failed':
    case 'listed':
    case 'asking':
    case 'proving':
      return state;
  }
}

function afterLoad(
  state: AuthenticatorsState,
  authenticators: readonly Authenticator[],
): AuthenticatorsState {
  if (state.step === 'loading') return { step: 'listed', authenticators };
  if (state.step !== 'refreshing') return state;
  const { unlinked, error } = state;
  return {
    step: 'listed',
    authenticators,
    ...(unlinked && { unlinked }),
    ...(error && { error }),
  };
}

function choose(state: AuthenticatorsState, id: string): AuthenticatorsState {
  if (state.step !== 'listed') return state;
  const target = state.authenticators.find((authenticator) => authenticator.id === id);
  return target ? { step: 'asking', authenticators: state.authenticators, target } : state;
}

function transition(
  state: AuthenticatorsState,
  event: Told<AuthenticatorsEvent>,
): AuthenticatorsState {
  switch (event.type) {
    case 'start':
      return state.step === 'idle' || state.step === 'failed' ? { step: 'loading' } : state;
    case 'loaded':
      return afterLoad(state, event.authenticators);
    case 'choose':
      return choose(state, event.id);
    case 'cancel':
      return state.step === 'asking' || state.step === 'proving'
        ? { step: 'listed', authenticators: state.authenticators }
        : state;
    case 'unlink':
      return state.step === 'asking'
        ? { step: 'unlinking', authenticators: state.authenticators, target: state.target }
        : state;
    case 'unlinked':
      return state.step === 'unlinking' ? afterUnlinking(state) : state;
    case 'submit-proof':
      if (state.step !== 'proving') return state;
      return {
        step: 'checking-proof',
        authenticators: state.authenticators,
        target: state.target,
        proofs: state.proofs,
        proof: event.proof,
      };
    // The person confirmed the removal already: once proven, it goes on by itself.
    case 'proved':
      return state.step === 'checking-proof'
        ? { step: 'unlinking', authenticators: state.authenticators, target: state.target }
        : state;
    case 'failed':
      return afterFailure(state, event.error);
  }
}

function effect(state: AuthenticatorsState, ask: Ask): Promise<AuthenticatorsEvent> | undefined {
  switch (state.step) {
    case 'loading':
    case 'refreshing':
      return ask('listAuthenticators').then((authenticators) => ({
        type: 'loaded',
        authenticators,
      }));
    case 'unlinking':
      return ask('unlinkAuthenticator', { authenticatorId: state.target.id }).then(() => ({
        type: 'unlinked',
      }));
    case 'checking-proof':
      return ask('stepUp', state.proof).then(() => ({ type: 'proved' }));
    case 'idle':
    case 'failed':
    case 'listed':
    case 'asking':
    case 'proving':
      return undefined;
  }
}

/** The linked apps and taking a link away: ask, prove if the server wants it, remove, list again. */
export const authenticatorsFlow: Flow<AuthenticatorsState, AuthenticatorsEvent> = {
  initial: { step: 'idle' },
  transition,
  effect,
};
