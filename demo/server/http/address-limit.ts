import { isIP } from 'node:net';
import type { Clock } from '../clock.js';
import { Problem } from '../problem.js';

const MINUTE_MS = 60_000;

/**
 * Limits how many passwords and codes one address may try in a minute, for all accounts together (B17). The
 * counters of the accounts do not stop an attacker who tries each password on many accounts.
 *
 * The counters are in memory, because they only have to slow an attacker down. Tries that must not be
 * forgotten are counted by account (throttle.ts). With several servers, each allows this many.
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

  /** @throws {Problem} `rate-limited`, until the end of the minute. */
  charge(address: string): void {
    const now = this.#clock().getTime();
    const minute = Math.floor(now / MINUTE_MS);
    // Cleared every minute, so that the map does not keep growing.
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
 * The network of an address. For IPv4, also written as IPv6, it is the address itself. For IPv6 it is the
 * first 64 bits, because a household can use any address after them (RFC 6177). The port that some proxies
 * append is removed, because it differs for each connection.
 */
export function networkOf(written: string): string {
  const address = written.replace(/^\[(.+)\](?::\d+)?$|^(\d+(?:\.\d+){3}):\d+$/, '$1$2');
  const ipv4 = /^(?:::ffff:)?(\d+(?:\.\d+){3})$/i.exec(address)?.[1];
  if (ipv4 !== undefined || isIP(address) !== 6) return ipv4 ?? address;
  const [head = '', tail = ''] = address.replace(/%.*$/, '').split('::');
  const [first, last] = [head, tail].map((part) => part.split(':').filter((group) => group !== ''));
  const groups = [...(first ?? [])];
  while (groups.length < 8 - (last?.length ?? 0)) groups.push('0');
  const prefix = groups.concat(last ?? []).slice(0, 4);
  return prefix.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}
