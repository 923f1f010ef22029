import type { MfaBackend, MfaOperation } from '../../src/backend/backend.js';

const code = '492039';

/** Calls an operation of a backend, if it has it, with some input. */
export const callOperation = {
  status: (backend) => backend.status?.(),
  startEnrollment: (backend) => backend.startEnrollment?.(),
  confirmEnrollment: (backend) =>
    backend.confirmEnrollment?.({ enrollmentId: 'e', secret: 'JBSWY3DPEHPK3PXP', code }),
  cancelEnrollment: (backend) => backend.cancelEnrollment?.({ enrollmentId: 'e' }),
  verify: (backend) => backend.verify?.({ code, rememberDevice: true }),
  verifyRecoveryCode: (backend) => backend.verifyRecoveryCode?.({ recoveryCode: 'ABCD-EFGH' }),
  listAuthenticators: (backend) => backend.listAuthenticators?.(),
  renameAuthenticator: (backend) =>
    backend.renameAuthenticator?.({ authenticatorId: 'a', name: 'Telefoon' }),
  unlinkAuthenticator: (backend) => backend.unlinkAuthenticator?.({ authenticatorId: 'a' }),
  stepUp: (backend) => backend.stepUp?.({ password: 'welkom' }),
  recoveryCodesStatus: (backend) => backend.recoveryCodesStatus?.(),
  generateRecoveryCodes: (backend) => backend.generateRecoveryCodes?.(),
} as const satisfies Record<MfaOperation, (backend: MfaBackend) => Promise<unknown> | undefined>;
