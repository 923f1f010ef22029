import { isIP } from 'node:net';
import type { Clock } from '../clock.js';
import { Problem } from '../problem.js';

const MINUTE_MS = 60_000;

/**
 * Bounds how many passwords and codes one address may try in a minute, whoever's they are (B17):
 * next to the counters of the accounts, which a guesser with a list of accounts spreads out over.
 *
 * In memory, because it only has to slow down: what may never be forgotten is counted by the account
 * (throttle.ts). Several servers side by side each allow as many.
 */
export class AddressLimit {
  readonly #clock: Clock;
  readonly #triesPerMinute: number;
  readonly #tries = new Map<string, number>();
  #minute = 0;

  constructor(clock: Clock, triesPerMinute: number) {
    this.#clock = clock;
    this.#triesPerMinute = triesPerMinute;
  }

  /** @throws {Problem} `rate-limited`, until the minute is over. */
  charge(address: string): void {
    const now = this.#clock().getTime();
    const minute = Math.floor(now / MINUTE_MS);
    // Every minute begins with nothing, so that what is kept never grows for long.
    if (minute !== this.#minute) this.#tries.clear();
    this.#minute = minute;
    const network = networkOf(address);
    const tries = (this.#tries.get(network) ?? 0) + 1;
    if (tries > this.#triesPerMinute) {
      const retryAfter = Math.ceil(((minute + 1) * MINUTE_MS - now) / 1000);
      throw new Problem('rate-limited', { retryAfter });
    }
    this.#tries.set(network, tries);
  }
}

/**
 * Who an address belongs to: itself in IPv4, also when it is written as IPv6; the first 64 bits in
 * IPv6, because every household has as many addresses after them as it likes (RFC 6177). Without the
 * port that some proxies write behind it: that is another one at each connection.
 */
export function networkOf(told: string): string {
  const address = told.replace(/^\[(.+)\](?::\d+)?$|^(\d+(?:\.\d+){3}):\d+$/, '$1$2');
  const ipv4 = /^(?:::ffff:)?(\d+(?:\.\d+){3})$/i.exec(address)?.[1];
  if (ipv4 !== undefined || isIP(address) !== 6) return ipv4 ?? address;
  const [head = '', tail = ''] = address.replace(/%.*$/, '').split('::');
  const [first, last] = [head, tail].map((part) => part.split(':').filter((group) => group !== ''));
  const groups = [...(first ?? [])];
  while (groups.length < 8 - (last?.length ?? 0)) groups.push('0');
  const prefix = groups.concat(last ?? []).slice(0, 4);
  return prefix.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}
