import type { MfaOperation } from '../../../backend/backend.js';
import { ERROR_KINDS } from '../../../backend/error-kinds.js';
import { DEFAULT_WAIT, LONGEST_WAIT, type MfaError } from '../../../backend/mfa-error.js';
import { withoutDoubt } from '../../../backend/unknown-outcome.js';
import { OPERATIONS } from '../../../backend/operations.js';

/**
 * Returns the whole seconds that the next try has to wait after an error; 0 if it need not wait.
 *
 * A custom backend may give any number, or none (C65).
 */
export function secondsToWait({ kind, facts }: MfaError): number {
  // The message says how long, so that is how long it is.
  const { retryAfter = kind === 'rate-limited' ? DEFAULT_WAIT : 0 } = facts;
  if (!ERROR_KINDS[kind].waits || retryAfter <= 0) return 0;
  return Math.min(Math.ceil(retryAfter), LONGEST_WAIT);
}

/** Whether an error says nothing but to wait. Its countdown then shows in place of its message. */
export const isOnlyWait = (error: MfaError): boolean =>
  ERROR_KINDS[error.kind].waits === 'this-try' && secondsToWait(error) > 0;

/**
 * Returns a function that returns the milliseconds since this call. It uses the clock that advanced
 * more: in some browsers `performance` stops while the computer sleeps (C82), and the time of day may
 * be set back meanwhile.
 */
function startStopwatch(): () => number {
  const time = Date.now();
  const origin = performance.now();
  return () => Math.max(Date.now() - time, performance.now() - origin);
}

/**
 * A wait that the server asks for before the next try. The time left is computed from absolute time,
 * never counted in ticks (ARCHITECTURE.md, decision 11).
 *
 * The rule of which buttons a wait holds for, wherever they are: those that send the operation that was
 * refused. If the account is locked, also those that send a code, a recovery code or a password, as it
 * accepts none of them. Any other way stays open, such as a recovery code in place of too many codes.
 */
export class Wait {
  /** The error that started the wait. */
  readonly error: MfaError;
  /** The operation that has to wait. */
  readonly operation: MfaOperation;
  /** The whole seconds of the wait. */
  readonly total: number;
  /** The seconds that were left when the user last tried. */
  triedAt: number | undefined;
  /** Whether the page was left since it started: its start is not announced any more. */
  isOld = false;
  readonly #elapsed = startStopwatch();

  constructor(error: MfaError, refused: MfaOperation) {
    this.error = error;
    // What was refused is the proof that was sent with the operation.
    this.operation = error.facts.stepUp?.length ? 'stepUp' : refused;
    // An unknown outcome that is told as one has to wait as long.
    this.total = secondsToWait(withoutDoubt(error));
  }

  /** The whole seconds that are left; 0 when the wait is over. */
  get left(): number {
    return Math.max(Math.ceil(this.total - this.#elapsed() / 1000), 0);
  }

  /** Returns whether a button that sends this operation has to wait. */
  holdsFor(operation: MfaOperation): boolean {
    const isLocked = this.error.kind === 'locked' && OPERATIONS[operation].takesProof === true;
    return operation === this.operation || isLocked;
  }
}
