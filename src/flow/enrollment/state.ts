import type { Enrollment, EnrollmentConfirmation, MfaStatus } from '../../backend/backend.js';
import type { MfaError } from '../../backend/mfa-error.js';
import type { CodeDiagnosis, RefusedBefore } from '../../otp/diagnosis/code-diagnosis.js';
import type { StepUp, StepUpEvent } from '../step-up.js';

/** The part of a state that stays from the QR code to the right code. All of it is secret. */
export interface HasEnrollment {
  readonly enrollment: Enrollment;
  /** The codes that were refused, and why: they help to diagnose the next one. */
  readonly previous?: RefusedBefore;
}

interface StartingState {
  readonly step: 'starting';
}

/** It was interrupted: the server reports which step is due before another enrollment starts. */
export interface ResumingState {
  readonly step: 'resuming';
  readonly error: MfaError;
}

/** Sends the first code. */
export type ConfirmingState = {
  readonly step: 'confirming';
  readonly code: string;
  readonly name?: string;
} & HasEnrollment;

/**
 * It is unknown whether the app is linked: no response decides, or the server no longer has the enrollment.
 * The server reports which step is due; this is never guessed.
 */
export type RecheckingState = {
  readonly step: 'rechecking';
  readonly error: MfaError;
} & HasEnrollment;

/** The code was refused. For a moment, its reason is awaited, which is derived from the secret. */
export type DiagnosingState = {
  readonly step: 'diagnosing';
  readonly code: string;
  readonly error: MfaError;
} & HasEnrollment;

/** Requests more time for this QR code. */
export type ExtendingState = { readonly step: 'extending' } & HasEnrollment;

/** It was looked up whether the app is linked, and stays unknown. `status` is the step that is due, if known. */
interface Undecided {
  readonly isUnknown: true;
  readonly error: MfaError;
  readonly status?: MfaStatus;
}

/**
 * The states of `enrollmentFlow`, named by what the person sees. `mayBeLinked` is set once an app may be
 * linked without a response that says so, and stays: later responses may have come too soon.
 */
export type EnrollmentState = EnrollmentStep & { readonly mayBeLinked?: true };

type EnrollmentStep =
  /** `isInterrupted` is set if everything was forgotten while it was unknown whether a code had linked the app. */
  | { readonly step: 'idle'; readonly isInterrupted?: true }
  | StartingState
  | ResumingState
  | { readonly step: 'failed'; readonly error: MfaError }
  | ({ readonly step: 'failed' } & Undecided)
  /** The server requires a step-up before it returns a secret or accepts a code. */
  | StepUp<StartingState | ConfirmingState | ExtendingState>
  /**
   * Shows the QR code and waits for a code. `error` is why the last code was refused, `diagnosis` what
   * else is known about that; `refused` is set while it is still being diagnosed. `extension` is the
   * result of the request for more time.
   */
  | ({
      readonly step: 'scanning';
      readonly error?: MfaError;
      readonly diagnosis?: CodeDiagnosis;
      readonly refused?: DiagnosingState;
      readonly extension?: Extension;
    } & HasEnrollment)
  | ConfirmingState
  | RecheckingState
  | DiagnosingState
  | ExtendingState
  | { readonly step: 'expired' }
  | ({ readonly step: 'expired' } & Undecided)
  /** The app is linked. Shows the recovery codes, if any, only once. */
  | { readonly step: 'enrolled'; readonly confirmation: EnrollmentConfirmation }
  /** No secret is left. `redirectTo` is the next page according to the server. */
  | { readonly step: 'done'; readonly redirectTo?: string }
  /** The person has stopped. The server is requested to forget the enrollment. */
  | { readonly step: 'canceling'; readonly enrollmentId: string }
  | { readonly step: 'canceled' };

/** The result of a request for more time: the QR code is valid longer, is not, or the request failed. */
export type Extension = 'longer' | 'no-longer' | MfaError;

/** The events of `enrollmentFlow`. */
export type EnrollmentEvent =
  | { readonly type: 'started'; readonly enrollment: Enrollment }
  | StepUpEvent
  /** `name` is the person's name for the app, if known. */
  | { readonly type: 'submit-code'; readonly code: string; readonly name?: string }
  | { readonly type: 'diagnosed'; readonly diagnosis: CodeDiagnosis }
  | { readonly type: 'confirmed'; readonly confirmation: EnrollmentConfirmation }
  /** The step that is due; absent if the backend does not tell. */
  | { readonly type: 'rechecked'; readonly status?: MfaStatus }
  /** The person needs more time. */
  | { readonly type: 'extend' }
  /** The time of the QR code is over. */
  | { readonly type: 'expire' }
  /** The person has stored the recovery codes and goes on. */
  | { readonly type: 'continue' }
  /** The person stops. Ignored while a code or a proof is sent: the response decides. */
  | { readonly type: 'cancel' }
  /** `isGone` is set if the server no longer has the enrollment: it may have been completed elsewhere. */
  | { readonly type: 'canceled'; readonly isGone?: true };
