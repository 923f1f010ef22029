import type { Enrollment, EnrollmentConfirmation, StepUpInput } from '../backend/backend.js';
import type { MfaError, StepUpProof } from '../backend/mfa-error.js';
import { parseOtpauthUri } from '../otp/otpauth-uri.js';
import { endsSignIn } from './ends-sign-in.js';
import type { Ask, Flow, Told } from './flow-controller.js';
import { requiredProofs } from './required-proofs.js';

/** Linking an authenticator app, by what the person sees. */
export type EnrollmentState =
  | { readonly step: 'idle' }
  | { readonly step: 'starting' }
  | { readonly step: 'failed'; readonly error: MfaError }
  /** The server wants to know once more who is there before it gives a secret. */
  | { readonly step: 'proving'; readonly proofs: readonly StepUpProof[]; readonly error?: MfaError }
  | {
      readonly step: 'checking-proof';
      readonly proofs: readonly StepUpProof[];
      readonly proof: StepUpInput;
    }
  /** The QR code shows and a code is awaited; `error` says why the last code was refused. */
  | { readonly step: 'scanning'; readonly enrollment: Enrollment; readonly error?: MfaError }
  | { readonly step: 'confirming'; readonly enrollment: Enrollment; readonly code: string }
  | { readonly step: 'expired' }
  /** Linked; the recovery codes, if any, show for the only time. */
  | { readonly step: 'enrolled'; readonly confirmation: EnrollmentConfirmation }
  /** Nothing secret is left; `redirectTo` is where the server wants the person next. */
  | { readonly step: 'done'; readonly redirectTo?: string };

/** What can happen while an app is being linked. */
export type EnrollmentEvent =
  | { readonly type: 'started'; readonly enrollment: Enrollment }
  | { readonly type: 'submit-proof'; readonly proof: StepUpInput }
  | { readonly type: 'proved' }
  | { readonly type: 'submit-code'; readonly code: string }
  | { readonly type: 'confirmed'; readonly confirmation: EnrollmentConfirmation }
  /** The person goes on, recovery codes kept. */
  | { readonly type: 'finish' };

const proving = (error: MfaError): EnrollmentState => ({
  step: 'proving',
  proofs: requiredProofs(error),
});

function afterFailure(state: EnrollmentState, error: MfaError): EnrollmentState {
  switch (state.step) {
    case 'starting':
      return error.kind === 'step-up-required' ? proving(error) : { step: 'failed', error };
    case 'checking-proof':
      return endsSignIn(error)
        ? { step: 'failed', error }
        : { step: 'proving', proofs: state.proofs, error };
    case 'confirming':
      if (error.kind === 'enrollment-expired') return { step: 'expired' };
      // Once proven, the same secret comes back: an enrollment that has begun stays the same.
      if (error.kind === 'step-up-required') return proving(error);
      // After a lost answer the app may be linked: showing the QR code again could be a lie.
      if (endsSignIn(error) || error.kind === 'unknown-outcome') return { step: 'failed', error };
      return { step: 'scanning', enrollment: state.enrollment, error };
    case 'idle':
    case 'failed':
    case 'proving':
    case 'scanning':
    case 'expired':
    case 'enrolled':
    case 'done':
      return state;
  }
}

const finished = ({ redirectTo }: EnrollmentConfirmation): EnrollmentState => ({
  step: 'done',
  ...(redirectTo !== undefined && { redirectTo }),
});

function transition(state: EnrollmentState, event: Told<EnrollmentEvent>): EnrollmentState {
  switch (event.type) {
    case 'start':
      return ['idle', 'failed', 'expired'].includes(state.step) ? { step: 'starting' } : state;
    case 'started':
      return state.step === 'starting' ? { step: 'scanning', enrollment: event.enrollment } : state;
    case 'submit-proof':
      return state.step === 'proving'
        ? { step: 'checking-proof', proofs: state.proofs, proof: event.proof }
        : state;
    case 'proved':
      return state.step === 'checking-proof' ? { step: 'starting' } : state;
    case 'submit-code':
      return state.step === 'scanning'
        ? { step: 'confirming', enrollment: state.enrollment, code: event.code }
        : state;
    case 'confirmed':
      return state.step === 'confirming'
        ? { step: 'enrolled', confirmation: event.confirmation }
        : state;
    case 'finish':
      return state.step === 'enrolled' ? finished(state.confirmation) : state;
    case 'failed':
      return afterFailure(state, event.error);
  }
}

function effect(state: EnrollmentState, ask: Ask): Promise<EnrollmentEvent> | undefined {
  switch (state.step) {
    case 'starting':
      return ask('startEnrollment').then((enrollment) => {
        // Throws where a backend gives a link or a QR code that no app may open (C25).
        parseOtpauthUri(enrollment.otpauthUri);
        return { type: 'started', enrollment };
      });
    case 'checking-proof':
      return ask('stepUp', state.proof).then(() => ({ type: 'proved' }));
    case 'confirming':
      return ask('confirmEnrollment', {
        enrollmentId: state.enrollment.id,
        code: state.code,
      }).then((confirmation) => ({ type: 'confirmed', confirmation }));
    case 'idle':
    case 'failed':
    case 'proving':
    case 'scanning':
    case 'expired':
    case 'enrolled':
    case 'done':
      return undefined;
  }
}

/** Linking an authenticator app: scan, type the first code, linked. */
export const enrollmentFlow: Flow<EnrollmentState, EnrollmentEvent> = {
  initial: { step: 'idle' },
  transition,
  effect,
};
