import type { Fetcher } from '../../src/backend/http/exchange.js';
import type { RecordedExchange } from './recording.js';

/** Statuses without a body (Fetch, section "Statuses"). */
const WITHOUT_BODY = [204, 205, 304];

/**
 * A server that gives the recorded responses to the recorded requests, in that order. Any other request is
 * a complaint.
 */
export class Replay {
  /** The requests that differ from the recorded ones, each with the difference. */
  readonly complaints: string[] = [];
  readonly #baseUrl: string;
  #expected: readonly RecordedExchange[] = [];

  /** @param baseUrl The recorded paths are below it. */
  constructor(baseUrl: string) {
    this.#baseUrl = new URL(baseUrl, document.baseURI).href.replace(/\/+$/, '');
  }

  /** The recorded requests that have not arrived yet. */
  get awaited(): readonly string[] {
    return this.#expected.map(({ request }) => request);
  }

  /** Sets the exchanges that come next. */
  expect(exchanges: readonly RecordedExchange[]): void {
    this.#expected = exchanges;
  }

  readonly fetch: Fetcher = async (url, init) => {
    const sent = await this.#read(url, init);
    const [expected, ...rest] = this.#expected;
    if (!expected) {
      return this.#complain(`${sent.request} was sent, and nothing more was recorded.`);
    }
    const recorded = { request: expected.request, body: expected.body, headers: {} };
    const found = { request: sent.request, body: sent.body, headers: {} };
    for (const [name, value] of Object.entries(expected.headers ?? {})) {
      Object.assign(recorded.headers, { [name]: value });
      Object.assign(found.headers, { [name]: sent.headers.get(name) });
    }
    if (write(found) !== write(recorded)) {
      return this.#complain(`sent:\n${write(found)}\nrecorded:\n${write(recorded)}`);
    }
    this.#expected = rest;
    return toResponse(expected.response);
  };

  async #read(url: string, init: RequestInit) {
    const isBelow = url === this.#baseUrl || /^[/?]/.test(url.slice(this.#baseUrl.length));
    const path = url.startsWith(this.#baseUrl) && isBelow ? url.slice(this.#baseUrl.length) : url;
    const headers = new Headers(init.headers);
    return {
      request: `${init.method ?? 'GET'} ${path}`,
      headers,
      body: await readBody(init.body, headers),
    };
  }

  #complain(complaint: string): Promise<never> {
    this.complaints.push(complaint);
    return Promise.reject(new TypeError('Not recorded.'));
  }
}

/** Returns the JSON of a body, the fields of a form, or `undefined`. */
async function readBody(body: BodyInit | null | undefined, headers: Headers): Promise<unknown> {
  if (body === undefined || body === null) return undefined;
  const text = await new Response(body).text();
  const isForm = headers.get('Content-Type')?.startsWith('application/x-www-form-urlencoded');
  return isForm ? Object.fromEntries(new URLSearchParams(text)) : (JSON.parse(text) as unknown);
}

function toResponse({ status, headers: given, body }: RecordedExchange['response']): Response {
  const headers = new Headers(given);
  if (body === undefined || WITHOUT_BODY.includes(status)) {
    return new Response(null, { status, headers });
  }
  const isPage = headers.has('Content-Type') && typeof body === 'string';
  if (!isPage && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
  return new Response(isPage ? body : JSON.stringify(body), { status, headers });
}

/** Returns the same text for the same JSON, whatever the order of its keys. */
const write = (value: unknown): string =>
  JSON.stringify(
    value,
    (_key, inner: unknown) =>
      inner && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
        : inner,
    2,
  );
