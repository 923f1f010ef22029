import { SAMPLE } from 'mfa-elements/testing';

interface App {
  readonly key: number;
  readonly label: string | null;
  readonly since: number;
  readonly used: number | null;
}

const refuse = (status: number, error: string, facts: object = {}) =>
  Response.json({ error, ...facts }, { status });

/** 12 January 2026, 08:30 UTC. */
const SINCE = 1_768_206_600;

/** The home-grown API of the example, in memory: {@link SAMPLE}'s code and password are right. */
export class FakeApi {
  /** Method and path of every request, oldest first. */
  readonly requests: string[] = [];
  /** The last body of a request. */
  lastBody: unknown;
  due: 'code' | 'link' | null = 'link';
  apps: App[] = [];
  /** Replaces the response, after the request was handled. */
  instead: (() => Response | Promise<Response>) | undefined;
  #proven = false;
  #triesLeft = 5;

  has(label: string | null): void {
    this.apps.push({ key: this.apps.length + 1, label, since: SINCE, used: null });
  }

  readonly fetch: typeof fetch = async (address, init = {}) => {
    const { method = 'GET', body, signal } = init;
    const { pathname } = new URL(address as string, 'https://example.com');
    this.requests.push(`${method} ${pathname}`);
    signal?.throwIfAborted();
    if (typeof body === 'string') this.lastBody = JSON.parse(body);
    const answer = this.#answer(method, pathname, (this.lastBody ?? {}) as Record<string, string>);
    await Promise.resolve();
    return this.instead ? this.instead() : answer;
  };

  #answer(method: string, path: string, given: Readonly<Record<string, string>>): Response {
    const [, , collection, key] = path.split('/');
    if (method === 'GET') {
      return Response.json({ signedIn: true, due: this.due, apps: this.apps });
    }
    if (collection === 'password') return this.#checkPassword(given.password);
    if (collection === 'login') {
      return this.#checkCode(given.code, () => Response.json({ next: '#binnen' }));
    }
    if (method === 'POST') {
      const { secret, otpauthUri: uri } = SAMPLE;
      return Response.json({ key: this.apps.length + 1, secret, uri, secondsLeft: 600 });
    }
    if (method === 'DELETE') return this.#remove(Number(key));
    return this.#checkCode(given.code, () => {
      this.has(null);
      return Response.json({ app: this.apps.at(-1), recovery: SAMPLE.recoveryCodes.join() });
    });
  }

  #checkCode(code: string | undefined, then: () => Response): Response {
    if (code !== SAMPLE.code) {
      this.#triesLeft -= 1;
      return refuse(422, 'WRONG_CODE', { triesLeft: this.#triesLeft });
    }
    this.due = null;
    return then();
  }

  #checkPassword(password: string | undefined): Response {
    if (password !== SAMPLE.password) return refuse(422, 'WRONG_PASSWORD');
    this.#proven = true;
    return new Response(null, { status: 204 });
  }

  #remove(key: number): Response {
    if (!this.#proven) return refuse(403, 'CONFIRM_FIRST');
    this.apps = this.apps.filter((app) => app.key !== key);
    return new Response(null, { status: 204 });
  }
}
