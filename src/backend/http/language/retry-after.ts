import { readHttpDate } from './http-date.js';

/** An hour: longer than that is for a person to find out, not for a counter (C65). */
const LONGEST_WAIT = 3600;

/**
 * The seconds a server asks to wait (RFC 9110, section 10.2.3), from 0 to 3600.
 *
 * A date counts from the server's own `Date`, never from the clock of the device, which may be off.
 *
 * @param value Seconds or an HTTP date.
 * @param date The `Date` header of the same answer, when the page may read it.
 * @returns `undefined` when it says nothing usable.
 */
export function readRetryAfter(value: unknown, date?: string | null): number | undefined {
  const text = typeof value === 'number' ? String(Math.ceil(value)) : value;
  if (typeof text !== 'string') return undefined;
  if (/^\d+$/.test(text.trim())) return clamp(Number(text));
  const until = readHttpDate(text);
  const now = readHttpDate(date);
  if (until === undefined || now === undefined) return undefined;
  return clamp(Math.ceil((until - now) / 1000));
}

function clamp(seconds: number): number {
  return Math.min(Math.max(seconds, 0), LONGEST_WAIT);
}
