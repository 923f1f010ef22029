import type { Fetcher } from 'mfa-elements';

export interface Session {
  /** Returns the current token; `undefined` if the user is not signed in. */
  readonly token: () => string | undefined;
  /** Fetches a new token, which `token` returns from then on. Rejects if the session has expired. */
  readonly refresh: () => Promise<void>;
  /** Creates the proof of one request for the header `DPoP` (RFC 9449). */
  readonly prove?: (method: string, url: string, token: string) => Promise<string>;
}

/**
 * Creates a `fetcher` that adds the page's token to each request and refreshes it when it has expired.
 *
 * Requests that are sent twice, and why that is safe:
 *
 * - A request without a response is never sent again: the server may have applied it. The error is
 *   passed on, and the element reads the state again.
 * - A response with status 401 means that the request was not applied (RFC 9110, section 15.5.2), so it
 *   may be sent again with a new token. Some servers, however, send 401 for a wrong code too, and sending
 *   the same code again would cost the user a second try. So a request that changes state is sent again
 *   only if the server says that the token was the reason: `error="invalid_token"` in `WWW-Authenticate`
 *   (RFC 6750, section 3.1), which a server on another origin has to expose. A GET costs nothing.
 * - Only once: a second 401 is passed on to the element.
 *
 * @param origin The origin of the token. It is not sent to any other origin.
 */
export function refreshingFetcher(origin: string, session: Session): Fetcher {
  /** A refresh token often works once, so all requests wait for the same refresh. */
  let refreshing: Promise<void> | undefined;

  async function send(url: string, init: RequestInit, token: string | undefined) {
    const headers = new Headers(init.headers);
    if (token !== undefined) {
      headers.set('Authorization', `${session.prove ? 'DPoP' : 'Bearer'} ${token}`);
      const proof = await session.prove?.(init.method ?? 'GET', url, token);
      if (proof !== undefined) headers.set('DPoP', proof);
    }
    // Everything else is passed on, above all the signal: it aborts the request when a step is left.
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
