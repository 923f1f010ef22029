import type { MfaOperation } from '../../src/backend/backend.js';
import type { MfaErrorKind } from '../../src/backend/mfa-error.js';
import { OPERATIONS } from '../../src/backend/operations.js';

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
  /** The session is over. With a code at sign-in the error is `login-expired`. */
  readonly endsSession?: true;
}

/** The error of a fault in an operation. */
export function kindOfFault(fault: Fault, operation: MfaOperation): MfaErrorKind {
  const { signsIn, changes } = OPERATIONS[operation];
  if (changes === 'never') return fault.read;
  return fault.endsSession && signsIn && fault.change === 'signed-out'
    ? 'login-expired'
    : fault.change;
}

/** The error of a change of unknown outcome if it was not made. */
export const kindOfCause = ({ endsSession, read }: Fault, operation: MfaOperation): MfaErrorKind =>
  endsSession && OPERATIONS[operation].signsIn ? 'login-expired' : read;

const lost = { read: 'unavailable', change: 'unknown-outcome' } as const;
const endless = { read: 'timeout', change: 'unknown-outcome', isEndless: true } as const;
const refused = { read: 'unexpected', change: 'unexpected' } as const;
const unreadable = { read: 'unexpected', change: 'unknown-outcome' } as const;
const ended = { read: 'signed-out', change: 'signed-out', endsSession: true } as const;
/** A redirect or a page leaves a change unknown; the look-up then says that the session is over. */
const redirected = { ...ended, change: 'unknown-outcome' } as const;
const always = (kind: MfaErrorKind) => ({ read: kind, change: kind }) as const;

const respond = (body: BodyInit | null, type: string, status = 200): Promise<Response> =>
  Promise.resolve(new Response(body, { status, headers: { 'Content-Type': type } }));

const json = (body: BodyInit, status = 200): Promise<Response> =>
  respond(body, 'application/json', status);

const page = (status: number): Promise<Response> =>
  respond('<!doctype html><title>Inloggen</title>', 'text/html; charset=utf-8', status);

const bare = (status: number): Promise<Response> => Promise.resolve(new Response(null, { status }));

/** A response with properties that no test can give it otherwise. */
const responseWith = (given: Partial<Response>, response: Response): Promise<Response> =>
  Promise.resolve(
    Object.defineProperties(
      response,
      Object.fromEntries(Object.entries(given).map(([name, value]) => [name, { value }])),
    ),
  );

/** The ways in which servers and gateways say that the session is over (host page 5). */
export const ENDED_SESSIONS = {
  ...Object.fromEntries(
    [301, 302, 303, 307, 308].map((status) => [
      `the redirect ${status} to its sign-in page`,
      { ...redirected, fetch: () => respond(null, 'text/html', status) },
    ]),
  ),
  'a redirect that the browser does not follow': {
    ...redirected,
    fetch: () => responseWith({ type: 'opaqueredirect', status: 0 }, new Response(null)),
  },
  'a sign-in page that the fetcher was redirected to': {
    ...redirected,
    fetch: () => page(200).then((response) => responseWith({ redirected: true }, response)),
  },
  'its sign-in page': { ...redirected, fetch: () => page(200) },
  ...Object.fromEntries(
    [401, 403, 419, 440, 498, 499].flatMap((status) => [
      [`a bare ${status}`, { ...ended, fetch: () => bare(status) }],
      [`a page with ${status}`, { ...ended, fetch: () => page(status) }],
    ]),
  ),
  'a 401 that names a scheme': {
    ...ended,
    fetch: () =>
      Promise.resolve(
        new Response(null, { status: 401, headers: { 'WWW-Authenticate': 'Bearer realm="api"' } }),
      ),
  },
  ...Object.fromEntries(
    (
      [
        [401, '{"message":"Unauthenticated."}'],
        [401, '{"detail":"Authentication credentials were not provided."}'],
        [403, '{"detail":"Authentication credentials were not provided."}'],
        [403, '{"detail":"Authenticatiegegevens zijn niet opgegeven."}'],
        [403, '{"detail":"Not authenticated"}'],
        [403, '{"statusCode":403,"message":"Forbidden resource","error":"Forbidden"}'],
        [403, '{"error":{"message":"You are not logged in."}}'],
        [403, '{"error":"session_expired"}'],
        [403, '{"success":false}'],
        [403, '{}'],
        [403, 'null'],
        [419, '{"message":"CSRF token mismatch."}'],
      ] as const
    ).map(([status, body]) => [
      `a ${status} with ${body}`,
      { ...ended, fetch: () => json(body, status) },
    ]),
  ),
} satisfies Record<string, Fault>;

/** A 403 that is not about the session. */
const REFUSED_PEOPLE = {
  'a 403 for a forged request': {
    ...always('csrf'),
    fetch: () => json('{"detail":"CSRF Failed: CSRF cookie not set."}', 403),
  },
  'a 403 for what the account may not do': {
    ...always('forbidden'),
    fetch: () => json('{"detail":"You do not have permission to perform this action."}', 403),
  },
} satisfies Record<string, Fault>;

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
  ...Object.fromEntries(
    [500, 501, 502, 503, 504, 520, 599].flatMap((status) => [
      [`a page with ${status}`, { ...lost, fetch: () => page(status) }],
      [`a bare ${status}`, { ...lost, fetch: () => bare(status) }],
    ]),
  ),
  ...ENDED_SESSIONS,
  ...REFUSED_PEOPLE,
  'nothing at that address': { ...refused, fetch: () => page(404) },
  'a redirect to a page that fails': {
    ...lost,
    fetch: () => page(502).then((response) => responseWith({ redirected: true }, response)),
  },
  ...Object.fromEntries(
    (
      [
        [200, '[]'],
        [200, 'null'],
        [200, '"ok"'],
        [200, '7'],
        [200, '{"success":false}'],
        [200, '{"ok":false}'],
        [200, '{"error":"kapot"}'],
        [200, '{"errors":[{"message":"kapot"}]}'],
        [200, '{"status":"error","message":"kapot"}'],
        [202, '{"job":"wacht"}'],
        [206, '{"job":"wacht"}'],
      ] as const
    ).map(([status, body]) => [
      `a ${status} with ${body}`,
      { ...unreadable, fetch: () => json(body, status) },
    ]),
  ),
  'a problem in a 200': {
    ...unreadable,
    fetch: () => respond('{"type":"about:blank","title":"Kapot"}', 'application/problem+json'),
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
