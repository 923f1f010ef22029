import { MfaError } from '../mfa-error.js';
import { own } from '../own.js';
import { readClockSkew, type ExchangeTimes } from './clock-skew.js';

/** Far above any response in this journey, far below what would hurt the page (C69). */
const MAX_BYTES = 256 * 1024;
/** The last alternative is Amazon's, whose media type contains the version. */
const JSON_TYPE = /^[\w.+-]+\/(?:(?:[\w.+-]+\+)?json|x-amz-json-1\.[01])$/;
/** The media types of web pages. */
export const HTML_TYPES: readonly string[] = ['text/html', 'application/xhtml+xml'];

/** Whether a status means success (Fetch: an ok status). */
export const isOkStatus = (status: number): boolean => status >= 200 && status < 300;

/** A response of a server, read to the end. */
export interface ParsedResponse {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON; `undefined` if there was none that could be read. */
  readonly body: unknown;
  /** A redirect, or a web page instead of data. */
  readonly redirected: boolean;
  /** The kind of response instead of JSON, for developers: `text/html`, `malformed JSON`. Never the body. */
  readonly instead?: string;
  /** Whole seconds that this device's clock is certain to be ahead of the server's, if known. */
  readonly clockSkew?: number;
}

/** Stands in for a response in conditions before the first one has arrived. */
export const NO_RESPONSE: ParsedResponse = own({
  status: 0,
  headers: new Headers(),
  body: undefined,
  redirected: false,
});

/**
 * Reads a response to the end: JSON if the server says it is (`application/json` and related types),
 * and at most 256 KiB of it. A body that is not JSON is not read, let alone shown (C22, C68, C69).
 *
 * @param times When the request was sent and the head of the response arrived.
 */
export async function parseResponse(
  response: Response,
  times: ExchangeTimes,
): Promise<ParsedResponse> {
  if (!(response.headers instanceof Headers) || typeof response.status !== 'number') {
    throw new MfaError('unexpected', 'The fetcher returned something that is not a Response.');
  }
  const { status, headers } = response;
  const type = contentType(headers);
  const isPage = HTML_TYPES.includes(type) && isOkStatus(status);
  const isRedirect =
    response.type === 'opaqueredirect' || response.redirected || (status >= 300 && status < 400);
  const clockSkew = readClockSkew(times, headers);
  const parsed = {
    status,
    headers,
    redirected: isRedirect || isPage,
    body: undefined,
    ...(clockSkew !== undefined && { clockSkew }),
  };

  const refuse = (instead: string): ParsedResponse => {
    // The rest is not needed, and an error while canceling it changes nothing.
    void response.body?.cancel().catch(() => undefined);
    return own({ ...parsed, instead });
  };
  if (isRedirect) return refuse('a redirect');
  if (response.body === null || status === 204) return own({ ...parsed, instead: 'no body' });
  if (!JSON_TYPE.test(type)) return refuse(type || 'a body without a content type');

  const bytes = await readBytes(response.body);
  if (bytes === undefined) return own({ ...parsed, instead: `more than ${MAX_BYTES / 1024} KiB` });
  if (bytes.length === 0) return own({ ...parsed, instead: 'no body' });
  try {
    // TextDecoder drops a byte order mark, which JSON.parse rejects.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return own({ ...parsed, body: JSON.parse(text) as unknown });
  } catch {
    return own({ ...parsed, instead: 'malformed JSON' });
  }
}

/** The media type without its parameters, in lower case; empty if it is malformed. */
function contentType(headers: Headers): string {
  const [type = ''] = (headers.get('Content-Type') ?? '').split(';');
  const essence = type.trim().toLowerCase();
  return /^[\w.+-]{1,40}\/[\w.+-]{1,80}$/.test(essence) ? essence : '';
}

async function readBytes(body: ReadableStream<Uint8Array>): Promise<Uint8Array | undefined> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value);
    length += next.value.length;
    if (length > MAX_BYTES) {
      void reader.cancel().catch(() => undefined);
      return undefined;
    }
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
