import type { MfaOperation } from '../backend/backend.js';
import { OPERATION_NAMES } from '../backend/operation-names.js';

const LINKING = ['startEnrollment', 'confirmEnrollment', 'unlinkAuthenticator'] as const;

/** What has to be asked as well, for an operation to be looked at. */
const NEEDS: Readonly<Partial<Record<MfaOperation, readonly MfaOperation[]>>> = {
  confirmEnrollment: LINKING,
  cancelEnrollment: ['startEnrollment'],
  verify: LINKING,
  verifyRecoveryCode: [...LINKING, 'generateRecoveryCodes'],
  renameAuthenticator: LINKING,
  unlinkAuthenticator: LINKING,
  stepUp: LINKING,
  recoveryCodesStatus: LINKING,
  generateRecoveryCodes: LINKING,
};

/** These operations and what they need; all where none are named. */
export function neededOperations(only?: readonly MfaOperation[]): ReadonlySet<MfaOperation> {
  return new Set(only?.flatMap((name) => [name, ...(NEEDS[name] ?? [])]) ?? OPERATION_NAMES);
}
