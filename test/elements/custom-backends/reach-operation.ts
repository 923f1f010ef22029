import type { MfaBackend, MfaOperation } from '../../../src/backend/backend.js';
import '../../../src/define.js';
import {
  AuthenticatorsHarness,
  ChallengeHarness,
  EnrollmentHarness,
  LoginHarness,
  RecoveryCodesHarness,
  SAMPLE,
  scriptedBackend,
} from '../../../src/testing/index.js';
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
export function backendWith(operation: ReachableOperation, own: () => unknown): MfaBackend {
  const state = operation === 'status' ? 'enrollment-required' : 'verified';
  return { ...scriptedBackend({ state }), [operation]: own };
}
