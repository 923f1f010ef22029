import type { RetryAfterUnit } from './error-rule-types.js';
import { readHttpDate } from './http-date.js';

/** An hour: longer than that is for a person to find out, not for a counter (C65). */
const LONGEST_WAIT = 3600;
/** As seconds this is the year 5138; as milliseconds 1973. Some servers count `epoch` so. */
const EPOCH_IN_MILLISECONDS = 1e11;

/**
 * The whole seconds a server asks to wait (RFC 9110, section 10.2.3), from 0 to 3600.
 *
 * A moment counts from the server's own `Date`, never from the clock of the device, which may be off.
 *
 * @param value A number, as such or as text, or an HTTP date whatever the unit.
 * @param date The `Date` header of the same answer, when the page may read it. Without it, neither an
 * HTTP date nor `epoch` says how long to wait.
 * @returns `undefined` when it says nothing usable.
 */
export function readRetryAfter(
  value: unknown,
  date?: string | null,
  unit: RetryAfterUnit = 'seconds',
): number | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const text = String(value).trim();
  const amount = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
  if (amount !== undefined && unit !== 'epoch') {
    return clamp(unit === 'seconds' ? amount : amount / 1000);
  }
  const until = amount === undefined ? readHttpDate(text) : milliseconds(amount);
  const now = readHttpDate(date);
  return until === undefined || now === undefined ? undefined : clamp((until - now) / 1000);
}

function milliseconds(epoch: number): number {
  return epoch > EPOCH_IN_MILLISECONDS ? epoch : epoch * 1000;
}

function clamp(seconds: number): number {
  return Math.min(Math.max(Math.ceil(seconds), 0), LONGEST_WAIT);
}
