import type { CodeDiagnosis } from '../../otp/diagnosis/code-diagnosis.js';
import { parseOtpauthUri } from '../../otp/otpauth-uri.js';
import type { MfaOperation } from '../../backend/backend.js';
import { MfaError, type MfaErrorKind } from '../../backend/mfa-error.js';
import { withoutDoubt } from '../../backend/unknown-outcome.js';
import type { DiagnosingState, EnrollmentEvent, EnrollmentState } from './state.js';
import type { RequestOperation } from '../flow-controller.js';
import { forgetLastMatch } from '../forget-last-match.js';

async function start(request: RequestOperation): Promise<EnrollmentEvent> {
  const enrollment = await request('startEnrollment');
  // Throws if the URI is not one that an app may open (C25).
  parseOtpauthUri(enrollment.otpauthUri);
  return { type: 'started', enrollment };
}

const SECOND = 1000;

async function diagnose({
  enrollment,
  code,
  error,
  previous,
}: DiagnosingState): Promise<CodeDiagnosis> {
  // Read before the import: the moment at which the code was refused counts.
  const at = Date.now() - (error.facts.clockSkew ?? 0) * SECOND;
  const { diagnoseCode } = await import('../../otp/diagnosis/diagnose-code.js');
  const diagnosis = diagnoseCode({
    code,
    otpauthUri: enrollment.otpauthUri,
    at,
    isServerTime: error.facts.clockSkew !== undefined,
    ...(previous && { previous }),
  });
  // Everything else may be forgotten by now. The search that goes on matches no expression.
  forgetLastMatch();
  return diagnosis;
}

/** The diagnoses that have begun: the step that waits a moment for one shares it with the step after it. */
const diagnoses = new WeakMap<DiagnosingState, Promise<CodeDiagnosis>>();

async function explain(refused: DiagnosingState): Promise<EnrollmentEvent> {
  const diagnosis = diagnoses.get(refused) ?? diagnose(refused);
  diagnoses.set(refused, diagnosis);
  return { type: 'diagnosed', diagnosis: await diagnosis };
}

/**
 * Milliseconds that the refusal of a code waits for its explanation, so that one message is announced and
 * not two. Shorter than what people notice as a wait; the file of the diagnosis may take any time.
 */
export const MOMENT = 100;

const afterAMoment = (): Promise<never> =>
  new Promise((_resolve, reject) => {
    setTimeout(reject, MOMENT);
  });

/** The refusals of a server that no longer has the enrollment, `unexpected` if it does not say so in a known way. */
const GONE: readonly MfaErrorKind[] = [
  'not-found',
  'already-linked',
  'enrollment-expired',
  'unexpected',
];

const isGone = (thrown: unknown): boolean =>
  GONE.includes(withoutDoubt(MfaError.from(thrown)).kind);

/** Sends the request of a step; a refused code is diagnosed with the secret, and nothing is sent for it. */
export function enrollmentEffect(
  state: EnrollmentState,
  request: RequestOperation,
  offers: (operation: MfaOperation) => boolean,
): Promise<EnrollmentEvent> | undefined {
  switch (state.step) {
    case 'starting':
    case 'extending':
      return start(request);
    case 'checking-proof':
      return request('stepUp', state.proof).then(() => ({ type: 'proved' }));
    case 'confirming':
      return request('confirmEnrollment', {
        enrollmentId: state.enrollment.id,
        secret: state.enrollment.secret,
        code: state.code,
        ...(state.name !== undefined && { name: state.name }),
      }).then((confirmation) => ({ type: 'confirmed', confirmation }));
    case 'resuming':
    case 'rechecking':
      return offers('status')
        ? request('status').then((status) => ({ type: 'rechecked', status }))
        : Promise.resolve({ type: 'rechecked' });
    case 'diagnosing':
      return Promise.race([explain(state), afterAMoment()]);
    case 'scanning':
      return state.refused && explain(state.refused);
    // An enrollment that is not canceled expires, so a failure is not shown.
    case 'canceling':
      return request('cancelEnrollment', { enrollmentId: state.enrollmentId }).then(
        () => ({ type: 'canceled' }),
        (thrown: unknown) => ({ type: 'canceled', ...(isGone(thrown) && { isGone: true }) }),
      );
    case 'idle':
    case 'failed':
    case 'proving':
    case 'expired':
    case 'enrolled':
    case 'done':
    case 'canceled':
      return undefined;
  }
}
