import type { Enrollment, EnrollmentConfirmation } from '../../backend/backend.js';
import { ERROR_KINDS } from '../../backend/error-kinds.js';
import { decodeBase32 } from '../../otp/base32.js';
import { parseOtpauthUri } from '../../otp/otpauth-uri.js';
import type { CheckRun, Step, StepResult } from '../check-run.js';
import { CheckStopped } from '../check-stopped.js';
import type { CheckResult } from '../row.js';
import { TotpApp } from '../totp-app.js';
import type { Visitor } from '../visitor.js';

/** The name of the app that a check links. */
export const APP_NAME = 'mfa-elements check';

/** RFC 4226, section 4, R6. */
const LEAST_BITS = 128;

/** Links an app: starts, cancels, starts again, gives a wrong code and then the right one. */
export async function enrollApp(run: CheckRun, visitor: Visitor): Promise<void> {
  const enrollment = await startEnrollment(run, visitor);
  run.skipReason = 'No app could be linked.';
  if (!enrollment || !run.canCheck('confirmEnrollment', visitor)) return;
  const { id: enrollmentId, secret, otpauthUri } = enrollment;
  const app = new TotpApp(parseOtpauthUri(otpauthUri), run.options.environment);
  const confirm = (check: string, codeOf: () => string | Promise<string>) =>
    ({
      operation: 'confirmEnrollment',
      check,
      call: async (backend) => {
        const code = await codeOf();
        return backend.confirmEnrollment({ enrollmentId, secret, code, name: APP_NAME });
      },
    }) satisfies Step<unknown>;

  const wrong = confirm('refuses a wrong code', () => app.wrongCode(run.existingApp));
  const refused = await run.expectError(visitor, wrong, 'invalid-code');
  // A wrong code that seems to be accepted may have linked the app. The right code shows whether it did.
  if (refused.value) setLinked(run, app, refused.value);
  const right = confirm('accepts the right code', () => app.unusedCode());
  if (!run.canCheck('unlinkAuthenticator', visitor)) {
    run.skipReason = 'A linked app could not be unlinked again.';
    run.skip(visitor, right, run.skipReason);
    return;
  }
  const confirmed = await run.expectSuccess(visitor, right);
  if (confirmed.value) setLinked(run, app, confirmed.value);
  if (run.linked || !confirmed.error || !ERROR_KINDS[confirmed.error.kind].mayHaveSucceeded) return;
  const apps = await run.callUnreported(() => visitor.backend.listAuthenticators?.());
  run.linked = { id: run.findNewAuthenticatorId(apps), app };
}

function setLinked(
  run: CheckRun,
  app: TotpApp,
  { authenticator, recoveryCodes = [] }: EnrollmentConfirmation,
): void {
  run.linked = { id: authenticator.id, app };
  run.recoveryCodes = recoveryCodes;
  run.skipReason = '';
  run.pending = undefined;
}

/** @returns The enrollment to confirm. */
async function startEnrollment(run: CheckRun, visitor: Visitor): Promise<Enrollment | undefined> {
  const first = await start(run, visitor, 'returns a secret');
  if (first.error?.kind === 'already-linked' && !run.existingApp) {
    throw new CheckStopped(
      'unusable-account',
      'The account already has an app. Use another account.',
    );
  }
  if (!first.value) return undefined;
  const enrollmentId = first.value.id;
  const canceled = await run.expectSuccess(visitor, {
    operation: 'cancelEnrollment',
    check: 'cancels the enrollment',
    call: (backend) => backend.cancelEnrollment({ enrollmentId }),
  });
  if (!canceled.passed) return first.value;
  const second = await start(run, visitor, 'returns a secret again');
  return second.value;
}

async function start(
  run: CheckRun,
  visitor: Visitor,
  check: string,
): Promise<StepResult<Enrollment>> {
  const started = await run.expectSuccess(visitor, {
    operation: 'startEnrollment',
    check,
    call: (backend) => backend.startEnrollment(),
    inspect: inspectEnrollment,
  });
  if (started.value) run.pending = { visitor, enrollmentId: started.value.id };
  return started;
}

/** Does not compare the secret with the URI: that is done where the response is read. */
function inspectEnrollment({ secret, otpauthUri }: Enrollment): CheckResult {
  const { digits, period, algorithm, issuer } = parseOtpauthUri(otpauthUri);
  const bits = decodeBase32(secret).length * 8;
  const advice: string[] = [];
  if (bits < LEAST_BITS) {
    advice.push(`The secret has ${bits} bits; RFC 4226 requires ${LEAST_BITS} or more.`);
  }
  if (digits !== 6 || period !== 30 || algorithm !== 'SHA1') {
    advice.push(
      'Many apps support only 6 digits, 30 seconds and SHA1, and show wrong codes otherwise.',
    );
  }
  if (!issuer) {
    advice.push('The otpauth URI has no issuer, so the app cannot show which site a code is for.');
  }
  return { advice };
}
