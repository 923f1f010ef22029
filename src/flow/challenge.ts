import type { MfaOperation, MfaState, Verification } from '../backend/backend.js';
import { MfaError, type MfaErrorKind } from '../backend/mfa-error.js';
import { endsSignIn } from '../backend/error-kinds.js';
import { notDone } from '../backend/unknown-outcome.js';
import { signInEndedBy } from './sign-in-ended-by.js';
import { FEW_RECOVERY_CODES } from '../otp/few-recovery-codes.js';
import type { Flow, FlowInput, RequestOperation } from './flow-controller.js';
import { refuseCode, type RefusalReason, type RefusedCodes } from './refused-codes.js';

/** The kind of code that a sign-in accepts: one of the app, or a recovery code. */
export type ChallengeProof = 'code' | 'recovery-code';

interface HasDoubt {
  /**
   * A code may have signed the person in, without a response that says so. The look-up of that code may come too
   * soon, so only the look-up of a later one decides. With `recovery-code`, new recovery codes may be lost.
   */
  readonly mayBeVerifiedBy?: ChallengeProof | undefined;
}

/** The part of a state that stays from one attempt to the next. */
interface CodeEntry extends HasDoubt {
  readonly proof: ChallengeProof;
  /** The person wants this device to need no code for a time. */
  readonly rememberDevice?: boolean | undefined;
  /** The codes of the app that were refused so far. Secret. */
  readonly refused?: RefusedCodes | undefined;
}

/** The states of {@link challengeFlow}, named by what the person sees. */
export type ChallengeState =
  | ({ readonly step: 'idle' } & HasDoubt)
  /** Waits for a code. `error` is how the last one was refused, `reason` why, if that is known. */
  | (CodeEntry & {
      readonly step: 'asking';
      readonly error?: MfaError;
      readonly reason?: RefusalReason | undefined;
    })
  | (CodeEntry & { readonly step: 'verifying'; readonly code: string })
  /**
   * The outcome is unknown, or a code was refused after one whose outcome is. The server reports which step is
   * due; this is never guessed. Without `error`, the code was sent before everything was forgotten.
   */
  | (CodeEntry & {
      readonly step: 'rechecking';
      readonly error?: MfaError;
      readonly reason?: RefusalReason | undefined;
    })
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
  /** Signed in with a recovery code, but new ones that may have come with that could not be shown. */
  | { readonly step: 'lost-recovery-codes'; readonly verification: Verification }
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
  /** The person has stored the new recovery codes, or has read that few are left or that some may be lost. */
  | { readonly type: 'continue' };

const pickEntry = ({ proof, rememberDevice, refused, mayBeVerifiedBy }: CodeEntry): CodeEntry => ({
  proof,
  ...(rememberDevice && { rememberDevice }),
  ...(refused && { refused }),
  ...(mayBeVerifiedBy && { mayBeVerifiedBy }),
});

/** The app was unlinked meanwhile: a new sign-in shows what is due now. */
const noAppLinked = (error?: MfaError): MfaError =>
  new MfaError('login-expired', 'There is no app any more to sign in with.', error?.facts);

/** Nobody was signed in yet: what has ended is the sign-in between password and code. */
const signInExpired = (error?: MfaError): MfaError =>
  new MfaError('login-expired', 'The backend says that nobody is signing in.', error?.facts);

type RecheckingState = Extract<ChallengeState, { step: 'rechecking' }>;

/** The outcome stays unknown, unless one of the two responses says that the sign-in is over. */
function afterFailedRecheck(state: RecheckingState, error: MfaError): ChallengeState {
  const ended = signInEndedBy(state.error ?? error, error);
  if (ended) return { step: 'failed', error: signInExpired(ended) };
  return askAgain(state, state.error);
}

const askAgain = (state: RecheckingState, error?: MfaError): ChallengeState => ({
  ...pickEntry(state),
  step: 'asking',
  ...(error && { error }),
  ...(state.reason && { reason: state.reason }),
});

/** The code did not arrive, or was wrong. A code that was sent before it has not arrived either. */
function afterCodeRequired(state: RecheckingState): ChallengeState {
  if (!state.error) return askAgain(state);
  const error = notDone(state.error);
  if (endsSignIn(error)) return { step: 'failed', error };
  return state.error.kind === 'unknown-outcome'
    ? askAgain(state, error)
    : askAgain({ ...state, mayBeVerifiedBy: undefined }, error);
}

/** A lost response to a recovery code may have had new ones in it. */
const verifiedBefore = ({ mayBeVerifiedBy }: HasDoubt): ChallengeState => ({
  step: mayBeVerifiedBy === 'recovery-code' ? 'lost-recovery-codes' : 'verified',
  verification: {},
});

/** The server has said which step is due. */
function afterRecheck(state: RecheckingState, due: MfaState | undefined): ChallengeState {
  switch (due) {
    case undefined:
      return state.error ? afterFailedRecheck(state, state.error) : askAgain(state);
    case 'verified':
      return verifiedBefore(state);
    case 'code-required':
      return afterCodeRequired(state);
    case 'enrollment-required':
      return { step: 'failed', error: noAppLinked(state.error) };
    case 'signed-out':
      return {
        step: 'failed',
        error: signInExpired(state.error),
      };
  }
}

/** How a server may refuse a code because an earlier one has signed the person in. */
const MAY_FOLLOW_SIGN_IN: readonly MfaErrorKind[] = [
  'code-reused',
  'invalid-code',
  'invalid-recovery-code',
  'login-expired',
  'signed-out',
  'forbidden',
  'unexpected',
];

function afterRefusedCode(
  state: Extract<ChallengeState, { step: 'verifying' }>,
  given: MfaError,
): ChallengeState {
  if (given.kind === 'unknown-outcome') {
    const mayBeVerifiedBy = doubtAfter(state);
    return { ...pickEntry(state), step: 'rechecking', error: given, mayBeVerifiedBy };
  }
  const error = given.kind === 'not-found' ? noAppLinked(given) : given;
  const entry = {
    ...pickEntry(state),
    ...(state.proof === 'code' && refuseCode(state.code, error, state.refused)),
  };
  if (state.mayBeVerifiedBy && MAY_FOLLOW_SIGN_IN.includes(error.kind)) {
    return { ...entry, step: 'rechecking', error };
  }
  return endsSignIn(error) ? { step: 'failed', error } : { ...entry, step: 'asking', error };
}

/** The kind of code that may have signed the person in: a recovery code is told of, as new ones may be lost. */
const doubtAfter = ({ proof, mayBeVerifiedBy }: CodeEntry): ChallengeProof =>
  mayBeVerifiedBy === 'recovery-code' ? mayBeVerifiedBy : proof;

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
    case 'lost-recovery-codes':
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

/** A code that was sent before everything was forgotten may have signed the person in: it is looked up first. */
const begin = ({ mayBeVerifiedBy }: HasDoubt): ChallengeState =>
  mayBeVerifiedBy
    ? { step: 'rechecking', proof: 'code', mayBeVerifiedBy }
    : { step: 'asking', proof: 'code' };

const chooseProof = (
  { rememberDevice, mayBeVerifiedBy }: CodeEntry,
  proof: ChallengeProof,
): ChallengeState => ({ step: 'asking', proof, rememberDevice, mayBeVerifiedBy });

function transition(state: ChallengeState, event: FlowInput<ChallengeEvent>): ChallengeState {
  switch (event.type) {
    case 'start':
      return state.step === 'idle' ? begin(state) : state;
    case 'choose-proof':
      return state.step === 'asking' ? chooseProof(state, event.proof) : state;
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
      return 'verification' in state && state.step !== 'verified'
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
    case 'lost-recovery-codes':
    case 'verified':
    case 'failed':
      return undefined;
  }
}

/** Nobody who is signed in is asked for a code, also if the server has accepted one whose request was aborted. */
function afterForgetting(state: ChallengeState, isShown: boolean): ChallengeState | undefined {
  switch (state.step) {
    case 'verifying':
      return { step: 'idle', mayBeVerifiedBy: doubtAfter(state) };
    case 'new-recovery-codes':
      return { step: 'idle', mayBeVerifiedBy: isShown ? 'code' : 'recovery-code' };
    case 'few-recovery-codes':
    case 'verified':
      return { step: 'idle', mayBeVerifiedBy: 'code' };
    case 'lost-recovery-codes':
      return { step: 'idle', mayBeVerifiedBy: 'recovery-code' };
    case 'idle':
    case 'asking':
    case 'rechecking':
      return state.mayBeVerifiedBy && { step: 'idle', mayBeVerifiedBy: state.mayBeVerifiedBy };
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
  afterForgetting,
};
