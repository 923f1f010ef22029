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
import { drive } from './mount.js';

/** What there is to see once the operation was asked. */
interface Reached {
  untilText(expected: string): Promise<void>;
}

async function enterCode(backend: MfaBackend): Promise<Reached> {
  const harness = await drive(ChallengeHarness, { backend });
  await harness.untilOffers('submit');
  await harness.enterCode(SAMPLE.code);
  return harness;
}

/** What a person does until an operation is asked. */
export const REACH = {
  status: (backend) => drive(LoginHarness, { backend }),
  startEnrollment: (backend) => drive(EnrollmentHarness, { backend }),
  confirmEnrollment: async (backend) => {
    const harness = await drive(EnrollmentHarness, { backend });
    await harness.untilOffers('submit');
    await harness.enterCode(SAMPLE.code);
    return harness;
  },
  verify: enterCode,
  verifyRecoveryCode: async (backend) => {
    const harness = await drive(ChallengeHarness, { backend });
    await harness.untilOffers('use-recovery-code');
    await harness.useRecoveryCode();
    await harness.enterRecoveryCode(SAMPLE.recoveryCodes[0]);
    return harness;
  },
  listAuthenticators: (backend) => drive(AuthenticatorsHarness, { backend }),
  renameAuthenticator: async (backend) => {
    const harness = await drive(AuthenticatorsHarness, { backend });
    await harness.untilText(SAMPLE.authenticator.name);
    await harness.rename(SAMPLE.authenticator.name, 'Werktelefoon');
    return harness;
  },
  unlinkAuthenticator: async (backend) => {
    const harness = await drive(AuthenticatorsHarness, { backend });
    await harness.untilText(SAMPLE.authenticator.name);
    await harness.unlink(SAMPLE.authenticator.name);
    await harness.confirm();
    return harness;
  },
  recoveryCodesStatus: (backend) => drive(RecoveryCodesHarness, { backend }),
  generateRecoveryCodes: async (backend) => {
    const harness = await drive(RecoveryCodesHarness, { backend });
    await harness.untilOffers('generate');
    await harness.generate();
    await harness.confirm();
    return harness;
  },
} as const satisfies Partial<Record<MfaOperation, (backend: MfaBackend) => Promise<Reached>>>;

/** An operation that these tests can reach. */
export type Reachable = keyof typeof REACH;

/** The sample account, of which the page has written one operation itself. */
export function withOwn(operation: Reachable, own: () => unknown): MfaBackend {
  const state = operation === 'status' ? 'enrollment-required' : 'verified';
  return { ...scriptedBackend({ state }), [operation]: own };
}
