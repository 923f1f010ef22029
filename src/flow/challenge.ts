import type { MfaOperation, MfaState, Verification } from '../backend/backend.js';
import { MfaError, type MfaErrorKind } from '../backend/mfa-error.js';
import { endsSignIn } from '../backend/error-kinds.js';
import { notDone } from '../backend/unknown-outcome.js';
import { endedSignIn } from './ended-sign-in.js';
import { FEW_RECOVERY_CODES } from '../otp/recovery-code.js';
import type { Flow, FlowInput, RequestOperation } from './flow-controller.js';
import { refuseCode, type RefusalReason, type RefusedCodes } from './refused-codes.js';

/** The kind of code that a sign-in accepts: one of the app, or a recovery code. */
export type ChallengeProof = 'code' | 'recovery-code';

/** The part of a state that stays from one attempt to the next. */
interface CodeEntry {
  readonly proof: ChallengeProof;
  /** The person wants this device to need no code for a time. */
  readonly rememberDevice?: boolean | undefined;
  /** The codes of the app that were refused so far. Secret. */
  readonly refused?: RefusedCodes | undefined;
  /** A code of which it is unknown whether it was accepted. Secret. */
  readonly lost?: string | undefined;
}

/** The states of {@link challengeFlow}, named by what the person sees. */
export type ChallengeState =
  | { readonly step: 'idle' }
  /** Waits for a code. `error` is how the last one was refused, `reason` why, if that is known. */
  | (CodeEntry & {
      readonly step: 'asking';
      readonly error?: MfaError;
      readonly reason?: RefusalReason | undefined;
    })
  | (CodeEntry & { readonly step: 'verifying'; readonly code: string })
  /** The outcome is unknown. The server reports which step is due; this is never guessed. */
  | (CodeEntry & { readonly step: 'rechecking'; readonly error: MfaError })
  /** Signed in, with new recovery codes that are shown only once. Secret. */
  | {
      readonly step: 'new-recovery-codes';
      readonly verification: Verification;
      readonly codes: readonly string[];
    }
  /** Signed in with a recovery code, and few are left: the person reads that before going on. */
  | {
      readonly step: 'few-recovery-codes';
      readonly verification: Verification;
      readonly left: number;
    }
  | { readonly step: 'verified'; readonly verification: Verification }
  | { readonly step: 'failed'; readonly error: MfaError };

/** The events of {@link challengeFlow}. */
export type ChallengeEvent =
  | { readonly type: 'choose-proof'; readonly proof: ChallengeProof }
  | { readonly type: 'remember-device'; readonly remember: boolean }
  | { readonly type: 'submit'; readonly code: string }
  | { readonly type: 'verified'; readonly verification: Verification }
  /** The step that is due; absent if the backend does not tell. */
  | { readonly type: 'rechecked'; readonly state?: MfaState }
  /** The person has stored the new recovery codes, or has read that few are left. */
  | { readonly type: 'continue' };

const pickEntry = ({ proof, rememberDevice, refused, lost }: CodeEntry): CodeEntry => ({
  proof,
  rememberDevice,
  refused,
  lost,
});

/** The app was unlinked meanwhile: a new sign-in shows what is due now. */
const noAppLinked = ({ facts }: MfaError): MfaError =>
  new MfaError('login-expired', 'There is no app any more to sign in with.', facts);

/** Nobody was signed in yet: what has ended is the sign-in between password and code. */
const signInExpired = ({ facts }: MfaError): MfaError =>
  new MfaError('login-expired', 'The backend says that nobody is signing in.', facts);

type RecheckingState = Extract<ChallengeState, { step: 'rechecking' }>;

/** The outcome stays unknown, unless one of the two responses says that the sign-in is over. */
function afterFailedRecheck(state: RecheckingState, error: MfaError): ChallengeState {
  const ended = endedSignIn(state.error, error);
  if (ended) return { step: 'failed', error: signInExpired(ended) };
  return { ...pickEntry(state), step: 'asking', error: state.error };
}

/** The server has said which step is due. If it is still the code, the code did not arrive. */
function afterRecheck(state: RecheckingState, due: MfaState | undefined): ChallengeState {
  switch (due) {
    case undefined:
      return afterFailedRecheck(state, state.error);
    case 'verified':
      return { step: 'verified', verification: {} };
    case 'code-required': {
      const error = notDone(state.error);
      return endsSignIn(error)
        ? { step: 'failed', error }
        : { ...pickEntry(state), step: 'asking', error };
    }
    case 'enrollment-required':
      return { step: 'failed', error: noAppLinked(state.error) };
    case 'signed-out':
      return {
        step: 'failed',
        error: signInExpired(state.error),
      };
  }
}

/** The refusals of a code that was accepted before. */
const USED: readonly MfaErrorKind[] = ['code-reused', 'invalid-code', 'invalid-recovery-code'];

function afterRefusedCode(
  state: Extract<ChallengeState, { step: 'verifying' }>,
  error: MfaError,
): ChallengeState {
  if (endsSignIn(error)) return { step: 'failed', error };
  if (error.kind === 'not-found') return { step: 'failed', error: noAppLinked(error) };
  if (error.kind === 'unknown-outcome') {
    return { ...pickEntry(state), step: 'rechecking', error, lost: state.code };
  }
  const entry = {
    ...pickEntry(state),
    ...(state.proof === 'code' && refuseCode(state.code, error, state.refused)),
  };
  // The last look-up may have come too soon: this code may have signed the person in since.
  return state.code === state.lost && USED.includes(error.kind)
    ? { ...pickEntry(entry), step: 'rechecking', error, lost: undefined }
    : { ...entry, step: 'asking', error };
}

function afterFailure(state: ChallengeState, error: MfaError): ChallengeState {
  switch (state.step) {
    case 'verifying':
      return afterRefusedCode(state, error);
    case 'rechecking':
      return afterFailedRecheck(state, error);
    case 'idle':
    case 'asking':
    case 'new-recovery-codes':
    case 'few-recovery-codes':
    case 'verified':
    case 'failed':
      return state;
  }
}

/** If there are new codes, they are shown in place of the step "few codes left". */
function afterSuccess({ recoveryCodes: codes, ...verification }: Verification): ChallengeState {
  if (codes?.length) return { step: 'new-recovery-codes', verification, codes };
  const left = verification.recoveryCodesLeft;
  return left !== undefined && left <= FEW_RECOVERY_CODES
    ? { step: 'few-recovery-codes', verification, left }
    : { step: 'verified', verification };
}

function transition(state: ChallengeState, event: FlowInput<ChallengeEvent>): ChallengeState {
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
        ? { ...pickEntry(state), step: 'verifying', code: event.code }
        : state;
    case 'verified':
      return state.step === 'verifying' ? afterSuccess(event.verification) : state;
    case 'rechecked':
      return state.step === 'rechecking' ? afterRecheck(state, event.state) : state;
    case 'continue':
      return state.step === 'few-recovery-codes' || state.step === 'new-recovery-codes'
        ? { step: 'verified', verification: state.verification }
        : state;
    case 'failed':
      return afterFailure(state, event.error);
  }
}

function effect(
  state: ChallengeState,
  request: RequestOperation,
  offers: (operation: MfaOperation) => boolean,
): Promise<ChallengeEvent> | undefined {
  switch (state.step) {
    case 'verifying':
      return (
        state.proof === 'code'
          ? request('verify', {
              code: state.code,
              ...(state.rememberDevice && { rememberDevice: true }),
            })
          : request('verifyRecoveryCode', { recoveryCode: state.code })
      ).then((verification) => ({ type: 'verified', verification }));
    case 'rechecking':
      return offers('status')
        ? request('status').then((status) => ({ type: 'rechecked', state: status.state }))
        : Promise.resolve({ type: 'rechecked' });
    case 'idle':
    case 'asking':
    case 'new-recovery-codes':
    case 'few-recovery-codes':
    case 'verified':
    case 'failed':
      return undefined;
  }
}

/**
 * Asks for the code at sign-in, or for a recovery code if the phone is lost, and verifies it.
 *
 * @example
 * ```ts
 * const flow = new FlowController(host, challengeFlow);
 * flow.dispatch({ type: 'start' }); // asking
 * flow.dispatch({ type: 'submit', code: '123456' }); // verifying, then verified
 * ```
 */
export const challengeFlow: Flow<ChallengeState, ChallengeEvent> = {
  initial: { step: 'idle' },
  transition,
  effect,
};
