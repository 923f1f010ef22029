import { parseOtpauthUri } from '../../otp/otpauth-uri.js';
import type { EnrollmentEvent, EnrollmentState } from './state.js';
import type { Ask } from '../flow-controller.js';

async function start(ask: Ask): Promise<EnrollmentEvent> {
  const enrollment = await ask('startEnrollment');
  // Throws where a backend gives a link or a QR code that no app may open (C25).
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
  // Before anything is loaded: it is about the moment at which the code was refused.
  const at = Date.now() - (error.facts.clockSkew ?? 0) * SECOND;
  const { diagnoseCode } = await import('../../otp/diagnosis/diagnose-code.js');
  const { otpauthUri } = enrollment;
  const diagnosis = await diagnoseCode({ code, otpauthUri, at, ...(previous && { previous }) });
  return { type: 'diagnosed', diagnosis };
}

/** What each step of linking an app asks of the server, or of the secret. */
export function enrollmentEffect(
  state: EnrollmentState,
  ask: Ask,
): Promise<EnrollmentEvent> | undefined {
  switch (state.step) {
    case 'starting':
    case 'extending':
      return start(ask);
    case 'checking-proof':
      return ask('stepUp', state.proof).then(() => ({ type: 'proved' }));
    case 'confirming':
      return ask('confirmEnrollment', {
        enrollmentId: state.enrollment.id,
        secret: state.enrollment.secret,
        code: state.code,
        ...(state.name !== undefined && { name: state.name }),
      }).then((confirmation) => ({ type: 'confirmed', confirmation }));
    case 'diagnosing':
      return diagnose(state);
    // An enrollment that nobody cancels expires: not being able to is nothing to tell a person.
    case 'canceling': {
      const canceled = () => ({ type: 'canceled' }) as const;
      return ask('cancelEnrollment', { enrollmentId: state.enrollmentId }).then(canceled, canceled);
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
