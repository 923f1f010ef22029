import type { Enrollment } from '../../backend/backend.js';

/** When to warn about the end of an enrollment and when to end it, in ms since 1970 by this device. */
export interface ExpiryMoments {
  readonly warnAt: number;
  readonly endAt: number;
}

/** What is known about the time. */
export interface KnownTime {
  /** When this device first saw the enrollment, in ms since 1970 by its own clock. */
  readonly seenAt: number;
  /** Whole seconds that this device's clock is ahead of the server's, where an answer told. */
  readonly clockSkew?: number | undefined;
}

const SECOND = 1000;

/** Long enough to read it, finish, or ask for more time: three times what A6 asks for at least. */
const WARNING = 60 * SECOND;

/**
 * What is forgiven to a clock that nobody has checked. Clocks that are further off than 5 minutes
 * cannot sign in to many company networks, so they are seldom (RFC 4120, section 8.2).
 */
const DOUBT = 5 * 60 * SECOND;

/**
 * When an enrollment is about to end, and when it is over.
 *
 * The server alone decides whether a code comes in time. But a QR code that nobody can use any more
 * should not stay on a screen, so it is taken away without asking, from a clock, and never from one
 * that nobody checked (C83):
 *
 * - Where an answer of the server told how far the clocks are apart, at the very moment.
 * - Where none did, {@link DOUBT} later. Until then the server answers a late code with
 *   `enrollment-expired`.
 * - Where the enrollment was over before it came, one of the clocks is wrong: never. (A proxy may
 *   have written another time on the answers than the server that gave the enrollment.)
 *
 * Even if it is too early, nothing is lost: asked again before the end, the server gives the same
 * secret (the contract).
 *
 * @returns undefined where there is no end, or none that can be known.
 */
export function expiryMoments(
  { expiresAt }: Pick<Enrollment, 'expiresAt'>,
  { seenAt, clockSkew }: KnownTime,
): ExpiryMoments | undefined {
  if (!expiresAt) return undefined;
  const endAt = expiresAt.getTime() + (clockSkew ?? 0) * SECOND;
  // Also where it is no time at all.
  if (!(endAt > seenAt)) return undefined;
  return { warnAt: endAt - WARNING, endAt: clockSkew === undefined ? endAt + DOUBT : endAt };
}
