import { decodeCookie } from '../backend/http/page-source.js';

/**
 * The cookies of one browser for one origin. Ignores Path and Domain: every request of a check goes to
 * one origin, where servers give each cookie a name of its own.
 */
export class CookieJar {
  readonly #cookies = new Map<string, string>();

  /** @param given The first cookies. */
  constructor(given: ReadonlyMap<string, string> = new Map()) {
    for (const [name, value] of given) this.#cookies.set(name, value);
  }

  /** Stores and removes cookies as the `Set-Cookie` headers of a response say (RFC 6265, section 5.3). */
  store(setCookies: readonly string[]): void {
    for (const line of setCookies) {
      const [pair = '', ...attributes] = line.split(';');
      const [name, value] = splitPair(pair);
      if (name === '') continue;
      if (isExpired(attributes)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }

  /** The header `Cookie`; `undefined` if there are no cookies. */
  get header(): string | undefined {
    const pairs = [...this.#cookies].map(([name, value]) => `${name}=${value}`);
    return pairs.length > 0 ? pairs.join('; ') : undefined;
  }

  /** Reads a value as a page would. */
  read(name: string): string | undefined {
    const value = this.#cookies.get(name);
    return value === undefined ? undefined : decodeCookie(value);
  }
}

/** `Max-Age` takes precedence over `Expires` (RFC 6265, section 5.3, step 3). */
function isExpired(attributes: readonly string[]): boolean {
  const found = new Map(
    attributes.map(splitPair).map(([name, value]) => [name.toLowerCase(), value] as const),
  );
  const maxAge = found.get('max-age');
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) return Number(maxAge) <= 0;
  return Date.parse(found.get('expires') ?? '') <= Date.now();
}

function splitPair(pair: string): readonly [name: string, value: string] {
  const at = pair.indexOf('=');
  if (at === -1) return [pair.trim(), ''];
  return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
}
