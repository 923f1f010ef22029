import type { MfaBackend, MfaOperation, MfaState } from '../../../src/backend/backend.js';
import type { MfaErrorKind } from '../../../src/backend/mfa-error.js';
import { OPERATIONS } from '../../../src/backend/operations.js';
import '../../support/define-all.js';
import {
  AuthenticatorsHarness,
  ChallengeHarness,
  EnrollmentHarness,
  LoginHarness,
  RecoveryCodesHarness,
  SAMPLE,
  scriptedBackend,
} from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import { mount } from './mount.js';

/** An element that has called the operation. */
interface Reached {
  readonly element: HTMLElement & { readonly updateComplete: Promise<unknown> };
  untilText(expected: string): Promise<void>;
}

async function enterCode(backend: MfaBackend): Promise<Reached> {
  const harness = await mount(ChallengeHarness, { backend });
  await harness.untilOffers('submit');
  await harness.enterCode(SAMPLE.code);
  return harness;
}

/** Shows an element with this backend, and does what a person does until it calls the operation. */
export const reachOperation = {
  status: (backend) => mount(LoginHarness, { backend }),
  startEnrollment: (backend) => mount(EnrollmentHarness, { backend }),
  confirmEnrollment: async (backend) => {
    const harness = await mount(EnrollmentHarness, { backend });
    await harness.untilOffers('submit');
    await harness.enterCode(SAMPLE.code);
    return harness;
  },
  verify: enterCode,
  verifyRecoveryCode: async (backend) => {
    const harness = await mount(ChallengeHarness, { backend });
    await harness.untilOffers('use-recovery-code');
    await harness.useRecoveryCode();
    await harness.enterRecoveryCode(SAMPLE.recoveryCodes[0]);
    return harness;
  },
  listAuthenticators: (backend) => mount(AuthenticatorsHarness, { backend }),
  renameAuthenticator: async (backend) => {
    const harness = await mount(AuthenticatorsHarness, { backend });
    await harness.untilText(SAMPLE.authenticator.name);
    await harness.rename(SAMPLE.authenticator.name, 'Werktelefoon');
    return harness;
  },
  unlinkAuthenticator: async (backend) => {
    const harness = await mount(AuthenticatorsHarness, { backend });
    await harness.untilText(SAMPLE.authenticator.name);
    await harness.unlink(SAMPLE.authenticator.name);
    await harness.confirm();
    return harness;
  },
  recoveryCodesStatus: (backend) => mount(RecoveryCodesHarness, { backend }),
  generateRecoveryCodes: async (backend) => {
    const harness = await mount(RecoveryCodesHarness, { backend });
    await harness.untilOffers('generate');
    await harness.generate();
    await harness.confirm();
    return harness;
  },
} as const satisfies Record<ReachableOperation, (backend: MfaBackend) => Promise<Reached>>;

/** An operation that {@link reachOperation} reaches: every one whose result an element reads. */
export type ReachableOperation = Exclude<MfaOperation, 'cancelEnrollment' | 'stepUp'>;

/** The backend of the sample account with one operation of the page. */
export function backendWith(
  operation: ReachableOperation,
  own: (...given: readonly unknown[]) => unknown,
): MfaBackend {
  return { ...scriptedBackend({ state: STATES[operation] ?? 'verified' }), [operation]: own };
}

/** The step that is due before the operation, and still due if it was not done. */
const STATES: Readonly<Partial<Record<ReachableOperation, MfaState>>> = {
  status: 'enrollment-required',
  startEnrollment: 'enrollment-required',
  confirmEnrollment: 'enrollment-required',
  verify: 'code-required',
  verifyRecoveryCode: 'code-required',
};

/** What a person reads if the outcome of a change is unknown, and the server has said that it was not made. */
export const notDoneMessage = (operation: ReachableOperation): string =>
  message(
    operation === 'generateRecoveryCodes' ? 'recovery-codes.unknown-outcome' : 'error.unexpected',
  );

/** The kind of error after anything that says neither that an operation was done nor that it was refused. */
export const undecidedKind = (operation: ReachableOperation): MfaErrorKind =>
  OPERATIONS[operation].changes === 'never' ? 'unexpected' : 'unknown-outcome';
