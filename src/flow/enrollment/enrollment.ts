import type { Enrollment, EnrollmentConfirmation, MfaStatus } from '../../backend/backend.js';
import { MfaError, type MfaErrorKind } from '../../backend/mfa-error.js';
import type { CodeDiagnosis, RefusedBefore } from '../../otp/diagnosis/code-diagnosis.js';
import { endsSignIn } from '../../backend/error-kinds.js';
import { notDone, unknownOutcome, withoutDoubt } from '../../backend/unknown-outcome.js';
import { signInEndedBy } from '../sign-in-ended-by.js';
import { enrollmentEffect } from './effect.js';
import type {
  ConfirmingState,
  DiagnosingState,
  EnrollmentEvent,
  EnrollmentState,
  ExtendingState,
  HasEnrollment,
  RecheckingState,
  ResumingState,
} from './state.js';
import type { Flow, FlowInput } from '../flow-controller.js';
import { afterProof, askProof, wantsProof } from '../step-up.js';

export type { EnrollmentEvent, EnrollmentState, Extension } from './state.js';

type LookUpState = ResumingState | RecheckingState;

const pickEnrollment = ({ enrollment, previous }: HasEnrollment): HasEnrollment => ({
  enrollment,
  ...(previous && { previous }),
});

/** A code may have completed the enrollment before: the refusal of the next one does not say that it did not. */
function goneError({ mayBeLinked }: EnrollmentState, error: MfaError): MfaError {
  const { message, facts } = error;
  const gone =
    error.kind === 'not-found' ? new MfaError('enrollment-expired', message, facts) : error;
  return mayBeLinked ? unknownOutcome('confirmEnrollment', gone) : gone;
}

/** How a server may refuse a code because an earlier one has linked the app, without saying so. */
const MAY_FOLLOW_LINKING: readonly MfaErrorKind[] = [
  'code-reused',
  'limit-reached',
  'forbidden',
  'signed-out',
  'login-expired',
  'unexpected',
];

function afterRefusedCode(
  state: ConfirmingState & Pick<EnrollmentState, 'mayBeLinked'>,
  error: MfaError,
): EnrollmentState {
  if (wantsProof(error)) return askProof(state, error);
  if (state.mayBeLinked && MAY_FOLLOW_LINKING.includes(error.kind)) {
    const doubtful = unknownOutcome('confirmEnrollment', error);
    return { step: 'rechecking', error: doubtful, ...pickEnrollment(state) };
  }
  switch (error.kind) {
    case 'invalid-code':
      return { step: 'diagnosing', code: state.code, error, ...pickEnrollment(state) };
    // The enrollment is gone: completed or started again in another tab, or deleted by the server (C87).
    case 'not-found':
    case 'enrollment-expired':
    case 'already-linked':
      return { step: 'rechecking', error: goneError(state, error), ...pickEnrollment(state) };
    case 'unknown-outcome':
      return { step: 'rechecking', error, mayBeLinked: true, ...pickEnrollment(state) };
    default:
      return endsSignIn(error)
        ? { step: 'failed', error }
        : { step: 'scanning', error, ...pickEnrollment(state) };
  }
}

/** The app may be linked: the QR code may no longer be valid, so it is not shown again (C49). */
const unknown = ({ error }: LookUpState, status?: MfaStatus): EnrollmentState => ({
  step: error.kind === 'enrollment-expired' ? 'expired' : 'failed',
  error,
  isUnknown: true,
  mayBeLinked: true,
  ...(status && { status }),
});

/** The server has said that linking is still due, so the app was not linked. */
function afterStillDue(state: RecheckingState, status: MfaStatus): EnrollmentState {
  const error = notDone(state.error);
  if (endsSignIn(error)) return { step: 'failed', error };
  switch (error.kind) {
    case 'enrollment-expired':
      return { step: 'expired' };
    // The server contradicts itself.
    case 'already-linked':
      return unknown({ ...state, error }, status);
    default:
      return { step: 'scanning', error, ...pickEnrollment(state) };
  }
}

/** If linking is not due, an app is linked: this one, or another. */
function afterRecheck(state: LookUpState, status?: MfaStatus): EnrollmentState {
  switch (status?.state) {
    case 'enrollment-required':
      return state.step === 'resuming' ? { step: 'starting' } : afterStillDue(state, status);
    case 'signed-out':
      return {
        step: 'failed',
        error: new MfaError('signed-out', 'The backend says that nobody is signing in.'),
        mayBeLinked: true,
      };
    default:
      return unknown(state, status);
  }
}

/** The outcome stays unknown, unless one of the two responses says that the sign-in is over. */
function afterFailedRecheck(state: LookUpState, error: MfaError): EnrollmentState {
  const ended = signInEndedBy(state.error, error);
  return ended ? { step: 'failed', error: ended, mayBeLinked: true } : unknown(state);
}

function afterRefusedExtension(state: ExtendingState, error: MfaError): EnrollmentState {
  if (error.kind === 'enrollment-expired') return { step: 'expired' };
  if (wantsProof(error)) return askProof(state, error);
  if (endsSignIn(error)) return { step: 'failed', error };
  return { step: 'scanning', extension: error, ...pickEnrollment(state) };
}

function afterFailure(state: EnrollmentState, error: MfaError): EnrollmentState {
  switch (state.step) {
    case 'starting':
      // Starting again does no harm.
      return wantsProof(error)
        ? askProof(state, error)
        : { step: 'failed', error: withoutDoubt(error) };
    case 'proving':
    case 'checking-proof':
      return afterProof(state, { type: 'failed', error });
    case 'confirming':
      return afterRefusedCode(state, error);
    case 'resuming':
    case 'rechecking':
      return afterFailedRecheck(state, error);
    // The refusal does not wait for its reason any longer.
    case 'diagnosing':
      return tellRefusal(state);
    // Extending again does no harm.
    case 'extending':
      return afterRefusedExtension(state, withoutDoubt(error));
    // A failed diagnosis is not shown: the error of the server still applies.
    case 'scanning':
    case 'idle':
    case 'failed':
    case 'expired':
    case 'enrolled':
    case 'done':
    case 'canceling':
    case 'canceled':
      return state;
  }
}

/** Shows that the code was refused while its reason is not known yet. The next code can be entered. */
function tellRefusal(state: DiagnosingState): EnrollmentState {
  return { step: 'scanning', error: state.error, refused: state, ...pickEnrollment(state) };
}

/** If the secret is another one, the server forgot the one that may be in the app already. */
function afterExtension(
  { enrollment, previous }: HasEnrollment,
  given: Enrollment,
): EnrollmentState {
  if (given.secret !== enrollment.secret) return { step: 'expired' };
  const isLonger =
    !given.expiresAt || !enrollment.expiresAt || given.expiresAt > enrollment.expiresAt;
  return {
    step: 'scanning',
    extension: isLonger ? 'longer' : 'no-longer',
    ...pickEnrollment({ enrollment: given, ...(previous && { previous }) }),
  };
}

function afterStart(state: EnrollmentState, enrollment: Enrollment): EnrollmentState {
  if (state.step === 'starting') return { step: 'scanning', enrollment };
  return state.step === 'extending' ? afterExtension(state, enrollment) : state;
}

function submitCode(
  state: EnrollmentState,
  { code, name }: { readonly code: string; readonly name?: string },
): EnrollmentState {
  if (state.step !== 'scanning') return state;
  return {
    step: 'confirming',
    code,
    ...(name !== undefined && { name }),
    ...pickEnrollment(state),
  };
}

function afterDiagnosis(state: EnrollmentState, diagnosis: CodeDiagnosis): EnrollmentState {
  const refused =
    state.step === 'diagnosing' ? state : state.step === 'scanning' ? state.refused : undefined;
  if (!refused) return state;
  const { enrollment, error } = refused;
  return { step: 'scanning', enrollment, error, diagnosis, previous: remember(refused, diagnosis) };
}

/** The same code once more says nothing new, so what is known stays. */
function remember({ code, previous }: DiagnosingState, diagnosis: CodeDiagnosis): RefusedBefore {
  if (diagnosis.kind === 'reused' && previous) return previous;
  const isValid = diagnosis.kind === 'unexplained' || diagnosis.kind === 'other-secret';
  const valid = isValid ? code : previous?.valid;
  return { code, diagnosis, ...(valid !== undefined && { valid }) };
}

/** A QR code that may still be the right one is not replaced. */
function canStart(state: EnrollmentState): boolean {
  return state.step === 'scanning'
    ? state.diagnosis?.kind === 'other-secret'
    : ['idle', 'failed', 'expired', 'canceled'].includes(state.step);
}

/** After an interruption, the app may be linked: that is looked up before another enrollment starts. */
function start(state: EnrollmentState): EnrollmentState {
  if (!('isInterrupted' in state)) return { step: 'starting' };
  const left = new MfaError('unexpected', 'The element was left before the code had a response.');
  return { step: 'resuming', error: unknownOutcome('confirmEnrollment', left) };
}

const finished = ({ redirectTo }: EnrollmentConfirmation): EnrollmentState => ({
  step: 'done',
  ...(redirectTo !== undefined && { redirectTo }),
});

const canceling = ({ enrollment }: HasEnrollment): EnrollmentState => ({
  step: 'canceling',
  enrollmentId: enrollment.id,
});

function cancel(state: EnrollmentState): EnrollmentState {
  switch (state.step) {
    case 'scanning':
    case 'diagnosing':
    case 'extending':
      return canceling(state);
    case 'proving':
      return state.next.step === 'starting' ? { step: 'canceled' } : canceling(state.next);
    case 'idle':
    case 'starting':
    case 'resuming':
    case 'failed':
    case 'expired':
      return { step: 'canceled' };
    case 'checking-proof':
    case 'confirming':
    case 'rechecking':
    case 'enrolled':
    case 'done':
    case 'canceling':
    case 'canceled':
      return state;
  }
}

function nextStep(state: EnrollmentState, event: FlowInput<EnrollmentEvent>): EnrollmentState {
  switch (event.type) {
    case 'start':
      return canStart(state) ? start(state) : state;
    case 'started':
      return afterStart(state, event.enrollment);
    case 'submit-proof':
    case 'proved':
      return state.step === 'proving' || state.step === 'checking-proof'
        ? afterProof(state, event)
        : state;
    case 'submit-code':
      return submitCode(state, event);
    case 'diagnosed':
      return afterDiagnosis(state, event.diagnosis);
    case 'confirmed':
      return state.step === 'confirming'
        ? { step: 'enrolled', confirmation: event.confirmation }
        : state;
    case 'rechecked':
      return state.step === 'resuming' || state.step === 'rechecking'
        ? afterRecheck(state, event.status)
        : state;
    case 'extend':
      return state.step === 'scanning' ? { step: 'extending', ...pickEnrollment(state) } : state;
    case 'expire':
      return state.step === 'scanning' ? { step: 'expired' } : state;
    case 'continue':
      return state.step === 'enrolled' ? finished(state.confirmation) : state;
    case 'cancel':
      return cancel(state);
    case 'canceled':
      return state.step === 'canceling'
        ? { step: 'canceled', ...(event.isGone && { mayBeLinked: true }) }
        : state;
    case 'failed':
      return afterFailure(state, event.error);
  }
}

function transition(state: EnrollmentState, event: FlowInput<EnrollmentEvent>): EnrollmentState {
  const next = nextStep(state, event);
  const isLinked = next.step === 'enrolled' || next.step === 'done';
  return next !== state && state.mayBeLinked && !isLinked ? { ...next, mayBeLinked: true } : next;
}

/** Returns true if a code was sent that may link an app, and no response says whether it did. */
export const mayBeLinked = (state: EnrollmentState): boolean =>
  state.mayBeLinked === true || state.step === 'confirming';

/**
 * Links an authenticator app: the person scans the QR code and enters the first code of the app.
 *
 * @example
 * ```ts
 * const flow = new FlowController(host, enrollmentFlow);
 * flow.dispatch({ type: 'start' }); // starting, then scanning
 * flow.dispatch({ type: 'submit-code', code: '123456' }); // confirming, then enrolled
 * flow.dispatch({ type: 'continue' }); // done
 * ```
 */
export const enrollmentFlow: Flow<EnrollmentState, EnrollmentEvent> = {
  initial: { step: 'idle' },
  transition,
  effect: enrollmentEffect,
  afterForgetting(state) {
    if (state.step === 'enrolled') return { step: 'idle', mayBeLinked: true };
    // The request is aborted, but the server may have linked the app.
    return mayBeLinked(state) || state.step === 'rechecking'
      ? { step: 'idle', mayBeLinked: true, isInterrupted: true }
      : undefined;
  },
};
