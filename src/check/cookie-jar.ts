import { decodeCookie } from '../backend/http/decode-cookie.js';

/**
 * The cookies of one browser at one origin. Path and Domain are not looked at: everything that a walk
 * asks lies at one origin, and a server tells its cookies apart by name.
 */
export class CookieJar {
  readonly #cookies = new Map<string, string>();

  /** @param given Cookies that are there from the start. */
  constructor(given: ReadonlyMap<string, string> = new Map()) {
    for (const [name, value] of given) this.#cookies.set(name, value);
  }

  /** Takes in what an answer sets and takes away (RFC 6265, section 5.3). */
  store(setCookies: readonly string[]): void {
    for (const line of setCookies) {
      const [pair = '', ...attributes] = line.split(';');
      const [name, value] = halves(pair);
      if (name === '') continue;
      if (isOver(attributes)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }

  /** The header `Cookie`; `undefined` without any. */
  get header(): string | undefined {
    const pairs = [...this.#cookies].map(([name, value]) => `${name}=${value}`);
    return pairs.length > 0 ? pairs.join('; ') : undefined;
  }

  /** The value, as a page reads it. */
  read(name: string): string | undefined {
    const value = this.#cookies.get(name);
    return value === undefined ? undefined : decodeCookie(value);
  }
}

/** `Max-Age` goes before `Expires` (RFC 6265, section 5.3, step 3). */
function isOver(attributes: readonly string[]): boolean {
  const found = new Map(
    attributes.map(halves).map(([name, value]) => [name.toLowerCase(), value] as const),
  );
  const maxAge = found.get('max-age');
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) return Number(maxAge) <= 0;
  return Date.parse(found.get('expires') ?? '') <= Date.now();
}

function halves(pair: string): readonly [name: string, value: string] {
  const at = pair.indexOf('=');
  if (at === -1) return [pair.trim(), ''];
  return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
}
