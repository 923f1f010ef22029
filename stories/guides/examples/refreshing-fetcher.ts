import type { Fetcher } from 'mfa-elements';

export interface Session {
  /** The token of this moment; `undefined` when nobody is signed in. */
  readonly token: () => string | undefined;
  /** Gets a new one; `token` gives it from then on. Rejects when the session is over. */
  readonly refresh: () => Promise<void>;
  /** A proof that goes along as `DPoP` (RFC 9449), made anew each time: one is good for one request. */
  readonly prove?: (method: string, url: string, token: string) => Promise<string>;
}

/**
 * A `fetcher` that sends the page's token along, and gets a new one when it has expired.
 *
 * What is sent twice, and why that is safe:
 *
 * - A request of which no answer came is never sent again: the server may have done it. That error
 *   goes back as it came, and the tag looks how things are.
 * - An answer 401 says that the request has not been applied (RFC 9110, section 15.5.2), so with a
 *   new token it may be sent once more. But some servers say 401 to a wrong code as well, and then
 *   the same code again would cost the person a second try. So what changes something is sent again
 *   only when the server says that it was the token: `error="invalid_token"` in `WWW-Authenticate`
 *   (RFC 6750, section 3.1), which a server on another origin has to expose. A GET costs nothing.
 * - Once: a second 401 goes back to the tag.
 *
 * @param origin Where the token belongs. Nothing of it goes anywhere else.
 */
export function refreshingFetcher(origin: string, session: Session): Fetcher {
  /** A refresh token often works once, so whoever needs a new token waits for the same one. */
  let refreshing: Promise<void> | undefined;

  async function send(url: string, init: RequestInit, token: string | undefined) {
    const headers = new Headers(init.headers);
    if (token !== undefined) {
      headers.set('Authorization', `${session.prove ? 'DPoP' : 'Bearer'} ${token}`);
      const proof = await session.prove?.(init.method ?? 'GET', url, token);
      if (proof !== undefined) headers.set('DPoP', proof);
    }
    // All the rest as it came, the signal above all: it ends this when the person goes on.
    return fetch(url, { ...init, headers });
  }

  async function hasNewToken(used: string | undefined): Promise<boolean> {
    // Another request may have refreshed it while this one was under way.
    if (session.token() !== used) return session.token() !== undefined;
    refreshing ??= session.refresh().finally(() => {
      refreshing = undefined;
    });
    try {
      await refreshing;
      return session.token() !== undefined;
    } catch {
      return false;
    }
  }

  return async (url, init) => {
    if (new URL(url).origin !== origin) return fetch(url, init);
    const token = session.token();
    const response = await send(url, init, token);
    const mayRepeat =
      response.status === 401 && (isRead(init) || refusesToken(response)) && token !== undefined;
    if (!mayRepeat || !(await hasNewToken(token))) return response;
    init.signal?.throwIfAborted();
    return send(url, init, session.token());
  };
}

const isRead = ({ method = 'GET' }: RequestInit): boolean => ['GET', 'HEAD'].includes(method);

const refusesToken = ({ headers }: Response): boolean =>
  /\berror="?invalid_token\b/.test(headers.get('WWW-Authenticate') ?? '');
