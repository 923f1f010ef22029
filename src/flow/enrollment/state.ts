import type { Enrollment, EnrollmentConfirmation } from '../../backend/backend.js';
import type { MfaError } from '../../backend/mfa-error.js';
import type { CodeDiagnosis, RefusedCode } from '../../otp/diagnosis/code-diagnosis.js';
import type { StepUp, StepUpEvent } from '../step-up.js';

/** What stays from the QR code to the right code. Secret, all of it. */
export interface Linking {
  readonly enrollment: Enrollment;
  /** The last code that was refused, and why: it tells more about the next one. */
  readonly previous?: NonNullable<RefusedCode['previous']>;
}

interface Starting {
  readonly step: 'starting';
}

/** The first code is on its way. */
export type Confirming = {
  readonly step: 'confirming';
  readonly code: string;
  readonly name?: string;
} & Linking;

/** The person wants more time with this QR code. */
export type Extending = { readonly step: 'extending' } & Linking;

/** Linking an authenticator app, by what the person sees. */
export type EnrollmentState =
  | { readonly step: 'idle' }
  | Starting
  | { readonly step: 'failed'; readonly error: MfaError }
  /** The server wants to know once more who is there before it gives a secret or takes a code. */
  | StepUp<Starting | Confirming | Extending>
  /**
   * The QR code shows and a code is awaited; `error` says why the last code was refused, `diagnosis`
   * what else is known about that. `extension` is how the wish for more time ended.
   */
  | ({
      readonly step: 'scanning';
      readonly error?: MfaError;
      readonly diagnosis?: CodeDiagnosis;
      readonly extension?: Extension;
    } & Linking)
  | Confirming
  /** The code was refused, and the secret tells why. */
  | ({ readonly step: 'diagnosing'; readonly code: string; readonly error: MfaError } & Linking)
  | Extending
  | { readonly step: 'expired' }
  /** Linked; the recovery codes, if any, show for the only time. */
  | { readonly step: 'enrolled'; readonly confirmation: EnrollmentConfirmation }
  /** Nothing secret is left; `redirectTo` is where the server wants the person next. */
  | { readonly step: 'done'; readonly redirectTo?: string }
  /** The person does not want to go on; the server is told to forget what began. */
  | { readonly step: 'canceling'; readonly enrollmentId: string }
  | { readonly step: 'canceled' };

/** How a wish for more time ended: the QR code lives longer, does not, or nobody knows. */
export type Extension = 'longer' | 'no-longer' | MfaError;

/** What can happen while an app is being linked. */
export type EnrollmentEvent =
  | { readonly type: 'started'; readonly enrollment: Enrollment }
  | StepUpEvent
  /** `name` is what the person calls the app, where that is known. */
  | { readonly type: 'submit-code'; readonly code: string; readonly name?: string }
  | { readonly type: 'diagnosed'; readonly diagnosis: CodeDiagnosis }
  | { readonly type: 'confirmed'; readonly confirmation: EnrollmentConfirmation }
  /** The person needs more time. */
  | { readonly type: 'extend' }
  /** The time of the QR code is over. */
  | { readonly type: 'expire' }
  /** The person goes on, recovery codes kept. */
  | { readonly type: 'continue' }
  /** The person stops. Means nothing while a code or proof is under way: its answer decides. */
  | { readonly type: 'cancel' }
  | { readonly type: 'canceled' };
