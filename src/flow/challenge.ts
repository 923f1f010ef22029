import type { MfaState, Verification } from '../backend/backend.js';
import type { MfaError } from '../backend/mfa-error.js';
import { endsSignIn } from './ends-sign-in.js';
import type { Ask, Flow, Told } from './flow-controller.js';

/** What a person can sign in with: the code from the app, or one of the codes kept for losing it. */
export type ChallengeProof = 'code' | 'recovery-code';

/** Proving it is you at sign-in, by what the person sees. */
export type ChallengeState =
  | { readonly step: 'idle' }
  /** A code is awaited; `error` says why the last one was refused. */
  | { readonly step: 'asking'; readonly proof: ChallengeProof; readonly error?: MfaError }
  | { readonly step: 'verifying'; readonly proof: ChallengeProof; readonly code: string }
  /** The answer was lost: whether the code arrived is asked of the server, never guessed. */
  | { readonly step: 'rechecking'; readonly proof: ChallengeProof; readonly error: MfaError }
  | { readonly step: 'verified'; readonly verification: Verification }
  | { readonly step: 'failed'; readonly error: MfaError };

/** What can happen while a code is asked. */
export type ChallengeEvent =
  | { readonly type: 'choose-proof'; readonly proof: ChallengeProof }
  | { readonly type: 'submit'; readonly code: string }
  | { readonly type: 'verified'; readonly verification: Verification }
  | { readonly type: 'rechecked'; readonly state: MfaState };

function afterFailure(state: ChallengeState, error: MfaError): ChallengeState {
  switch (state.step) {
    case 'verifying':
      if (endsSignIn(error)) return { step: 'failed', error };
      return error.kind === 'unknown-outcome'
        ? { step: 'rechecking', proof: state.proof, error }
        : { step: 'asking', proof: state.proof, error };
    case 'rechecking':
      return { step: 'asking', proof: state.proof, error: state.error };
    case 'idle':
    case 'asking':
    case 'verified':
    case 'failed':
      return state;
  }
}

function transition(state: ChallengeState, event: Told<ChallengeEvent>): ChallengeState {
  switch (event.type) {
    case 'start':
      return state.step === 'idle' ? { step: 'asking', proof: 'code' } : state;
    case 'choose-proof':
      return state.step === 'asking' ? { step: 'asking', proof: event.proof } : state;
    case 'submit':
      return state.step === 'asking'
        ? { step: 'verifying', proof: state.proof, code: event.code }
        : state;
    case 'verified':
      return state.step === 'verifying'
        ? { step: 'verified', verification: event.verification }
        : state;
    case 'rechecked':
      if (state.step !== 'rechecking') return state;
      return event.state === 'verified'
        ? { step: 'verified', verification: {} }
        : { step: 'asking', proof: state.proof, error: state.error };
    case 'failed':
      return afterFailure(state, event.error);
  }
}

function effect(state: ChallengeState, ask: Ask): Promise<ChallengeEvent> | undefined {
  switch (state.step) {
    case 'verifying':
      return (
        state.proof === 'code'
          ? ask('verify', { code: state.code })
          : ask('verifyRecoveryCode', { recoveryCode: state.code })
      ).then((verification) => ({ type: 'verified', verification }));
    case 'rechecking':
      return ask('status').then((status) => ({ type: 'rechecked', state: status.state }));
    case 'idle':
    case 'asking':
    case 'verified':
    case 'failed':
      return undefined;
  }
}

/** The code at sign-in, or a recovery code when the phone is lost. */
export const challengeFlow: Flow<ChallengeState, ChallengeEvent> = {
  initial: { step: 'idle' },
  transition,
  effect,
};
