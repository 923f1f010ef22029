import type { MfaErrorKind } from '../../src/backend/mfa-error.js';

/** A way in which a server, or the network before it, misbehaves. */
export interface Fault {
  /** Takes the place of `fetch`. */
  readonly fetch: () => Promise<Response>;
  /** The error of an operation that changes nothing. */
  readonly read: MfaErrorKind;
  /** The error of an operation that changes something. */
  readonly change: MfaErrorKind;
  /** The fault ends only with the timeout of the operation. */
  readonly isEndless?: true;
  /** An operation that reads no body succeeds. */
  readonly isOfBody?: true;
}

const lost = { read: 'unavailable', change: 'unknown-outcome' } as const;
const endless = { read: 'timeout', change: 'unknown-outcome', isEndless: true } as const;
const refused = { read: 'unexpected', change: 'unexpected' } as const;
const unreadable = { ...refused, isOfBody: true } as const;

const respond = (body: BodyInit | null, type: string, status = 200): Promise<Response> =>
  Promise.resolve(new Response(body, { status, headers: { 'Content-Type': type } }));

const json = (body: BodyInit): Promise<Response> => respond(body, 'application/json');

/** The faults of a server. A test runs each of them against every operation. */
export const FAULTS = {
  'a network error': {
    ...lost,
    fetch: () => Promise.reject(new TypeError('Failed to fetch')),
  },
  'a body that breaks off': {
    ...lost,
    fetch: () =>
      json(
        new ReadableStream<Uint8Array>({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('{"redirectTo":'));
            controller.error(new TypeError('network error'));
          },
        }),
      ),
  },
  'no response': { ...endless, fetch: () => new Promise(() => undefined) },
  'a body that does not end': { ...endless, fetch: () => json(new ReadableStream()) },
  'a server error': {
    read: 'unavailable',
    change: 'unavailable',
    fetch: () => respond('<!doctype html><title>502</title>', 'text/html', 502),
  },
  'a redirect': { ...refused, fetch: () => respond(null, 'text/html', 302) },
  'a web page': {
    ...refused,
    fetch: () => respond('<!doctype html><title>Hi</title>', 'text/html'),
  },
  'a text': { ...unreadable, fetch: () => respond('{}', 'text/plain') },
  'malformed JSON': { ...unreadable, fetch: () => json('{"state":') },
  'several JSON documents': { ...unreadable, fetch: () => json('{}\n{}') },
  'JSON that is not UTF-8': {
    ...unreadable,
    fetch: () => json(new Uint8Array([0x22, 0xff, 0x22])),
  },
  'more than 256 KiB': { ...unreadable, fetch: () => json(`"${'a'.repeat(300 * 1024)}"`) },
} as const satisfies Record<string, Fault>;
