import type { Enrollment, EnrollmentConfirmation } from '../../backend/backend.js';
import type { MfaErrorKind } from '../../backend/mfa-error.js';
import { decodeBase32 } from '../../otp/base32.js';
import { parseOtpauthUri } from '../../otp/otpauth-uri.js';
import { APP_NAME } from '../app-name.js';
import { AuthenticatorApp } from '../totp-app.js';
import type { Checker, Step, Taken } from '../checker.js';
import { findNewcomer } from '../find-newcomer.js';
import type { Ledger } from '../ledger.js';
import type { Row } from '../row.js';
import type { Judgment } from '../rows.js';
import type { Visitor, WalkOptions } from '../walk-options.js';
import { WalkStopped } from '../walk-stopped.js';

/** After these the server may have done what was asked. */
const UNCERTAIN: readonly MfaErrorKind[] = ['unexpected', 'unknown-outcome'];

/** RFC 4226, section 4, R6. */
const LEAST_BITS = 128;

/** Links an app: begins, calls off, begins again, gives a wrong code and then the right one. */
export async function* linkApp(
  checker: Checker,
  { clock, witness }: WalkOptions,
  ledger: Ledger,
  visitor: Visitor,
): AsyncGenerator<Row> {
  const begun = yield* beginEnrollment(checker, ledger, visitor);
  ledger.obstacle = 'No app could be linked.';
  if (!begun.value || !checker.takes('confirmEnrollment', visitor)) return;
  const { id: enrollmentId, secret, otpauthUri } = begun.value;
  const app = new AuthenticatorApp(parseOtpauthUri(otpauthUri), clock);
  const confirm = (check: string, codeOf: () => string | Promise<string>) =>
    ({
      operation: 'confirmEnrollment',
      check,
      ask: async (backend) => {
        const code = await codeOf();
        return backend.confirmEnrollment({ enrollmentId, secret, code, name: APP_NAME });
      },
    }) satisfies Step<unknown>;

  const wrongCode = () => app.wrongCode(ledger.existing ? [ledger.existing] : []);
  const refused = yield* checker.expectRefusal(
    visitor,
    confirm('refuses a wrong code', wrongCode),
    'invalid-code',
  );
  const right = confirm('takes the right code', () => app.unusedCode());
  // A wrong code that was taken, as it seems, may have linked the app: the right one tells.
  if (refused.value) keepLinked(ledger, app, refused.value);
  if (!checker.takes('unlinkAuthenticator', visitor)) {
    ledger.obstacle = 'What would be linked could not be unlinked again.';
    yield* checker.skip(visitor, right, ledger.obstacle);
    return;
  }
  const confirmed = yield* checker.expectGood(visitor, right);
  if (confirmed.value) keepLinked(ledger, app, confirmed.value);
  if (ledger.linked || !confirmed.error || !UNCERTAIN.includes(confirmed.error.kind)) return;
  const id = await findNewcomer(ledger, visitor);
  witness.take();
  ledger.linked = { id, app };
}

function keepLinked(
  ledger: Ledger,
  app: AuthenticatorApp,
  { authenticator, recoveryCodes = [] }: EnrollmentConfirmation,
): void {
  ledger.linked = { id: authenticator.id, app };
  ledger.recoveryCodes = recoveryCodes;
  ledger.obstacle = '';
  delete ledger.pending;
}

/** @returns The enrollment to go on with. */
async function* beginEnrollment(
  checker: Checker,
  ledger: Ledger,
  visitor: Visitor,
): AsyncGenerator<Row, Taken<Enrollment>> {
  const begin = async function* (check: string) {
    const step = { operation: 'startEnrollment', check } as const;
    const begun: Taken<Enrollment> = yield* checker.expectGood(
      visitor,
      { ...step, ask: (backend) => backend.startEnrollment() },
      judgeEnrollment,
    );
    if (begun.value) ledger.pending = { visitor, enrollmentId: begun.value.id };
    return begun;
  };
  const begun = yield* begin('gives a secret');
  if (begun.error?.kind === 'already-linked' && !ledger.existing) {
    throw new WalkStopped('unusable-account', 'The account has an app already. Take another.');
  }
  if (!begun.value) return begun;
  const enrollmentId = begun.value.id;
  const canceled = yield* checker.expectGood(visitor, {
    operation: 'cancelEnrollment',
    check: 'forgets the enrollment',
    ask: (backend) => backend.cancelEnrollment({ enrollmentId }),
  });
  return canceled.outcome === 'passed' ? yield* begin('gives a secret again') : begun;
}

/** That secret and URI agree was looked at when the answer was read. */
function judgeEnrollment({ secret, otpauthUri }: Enrollment): Judgment {
  const { digits, period, algorithm, issuer } = parseOtpauthUri(otpauthUri);
  const bits = decodeBase32(secret).length * 8;
  const advice: string[] = [];
  if (bits < LEAST_BITS) {
    advice.push(`The secret has ${bits} bits; RFC 4226 asks for ${LEAST_BITS} or more.`);
  }
  if (digits !== 6 || period !== 30 || algorithm !== 'SHA1') {
    advice.push(
      'Many apps know only 6 digits, 30 seconds and SHA1, and show wrong codes otherwise.',
    );
  }
  if (!issuer)
    advice.push('The otpauth URI names no issuer: the app cannot show whose code it is.');
  return { advice };
}
