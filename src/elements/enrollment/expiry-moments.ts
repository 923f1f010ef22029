import type { Enrollment } from '../../backend/backend.js';

/** When to warn about expiry and when to end the enrollment, in ms since 1970 by this device's clock. */
export interface ExpiryMoments {
  readonly warnAt: number;
  readonly endAt: number;
}

export interface KnownTime {
  /** When this device received the enrollment, in ms since 1970 by its own clock. */
  readonly seenAt: number;
  /** Whole seconds that this device's clock is ahead of the server's, if a response has shown it. */
  readonly clockSkew?: number | undefined;
}

const SECOND = 1000;

/** Time to read the warning and finish or request more time: three times the minimum of A6. */
const WARNING_TIME = 60 * SECOND;

/**
 * Tolerance if the device clock could not be compared with the server's. Clocks that are more than 5
 * minutes off cannot sign in to many company networks, so they are rare (RFC 4120, section 8.2).
 */
const CLOCK_TOLERANCE = 5 * 60 * SECOND;

/**
 * Computes when to warn that an enrollment expires, and when to end it.
 *
 * Only the server decides whether a code is in time. But a QR code that no longer works should not stay
 * on a screen, so it is removed without a request, by the clock. An unchecked clock is not trusted (C83):
 *
 * - If a response has shown the difference between the clocks, the QR code is removed on time.
 * - If not, it is removed {@link CLOCK_TOLERANCE} later. Until then the server rejects a late code with
 *   `enrollment-expired`.
 * - If the enrollment had expired before it was received, one of the clocks is wrong, and the QR code is
 *   never removed. (A proxy may have set another `Date` on the responses than the server that created the
 *   enrollment.)
 *
 * Nothing is lost if it is removed too early: until it expires, the server returns the same secret again
 * (the contract).
 *
 * @returns `undefined` if the enrollment does not expire, or the time is not known.
 */
export function expiryMoments(
  { expiresAt }: Pick<Enrollment, 'expiresAt'>,
  { seenAt, clockSkew }: KnownTime,
): ExpiryMoments | undefined {
  if (!expiresAt) return undefined;
  const endAt = expiresAt.getTime() + (clockSkew ?? 0) * SECOND;
  // Also true for an invalid date.
  if (!(endAt > seenAt)) return undefined;
  return {
    warnAt: endAt - WARNING_TIME,
    endAt: clockSkew === undefined ? endAt + CLOCK_TOLERANCE : endAt,
  };
}
