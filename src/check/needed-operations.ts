import type { MfaOperation } from '../backend/backend.js';
import { OPERATION_NAMES } from '../backend/operations.js';

const LINKING = ['startEnrollment', 'confirmEnrollment', 'unlinkAuthenticator'] as const;

/** The operations that have to be called for another to be checked. */
const NEEDS: Readonly<Record<MfaOperation, readonly MfaOperation[]>> = {
  status: [],
  startEnrollment: [],
  confirmEnrollment: LINKING,
  cancelEnrollment: ['startEnrollment'],
  verify: LINKING,
  verifyRecoveryCode: [...LINKING, 'generateRecoveryCodes'],
  listAuthenticators: [],
  renameAuthenticator: LINKING,
  unlinkAuthenticator: LINKING,
  stepUp: LINKING,
  recoveryCodesStatus: LINKING,
  generateRecoveryCodes: LINKING,
};

/** Adds to the operations of `--only` those that they need. Returns all if it was not given. */
export function neededOperations(only?: readonly MfaOperation[]): ReadonlySet<MfaOperation> {
  return new Set(only?.flatMap((name) => [name, ...NEEDS[name]]) ?? OPERATION_NAMES);
}
