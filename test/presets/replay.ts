import type { Fetcher } from '../../src/backend/resolve-backend.js';
import type { RecordedExchange } from './recording.js';

/** Statuses that come without a body (Fetch, section "Statuses"). */
const WITHOUT_BODY = [204, 205, 304];

/**
 * A server that says what was recorded, in that order, to nothing but what was recorded. Whatever else
 * it is asked is a complaint.
 */
export class Replay {
  /** What was asked otherwise than recorded, each with the difference. */
  readonly complaints: string[] = [];
  readonly #baseUrl: string;
  #expected: readonly RecordedExchange[] = [];

  /** @param baseUrl Below which the recorded paths lie. */
  constructor(baseUrl: string) {
    this.#baseUrl = new URL(baseUrl, document.baseURI).href.replace(/\/+$/, '');
  }

  /** The requests that were recorded and have not come yet. */
  get awaited(): readonly string[] {
    return this.#expected.map(({ request }) => request);
  }

  /** These come next. */
  expect(exchanges: readonly RecordedExchange[]): void {
    this.#expected = exchanges;
  }

  readonly fetch: Fetcher = async (url, init) => {
    const asked = await this.#read(url, init);
    const [expected, ...rest] = this.#expected;
    if (!expected) {
      return this.#complain(`${asked.request} was sent, and nothing more was recorded.`);
    }
    const recorded = { request: expected.request, body: expected.body, headers: {} };
    const found = { request: asked.request, body: asked.body, headers: {} };
    for (const [name, value] of Object.entries(expected.headers ?? {})) {
      Object.assign(recorded.headers, { [name]: value });
      Object.assign(found.headers, { [name]: asked.headers.get(name) });
    }
    if (write(found) !== write(recorded)) {
      return this.#complain(`sent:\n${write(found)}\nrecorded:\n${write(recorded)}`);
    }
    this.#expected = rest;
    return answer(expected.answer);
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

/** JSON, the fields of a form, or nothing. */
async function readBody(body: BodyInit | null | undefined, headers: Headers): Promise<unknown> {
  if (body === undefined || body === null) return undefined;
  const text = await new Response(body).text();
  const isForm = headers.get('Content-Type')?.startsWith('application/x-www-form-urlencoded');
  return isForm ? Object.fromEntries(new URLSearchParams(text)) : (JSON.parse(text) as unknown);
}

function answer({ status, headers: given, body }: RecordedExchange['answer']): Response {
  const headers = new Headers(given);
  if (body === undefined || WITHOUT_BODY.includes(status)) {
    return new Response(null, { status, headers });
  }
  const isPage = headers.has('Content-Type') && typeof body === 'string';
  if (!isPage && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
  return new Response(isPage ? body : JSON.stringify(body), { status, headers });
}

/** The same text for the same JSON, in whatever order its keys stand. */
const write = (value: unknown): string =>
  JSON.stringify(
    value,
    (_key, inner: unknown) =>
      inner && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
        : inner,
    2,
  );
