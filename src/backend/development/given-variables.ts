import type { MfaOperation } from '../backend.js';

/** What each operation is given, as `{name}`. */
export const GIVEN: Readonly<Record<MfaOperation, readonly string[]>> = {
  status: [],
  startEnrollment: [],
  confirmEnrollment: ['enrollmentId', 'secret', 'code', 'name'],
  cancelEnrollment: ['enrollmentId'],
  verify: ['code', 'rememberDevice'],
  verifyRecoveryCode: ['recoveryCode'],
  listAuthenticators: [],
  renameAuthenticator: ['authenticatorId', 'name'],
  unlinkAuthenticator: ['authenticatorId'],
  stepUp: ['password', 'code'],
  recoveryCodesStatus: [],
  generateRecoveryCodes: [],
};
