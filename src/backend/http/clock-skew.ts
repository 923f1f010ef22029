import { readHttpDate } from './http-date.js';

/** `Date` holds whole seconds: the server may have written it up to this many ms later. */
const ROUNDING = 1000;

/** When a request was sent and responded to, by the clock of this device, in ms since 1970. */
export interface ExchangeTimes {
  readonly sentAt: number;
  /** When the head of the response arrived, before its body was read. */
  readonly receivedAt: number;
}

/**
 * Reads how far the clock of this device is certain to be ahead of the server's, in whole seconds. It
 * is negative if the clock is behind, and 0 if the two may be the same (C83).
 *
 * The server wrote its `Date` at some moment between sending and receiving, and within the second
 * that it names. The possible skews are a range; the result is the end of it that is nearest to 0.
 *
 * @returns `undefined` if it cannot be known: `Date` is missing or hidden by CORS (C73), the response
 * comes from a cache (`Age`), or the clock of the device was set back meanwhile.
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
  // Turns -0 into 0.
  return Math.trunc(certain / 1000) || 0;
}
