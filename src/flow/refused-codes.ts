import type { MfaError } from '../backend/mfa-error.js';

/** The codes that were refused one after the other. Secret: only in the memory of a flow. */
export interface RefusedCodes {
  readonly last: string;
  /** How many different ones. */
  readonly count: number;
}

/** Why a code was refused, where more is known than that it is wrong. */
export type RefusalReason =
  /** It is the very code that was refused just before: the app has not shown the next one yet. */
  | { readonly kind: 'repeated' }
  /** This device's clock is off, and so, if it shows the codes, are they. Seconds ahead of the server. */
  | { readonly kind: 'clock-off'; readonly seconds: number };

/** Below this, in seconds, a clock that is off still gives codes that a server takes (C83). */
const HARMLESS_SKEW = 60;
/** One wrong code is a slip of the hand; from the second on the clock may be the cause (C83). */
const SUSPICIOUS_COUNT = 2;

/**
 * What is known after a code was refused.
 *
 * @param code The code. Secret.
 * @param error How it was refused.
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
