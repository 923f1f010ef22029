import { parseOtpauthUri } from '../../otp/otpauth-uri.js';
import type { EnrollmentEvent, EnrollmentState } from './state.js';
import type { MfaOperation } from '../../backend/backend.js';
import type { RequestOperation } from '../flow-controller.js';

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
}: Extract<EnrollmentState, { step: 'diagnosing' }>): Promise<EnrollmentEvent> {
  // Read before the import: the moment at which the code was refused counts.
  const at = Date.now() - (error.facts.clockSkew ?? 0) * SECOND;
  const { diagnoseCode } = await import('../../otp/diagnosis/diagnose-code.js');
  const diagnosis = await diagnoseCode({
    code,
    otpauthUri: enrollment.otpauthUri,
    at,
    isServerTime: error.facts.clockSkew !== undefined,
    ...(previous && { previous }),
  });
  return { type: 'diagnosed', diagnosis };
}

/** Sends the request of a step; the step `diagnosing` uses only the secret and sends none. */
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
    case 'rechecking':
      return offers('status')
        ? request('status').then((status) => ({ type: 'rechecked', status }))
        : Promise.resolve({ type: 'rechecked' });
    case 'diagnosing':
      return diagnose(state);
    // An enrollment that is not canceled expires, so a failure is not shown.
    case 'canceling': {
      const canceled = () => ({ type: 'canceled' }) as const;
      return request('cancelEnrollment', { enrollmentId: state.enrollmentId }).then(
        canceled,
        canceled,
      );
    }
    case 'idle':
    case 'failed':
    case 'proving':
    case 'scanning':
    case 'expired':
    case 'enrolled':
    case 'done':
    case 'canceled':
      return undefined;
  }
}
