import type { FastifyInstance } from 'fastify';
import type { Authenticator } from '../../../demo/server/mfa/authenticators.js';

/** Every property that a response of the API may have. */
export interface AnswerBody {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly attemptsLeft?: number;
  readonly retryAfter?: number;
  readonly stepUp?: readonly string[];
  readonly next?: string;
  readonly state?: string;
  readonly methods?: readonly string[];
  readonly account?: string;
  readonly issuer?: string;
  readonly name?: string;
  readonly id?: string;
  readonly secret?: string;
  readonly otpauthUri?: string;
  readonly expiresAt?: string;
  readonly authenticator?: Authenticator;
  readonly authenticators?: readonly Authenticator[];
  readonly recoveryCodes?: readonly string[];
  readonly recoveryCodesLeft?: number;
  readonly redirectTo?: string;
  readonly left?: number;
  readonly total?: number;
  readonly createdAt?: string;
  readonly deviceRememberedUntil?: string;
}

export interface Answer {
  readonly status: number;
  /** Properties of a problem (RFC 9457). */
  readonly kind: string | undefined;
  readonly retryAfter: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly body: AnswerBody;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** Stores cookies and sends the headers that name the origin of a request, as a browser does. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #app: FastifyInstance;

  constructor(app: FastifyInstance) {
    this.#app = app;
  }

  /** Returns another browser with the same cookies, as after a theft of cookies. */
  copy(): Browser {
    const copy = new Browser(this.#app);
    for (const [name, value] of this.cookies) copy.cookies.set(name, value);
    return copy;
  }

  get(url: string): Promise<Answer> {
    return this.send('GET', url);
  }

  post(url: string, body?: unknown): Promise<Answer> {
    return this.send('POST', url, { body });
  }

  patch(url: string, body: unknown): Promise<Answer> {
    return this.send('PATCH', url, { body });
  }

  delete(url: string): Promise<Answer> {
    return this.send('DELETE', url);
  }

  async send(
    method: Method,
    url: string,
    request: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ');
    const response = await this.#app.inject({
      method,
      url,
      headers: {
        ...(cookie !== '' && { cookie }),
        ...(request.body !== undefined && { 'content-type': 'application/json' }),
        ...(request.headers ?? { 'sec-fetch-site': 'same-origin' }),
      },
      ...(request.body !== undefined && {
        payload: typeof request.body === 'string' ? request.body : JSON.stringify(request.body),
      }),
    });
    for (const { name, value } of response.cookies) {
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const isJson =
      response.body !== '' && String(response.headers['content-type']).includes('json');
    const body: AnswerBody = isJson ? response.json<AnswerBody>() : {};
    return {
      status: response.statusCode,
      kind: body.type?.replace('urn:mfa-elements:problem:', ''),
      retryAfter: Number(response.headers['retry-after']),
      headers: response.headers,
      text: response.body,
      body,
    };
  }
}
