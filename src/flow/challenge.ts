import type { MfaState, Verification } from '../backend/backend.js';
import { MfaError } from '../backend/mfa-error.js';
import { endsSignIn } from './ends-sign-in.js';
import type { Ask, Flow, Told } from './flow-controller.js';
import { refuseCode, type RefusalReason, type RefusedCodes } from './refused-codes.js';

/** What a person can sign in with: the code from the app, or one of the codes kept for losing it. */
export type ChallengeProof = 'code' | 'recovery-code';

/** What every step in which a code is asked remembers. */
interface Asking {
  readonly proof: ChallengeProof;
  /** The person wants this device to need no code for a time. */
  readonly rememberDevice?: boolean | undefined;
  /** The codes from the app that were refused so far. Secret. */
  readonly refused?: RefusedCodes | undefined;
}

/** Proving it is you at sign-in, by what the person sees. */
export type ChallengeState =
  | { readonly step: 'idle' }
  /** A code is awaited; `error` says how the last one was refused, `reason` why, where it is known. */
  | (Asking & {
      readonly step: 'asking';
      readonly error?: MfaError;
      readonly reason?: RefusalReason | undefined;
    })
  | (Asking & { readonly step: 'verifying'; readonly code: string })
  /** The answer was lost: whether the code arrived is asked of the server, never guessed. */
  | (Asking & { readonly step: 'rechecking'; readonly error: MfaError })
  /** Signed in, and given new recovery codes for the only time. Secret. */
  | {
      readonly step: 'new-recovery-codes';
      readonly verification: Verification;
      readonly codes: readonly string[];
    }
  /** Signed in with a recovery code of which few are left: to be seen before going on. */
  | {
      readonly step: 'few-recovery-codes';
      readonly verification: Verification;
      readonly left: number;
    }
  | { readonly step: 'verified'; readonly verification: Verification }
  | { readonly step: 'failed'; readonly error: MfaError };

/** What can happen while a code is asked. */
export type ChallengeEvent =
  | { readonly type: 'choose-proof'; readonly proof: ChallengeProof }
  | { readonly type: 'remember-device'; readonly remember: boolean }
  | { readonly type: 'submit'; readonly code: string }
  | { readonly type: 'verified'; readonly verification: Verification }
  | { readonly type: 'rechecked'; readonly state: MfaState }
  /** The person has kept the new recovery codes, or seen that few are left. */
  | { readonly type: 'continue' };

/** From how few recovery codes on a person is told to make new ones. */
const FEW_RECOVERY_CODES = 3;

/** What stays from one try to the next. */
const kept = ({ proof, rememberDevice, refused }: Asking): Asking => ({
  proof,
  rememberDevice,
  refused,
});

/** The app was unlinked meanwhile: signing in again tells what is due now. */
const nothingToSignInWith = ({ facts }: MfaError): MfaError =>
  new MfaError('login-expired', 'There is no app any more to sign in with.', facts);

function afterFailure(state: ChallengeState, error: MfaError): ChallengeState {
  switch (state.step) {
    case 'verifying':
      if (endsSignIn(error)) return { step: 'failed', error };
      if (error.kind === 'not-found') return { step: 'failed', error: nothingToSignInWith(error) };
      if (error.kind === 'unknown-outcome') return { ...kept(state), step: 'rechecking', error };
      return {
        ...kept(state),
        step: 'asking',
        error,
        ...(state.proof === 'code' && refuseCode(state.code, error, state.refused)),
      };
    case 'rechecking':
      return { ...kept(state), step: 'asking', error: state.error };
    case 'idle':
    case 'asking':
    case 'new-recovery-codes':
    case 'few-recovery-codes':
    case 'verified':
    case 'failed':
      return state;
  }
}

/** New codes say by themselves how many there are. */
function afterSuccess({ recoveryCodes: codes, ...verification }: Verification): ChallengeState {
  if (codes?.length) return { step: 'new-recovery-codes', verification, codes };
  const left = verification.recoveryCodesLeft;
  return left !== undefined && left <= FEW_RECOVERY_CODES
    ? { step: 'few-recovery-codes', verification, left }
    : { step: 'verified', verification };
}

function transition(state: ChallengeState, event: Told<ChallengeEvent>): ChallengeState {
  switch (event.type) {
    case 'start':
      return state.step === 'idle' ? { step: 'asking', proof: 'code' } : state;
    case 'choose-proof':
      if (state.step !== 'asking') return state;
      return { step: 'asking', proof: event.proof, rememberDevice: state.rememberDevice };
    case 'remember-device':
      return state.step === 'asking' ? { ...state, rememberDevice: event.remember } : state;
    case 'submit':
      return state.step === 'asking'
        ? { ...kept(state), step: 'verifying', code: event.code }
        : state;
    case 'verified':
      return state.step === 'verifying' ? afterSuccess(event.verification) : state;
    case 'rechecked':
      if (state.step !== 'rechecking') return state;
      return event.state === 'verified'
        ? { step: 'verified', verification: {} }
        : { ...kept(state), step: 'asking', error: state.error };
    case 'continue':
      return state.step === 'few-recovery-codes' || state.step === 'new-recovery-codes'
        ? { step: 'verified', verification: state.verification }
        : state;
    case 'failed':
      return afterFailure(state, event.error);
  }
}

function effect(state: ChallengeState, ask: Ask): Promise<ChallengeEvent> | undefined {
  switch (state.step) {
    case 'verifying':
      return (
        state.proof === 'code'
          ? ask('verify', {
              code: state.code,
              ...(state.rememberDevice && { rememberDevice: true }),
            })
          : ask('verifyRecoveryCode', { recoveryCode: state.code })
      ).then((verification) => ({ type: 'verified', verification }));
    case 'rechecking':
      return ask('status').then((status) => ({ type: 'rechecked', state: status.state }));
    case 'idle':
    case 'asking':
    case 'new-recovery-codes':
    case 'few-recovery-codes':
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
