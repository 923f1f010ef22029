import { readHttpDate } from '../definition/http-date.js';

/** `Date` holds whole seconds: the server may have written it up to this many ms later. */
const ROUNDING = 1000;

/** When an exchange took place, by the clock of this device, in ms since 1970. */
export interface ExchangeTimes {
  readonly sentAt: number;
  /** When the head of the answer was there, before its body was read. */
  readonly receivedAt: number;
}

/**
 * How far the clock of this device is certain to be ahead of the server's, in whole seconds; behind:
 * negative; 0 when the two may well be the same (C83).
 *
 * The server wrote its `Date` at some moment between sending and receiving, and within the second
 * that it names. The skews that fit with that are a range; what counts is its end nearest to 0.
 *
 * @returns `undefined` when that cannot be known: `Date` is missing or hidden by CORS (C73), the
 * answer comes out of a cache (`Age`), or the clock of the device was set back meanwhile.
 */
export function readClockSkew(
  { sentAt, receivedAt }: ExchangeTimes,
  headers: Headers,
): number | undefined {
  const date = readHttpDate(headers.get('Date'));
  const isFromCache = Number(headers.get('Age') ?? 0) !== 0;
  if (date === undefined || isFromCache || receivedAt < sentAt) return undefined;
  const least = sentAt - (date + ROUNDING);
  const most = receivedAt - date;
  const certain = least > 0 ? least : Math.min(most, 0);
  // A zero without a sign.
  return Math.trunc(certain / 1000) || 0;
}
