import type { MfaOperation } from '../../src/backend/backend.js';
import { OPERATIONS } from '../../src/backend/operations.js';
import type { Account } from './account.js';
import type { Told } from './told.js';
import { APPS } from './typed.js';

/** What the server knows of a cell. */
export interface ServerRecord {
  /** Whether it did what was asked. */
  readonly isDone: boolean;
  readonly account: Account;
  /** The requests that came in, in order. */
  readonly requests: readonly MfaOperation[];
}

/**
 * Compares what a person is told with what the server has done.
 *
 * Only operations that always change something can be told wrongly: to read, to ask for a QR code again or to
 * give a proof again does no harm.
 *
 * @returns The complaint; `undefined` if what is told holds.
 */
export function untruth(
  operation: MfaOperation,
  told: Told,
  { isDone, account }: ServerRecord,
): string | undefined {
  if (operation === 'cancelEnrollment') {
    return account.apps.length === APPS.length ? undefined : 'It is told that no app was linked.';
  }
  if (OPERATIONS[operation].changes !== 'always') return undefined;
  const claim = claimOf(told);
  if (claim === 'done' && !isDone) return 'It is told as done, and the server has not done it.';
  if (claim === 'not done' && isDone) return 'It is told as not done, and the server has done it.';
  const isOfApp = OPERATIONS[operation].id === 'authenticatorId';
  if (
    isOfApp &&
    told === 'not-done:not-found' &&
    account.apps.some(({ id }) => id === APPS[0].id)
  ) {
    return 'The app is told to be gone, and the server has it.';
  }
  return undefined;
}

/** What a person takes from what is told. That the sign-in is over says nothing of the change. */
function claimOf(told: Told): 'done' | 'not done' | 'nothing' {
  if (told === 'done' || told === 'found-done') return 'done';
  return told === 'unknown' || told.startsWith('ended:') ? 'nothing' : 'not done';
}
