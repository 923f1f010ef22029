import type { Fetcher } from '../backend/http/http-backend.js';
import type { CookieJar } from './cookie-jar.js';

/** What a request gets of the browser that it is sent from. */
export interface BrowserFetcherOptions {
  /** Of the base URL: what cookies and headers go to, and where the requests say to come from. */
  readonly origin: string;
  readonly jar: CookieJar;
  /** More headers for every request to that origin. */
  readonly headers: ReadonlyMap<string, string>;
  readonly userAgent: string;
}

/**
 * A `fetch` that does what a page at the origin of the base URL would have its browser do: keep cookies
 * and send them, and say with `Origin` where a request that changes something comes from (CSRF).
 */
export function browserFetcher(options: BrowserFetcherOptions): Fetcher {
  const { origin, jar, userAgent } = options;
  return async (url, init) => {
    const isHome = new URL(url).origin === origin;
    const sendsCookies = isHome && init.credentials !== 'omit';
    const headers = new Headers(init.headers);
    headers.set('User-Agent', userAgent);
    if (init.method !== 'GET') headers.set('Origin', origin);
    if (isHome) for (const [name, value] of options.headers) headers.set(name, value);
    if (sendsCookies && jar.header !== undefined) headers.set('Cookie', jar.header);
    const response = await fetch(url, { ...init, headers });
    if (sendsCookies) jar.store(response.headers.getSetCookie());
    return response;
  };
}
