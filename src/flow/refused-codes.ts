import type { MfaError } from '../backend/mfa-error.js';

/** The codes that were refused in a row. Secret: held only in the memory of a flow. */
export interface RefusedCodes {
  readonly last: string;
  /** The number of different codes. */
  readonly count: number;
}

/** The reason why a code was refused, if more is known than that it is wrong. */
export type RefusalReason =
  /** The same code was refused just before: the app has not shown the next one yet. */
  | { readonly kind: 'repeated' }
  /**
   * The clock of this device is off, and so are the codes if the app is on this device. `seconds` is how
   * far it is ahead of the server.
   */
  | { readonly kind: 'clock-off'; readonly seconds: number };

/** Up to this difference, in seconds, a clock that is off still gives codes that a server accepts (C83). */
const HARMLESS_SKEW = 60;
/** One wrong code is a typing error; from the second on the clock may be the cause (C83). */
const SUSPICIOUS_COUNT = 2;

/**
 * Adds a refused code to those before it, and looks for the reason of the refusal.
 *
 * @param code The code. Secret.
 * @param error The error of the backend.
 * @param before The codes refused before it.
 */
export function refuseCode(
  code: string,
  error: MfaError,
  before?: RefusedCodes,
): { readonly refused?: RefusedCodes | undefined; readonly reason?: RefusalReason } {
  if (error.kind !== 'invalid-code' && error.kind !== 'code-reused') return { refused: before };
  if (code === before?.last) {
    return error.kind === 'invalid-code'
      ? { refused: before, reason: { kind: 'repeated' } }
      : { refused: before };
  }
  const refused = { last: code, count: (before?.count ?? 0) + 1 };
  const seconds = error.facts.clockSkew ?? 0;
  const isClockOff = Math.abs(seconds) > HARMLESS_SKEW && refused.count >= SUSPICIOUS_COUNT;
  return isClockOff ? { refused, reason: { kind: 'clock-off', seconds } } : { refused };
}
