import type { MfaOperation } from '../../src/backend/backend.js';
import type { MfaErrorKind } from '../../src/backend/mfa-error.js';
import { OPERATIONS } from '../../src/backend/operations.js';
import { faultOf } from './cells.js';
import type { Said } from './fault.js';

/** Statuses that mean something of their own (C59, C61, C64). */
function kindOfStatus(fault: string, operation: MfaOperation): MfaErrorKind | undefined {
  const { id, changes, signsIn } = OPERATIONS[operation];
  if (fault === '428-empty') {
    // A proof that somebody is there: the password before a change, otherwise a new sign-in.
    return changes !== 'never' && !signsIn ? 'step-up-required' : endOf(operation);
  }
  if (fault === '404-json' || fault === '410-empty') {
    if (id === 'authenticatorId') return 'not-found';
    if (id === 'enrollmentId' && fault === '410-empty') return 'enrollment-expired';
  }
  return undefined;
}

/** The sign-in between password and code is over, or the session is. */
const endOf = (operation: MfaOperation): MfaErrorKind =>
  OPERATIONS[operation].signsIn ? 'login-expired' : 'signed-out';

/** A refused code is the one that was typed: nobody is told of the app's code where none was asked. */
function meantBy(kind: MfaErrorKind, operation: MfaOperation): MfaErrorKind {
  if (kind !== 'invalid-code' && kind !== 'code-reused') return kind;
  if (operation === 'verifyRecoveryCode') return 'invalid-recovery-code';
  return operation === 'stepUp' ? 'invalid-password' : kind;
}

/** The cause of a failure, of which the contract says nothing more: by what the answer says. */
const CAUSES: Readonly<Record<Exclude<Said, 'refused' | 'over' | 'page'>, MfaErrorKind>> = {
  silent: 'unexpected',
  bare: 'unexpected',
  other: 'unexpected',
  denial: 'unexpected',
  malformed: 'unexpected',
  unreadable: 'unexpected',
  'no-such': 'unexpected',
  gateway: 'unavailable',
  lost: 'unavailable',
  endless: 'timeout',
};

/** Why an operation failed, if it was not done. */
export function causeOf(name: string, operation: MfaOperation): MfaErrorKind {
  const { said, kind } = faultOf(name);
  const own = kindOfStatus(name, operation);
  if (own) return own;
  // Starting again does no harm, so only a status says that it was refused.
  if (name === '200-problem' && operation === 'startEnrollment') return 'unexpected';
  if (said === 'refused') return kind ? meantBy(kind, operation) : 'unexpected';
  return said === 'over' || said === 'page' ? endOf(operation) : CAUSES[said];
}

/** Whether an answer leaves open whether a change was made. */
export const leavesOpen = (name: string): boolean =>
  !['refused', 'over', 'no-such'].includes(faultOf(name).said);
