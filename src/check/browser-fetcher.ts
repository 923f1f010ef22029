import type { Fetcher } from '../backend/http/http-backend.js';
import type { CookieJar } from './cookie-jar.js';

export interface BrowserFetcherOptions {
  /** The origin of the base URL. Cookies and headers are sent only to it. */
  readonly origin: string;
  readonly jar: CookieJar;
  /** Added to every request to the origin. */
  readonly headers: ReadonlyMap<string, string>;
  readonly userAgent: string;
}

/**
 * Creates a `fetch` that does what a browser does for a page at the origin: stores and sends cookies, and
 * sends the header `Origin` with a request that changes something, because servers check it (CSRF).
 */
export function browserFetcher(options: BrowserFetcherOptions): Fetcher {
  const { origin, jar, userAgent } = options;
  return async (url, init) => {
    const isSameOrigin = new URL(url).origin === origin;
    const sendsCookies = isSameOrigin && init.credentials !== 'omit';
    const headers = new Headers(init.headers);
    headers.set('User-Agent', userAgent);
    if (init.method !== 'GET') headers.set('Origin', origin);
    if (isSameOrigin) for (const [name, value] of options.headers) headers.set(name, value);
    if (sendsCookies && jar.header !== undefined) headers.set('Cookie', jar.header);
    const response = await fetch(url, { ...init, headers });
    if (sendsCookies) jar.store(response.headers.getSetCookie());
    return response;
  };
}
