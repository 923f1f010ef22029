import { LONGEST_WAIT } from '../mfa-error.js';
import type { RetryAfterUnit } from '../definition/error-rule-types.js';
import { readHttpDate } from './http-date.js';
import { textOf } from '../text-of.js';

/** As seconds this is the year 5138, as milliseconds 1973. Some servers send `epoch` in milliseconds. */
const EPOCH_IN_MILLISECONDS = 1e11;

/**
 * Returns the whole seconds that a server asks to wait (RFC 9110, section 10.2.3), from 0 to 3600.
 *
 * A moment is measured from the server's own `Date`, never from the device's clock, which may be wrong.
 *
 * @param value A number, as a number or text, or an HTTP date whatever the unit.
 * Of several numbers the longest counts: a gateway and the server behind it both send the header, and `fetch` joins them.
 * @param date The `Date` header of the same response, if the page may read it. Without it, an HTTP date
 * or `epoch` cannot be used.
 * @returns `undefined` if the value is not usable.
 */
export function readRetryAfter(
  value: unknown,
  date?: string | null,
  unit: RetryAfterUnit = 'seconds',
): number | undefined {
  const text = textOf(value)?.trim() ?? '';
  const amount = /^\d+(?:\.\d+)?(?:, \d+)*$/.test(text)
    ? Math.max(...text.split(',').map(Number))
    : undefined;
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
