import { MfaError } from '../../src/backend/mfa-error.js';
import {
  SAMPLE,
  scriptedBackend,
  type ScriptedBackend,
  type ScriptedBackendOptions,
} from '../../src/testing/index.js';

type Body = Readonly<Record<string, string>>;

type Answer = (backend: ScriptedBackend, body: Body, id: string) => unknown;

/** The project's own contract: each request, and the operation that answers it. */
const ROUTES: Readonly<Record<string, Answer>> = {
  'GET /status': (backend) => backend.status(),
  // Where to go next is the page's choice.
  'POST /challenge': async (backend, { code = '' }) => {
    await backend.verify({ code, rememberDevice: false });
  },
  'POST /enrollments': (backend) => backend.startEnrollment(),
  'POST /enrollments/{id}/confirmation': (backend, { code = '' }, enrollmentId) =>
    backend.confirmEnrollment({ enrollmentId, secret: SAMPLE.secret, code }),
  'GET /authenticators': async (backend) => ({
    authenticators: await backend.listAuthenticators(),
  }),
  'PATCH /authenticators/{id}': async (backend, { name = '' }, authenticatorId) => ({
    authenticator: await backend.renameAuthenticator({ authenticatorId, name }),
  }),
  'DELETE /authenticators/{id}': (backend, _body, authenticatorId) =>
    backend.unlinkAuthenticator({ authenticatorId }),
  'POST /step-up': (backend, { password = '' }) => backend.stepUp({ password }),
};

const BASE = '/api/mfa';

const PROBLEM = { 'Content-Type': 'application/problem+json' };

/**
 * The server of a page: it answers the requests of the elements, which find it by their `base-url` as in any
 * page, and sends the page itself to the libraries that fetch it.
 */
export class HostServer {
  readonly backend: ScriptedBackend;
  /** The markup of the page that is fetched next. */
  page = '';
  readonly #realFetch = window.fetch.bind(window);

  constructor(options: ScriptedBackendOptions) {
    this.backend = scriptedBackend(options);
    window.fetch = this.#fetch;
  }

  /** Puts the page's own `fetch` back. */
  stop(): void {
    window.fetch = this.#realFetch;
  }

  readonly #fetch: typeof fetch = async (address, init = {}) => {
    const url = new URL(address instanceof Request ? address.url : address, location.href);
    if (url.pathname.startsWith('/pages/')) return this.#sendPage(url);
    if (!url.pathname.startsWith(BASE)) return this.#realFetch(address, init);
    const { method = 'GET', body } = init;
    return this.#answer(
      method,
      url.pathname.slice(BASE.length),
      typeof body === 'string' ? body : '{}',
    );
  };

  #sendPage({ href }: URL): Response {
    const response = new Response(this.page, { headers: { 'Content-Type': 'text/html' } });
    // Libraries read where the response came from, which a response made by a script does not say.
    return Object.defineProperty(response, 'url', { value: href });
  }

  async #answer(method: string, path: string, body: string): Promise<Response> {
    const [, collection, id = '', ...rest] = path.split('/');
    const route = [`${method} /${collection}`, ...(id ? ['{id}'] : []), ...rest].join('/');
    const answer = ROUTES[route];
    if (!answer) throw new Error(`The server of the page does not know ${route}.`);
    try {
      const result = await answer(this.backend, JSON.parse(body) as Body, id);
      return result === undefined ? new Response(null, { status: 204 }) : Response.json(result);
    } catch (error) {
      if (!(error instanceof MfaError)) throw error;
      const { kind, facts } = error;
      const problem = { type: `urn:mfa-elements:problem:${kind}`, ...facts };
      return Response.json(problem, {
        status: kind === 'step-up-required' ? 403 : 422,
        headers: PROBLEM,
      });
    }
  }
}
