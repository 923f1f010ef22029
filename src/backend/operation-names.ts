import type { MfaOperation } from './backend.js';

/** Every operation of a backend; the compiler sees to it that none is missing. */
const NAMES: Readonly<Record<MfaOperation, true>> = {
  status: true,
  startEnrollment: true,
  confirmEnrollment: true,
  cancelEnrollment: true,
  verify: true,
  verifyRecoveryCode: true,
  listAuthenticators: true,
  renameAuthenticator: true,
  unlinkAuthenticator: true,
  stepUp: true,
  recoveryCodesStatus: true,
  generateRecoveryCodes: true,
};

/** The names of the operations that a definition can describe. */
export const OPERATION_NAMES = Object.keys(NAMES) as readonly MfaOperation[];
