import { gzipSync } from 'node:zlib';
import type { OutgoingHttpHeaders } from 'node:http';
import type { MfaErrorKind } from '../../src/backend/mfa-error.js';
import { problem } from './account.js';
import type { Fault, Misanswered, Said } from './fault.js';

type Answer = Fault['answer'];
type Body = string | Buffer;

const JSON_TYPE = 'application/json';
const PROBLEM_TYPE = 'application/problem+json';
const HTML_TYPE = 'text/html; charset=utf-8';

const SIGN_IN_PAGE =
  '<!doctype html><title>Inloggen</title><form method="post"><input type="password"></form>';
const GATEWAY_PAGE = '<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>';

const send =
  (
    status: number,
    type: string | undefined,
    body: Body,
    headers: OutgoingHttpHeaders = {},
  ): Answer =>
  ({ response }) => {
    response.writeHead(status, { ...(type !== undefined && { 'Content-Type': type }), ...headers });
    response.end(body);
  };

const json = (value: unknown, status = 200, headers?: OutgoingHttpHeaders): Answer =>
  send(status, JSON_TYPE, JSON.stringify(value), headers);
const text = (body: string, status = 200): Answer => send(status, JSON_TYPE, body);
const page = (status: number, body = SIGN_IN_PAGE): Answer => send(status, HTML_TYPE, body);
const bare = (status: number, headers?: OutgoingHttpHeaders): Answer =>
  send(status, undefined, '', headers);

const redirect =
  (
    status: number,
    where: (asked: Misanswered) => string = ({ signInPage }) => signInPage,
  ): Answer =>
  (asked) =>
    bare(status, { Location: where(asked) })(asked);
const elsewhere = ({ elsewhere: origin }: Misanswered): string => `${origin}/steal`;

/** The good answer as text; of an operation without a result, an object. */
const goodText = ({ good }: Misanswered): string => JSON.stringify(good.body ?? {});

/**
 * Answers with the good answer, changed as text.
 *
 * @param type Its content type; `null` for none.
 */
const changed =
  (change: (good: string) => Body, type: string | null = JSON_TYPE): Answer =>
  (asked) =>
    send(200, type ?? undefined, change(goodText(asked)))(asked);

/** Answers with the good answer, in which each value is replaced, the innermost first. */
const replaced = (replace: (value: unknown) => unknown): Answer =>
  changed((good) =>
    JSON.stringify(
      JSON.parse(good, (field, value: unknown) => (field === '' ? value : replace(value))),
    ),
  );

/** Sends the head and the beginning of the good answer, and no end. */
const begin = (asked: Misanswered, length?: number): void => {
  asked.response.writeHead(200, {
    'Content-Type': JSON_TYPE,
    ...(length !== undefined && { 'Content-Length': length }),
  });
  asked.response.write(goodText(asked).slice(0, -1));
};

const faults = (
  said: Said,
  rows: Readonly<Record<string, Answer>>,
): Readonly<Record<string, Fault>> =>
  Object.fromEntries(Object.entries(rows).map(([name, answer]) => [name, { said, answer }]));

/** A refusal, and the seconds that it asks to wait. */
const refusal = (kind: MfaErrorKind, answer: Answer, wait?: number | null): Fault => ({
  said: 'refused',
  kind,
  answer,
  ...(wait !== undefined && { wait }),
});

const refused = (
  kind: MfaErrorKind,
  status: number,
  members?: Readonly<Record<string, unknown>>,
  headers?: OutgoingHttpHeaders,
): Answer =>
  send(status, PROBLEM_TYPE, JSON.stringify(problem(kind, status, members).body), headers);

const BOMB = gzipSync(Buffer.alloc(50 * 1024 * 1024, ' '));
const MEBIBYTE = Buffer.alloc(1024 * 1024, ' ');
/** As deep as every engine reads. */
const DEPTH = 5000;

const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toUTCString();

/** Every fault, by its name. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  // Problems of the contract.
  'invalid-code': {
    ...refusal('invalid-code', refused('invalid-code', 422, { attemptsLeft: 2 })),
    attemptsLeft: 2,
  },
  '200-problem': refusal('invalid-code', refused('invalid-code', 200)),
  'code-reused': refusal('code-reused', refused('code-reused', 422)),
  'invalid-password': refusal('invalid-password', refused('invalid-password', 422)),
  'invalid-recovery-code': refusal('invalid-recovery-code', refused('invalid-recovery-code', 422)),
  'step-up-required': refusal(
    'step-up-required',
    refused('step-up-required', 403, { stepUp: ['password'] }),
  ),
  'signed-out': refusal('signed-out', refused('signed-out', 401)),
  'login-expired': refusal('login-expired', refused('login-expired', 401)),
  'enrollment-expired': refusal('enrollment-expired', refused('enrollment-expired', 410)),
  'already-linked': refusal('already-linked', refused('already-linked', 409)),
  'limit-reached': refusal('limit-reached', refused('limit-reached', 409)),
  'not-found': refusal('not-found', refused('not-found', 404)),
  forbidden: refusal('forbidden', refused('forbidden', 403)),
  csrf: refusal('csrf', refused('csrf', 403)),
  'problem-unavailable': refusal('unavailable', refused('unavailable', 503), null),
  'problem-unavailable-60s': refusal(
    'unavailable',
    refused('unavailable', 503, {}, { 'Retry-After': '60' }),
    60,
  ),
  // Waits (C63, C65).
  '429-problem-60s': refusal(
    'rate-limited',
    refused('rate-limited', 429, {}, { 'Retry-After': '60' }),
    60,
  ),
  '429-30': refusal('rate-limited', bare(429, { 'Retry-After': '30' }), 30),
  '429-0': refusal('rate-limited', bare(429, { 'Retry-After': '0' }), 0),
  '429-minus-1': refusal('rate-limited', bare(429, { 'Retry-After': '-1' }), 30),
  '429-abc': refusal('rate-limited', bare(429, { 'Retry-After': 'abc' }), 30),
  '429-1e9': refusal('rate-limited', bare(429, { 'Retry-After': '1000000000' }), 3600),
  '429-date-future': refusal(
    'rate-limited',
    (asked) => bare(429, { 'Retry-After': inHours(2) })(asked),
    3600,
  ),
  '429-date-past': refusal(
    'rate-limited',
    (asked) => bare(429, { 'Retry-After': inHours(-2) })(asked),
    0,
  ),
  '429-empty': refusal('rate-limited', bare(429), 30),
  '429-html': refusal('rate-limited', page(429, GATEWAY_PAGE), 30),
  '423-120s': refusal('locked', refused('locked', 423, {}, { 'Retry-After': '120' }), 120),
  '423-empty': refusal('locked', bare(423), null),
  '423-for-good': refusal('locked', refused('locked', 423), null),
  // The session is over (C57, C58, C62, C64).
  ...faults('over', {
    '401-empty': bare(401),
    '401-bearer': bare(401, { 'WWW-Authenticate': 'Bearer realm="api"' }),
    '401-json': json({ message: 'Unauthenticated.' }, 401),
    '403-empty': bare(403),
    '403-html-waf': page(403, '<!doctype html><title>Request blocked</title>'),
    '403-json': json({ detail: 'Authentication credentials were not provided.' }, 403),
    '419-html': page(419, '<!doctype html><title>Page Expired</title>'),
    '419-json': json({ message: 'CSRF token mismatch.' }, 419),
    '440-empty': bare(440),
  }),
  // Redirects, and pages in place of data (C67).
  ...faults('page', {
    '301': redirect(301),
    '302': redirect(302),
    '303': redirect(303),
    '307': redirect(307),
    '308': redirect(308),
    '302-elsewhere': redirect(302, elsewhere),
    '307-elsewhere': redirect(307, elsewhere),
    '308-elsewhere': redirect(308, elsewhere),
    '302-without-location': bare(302),
    '302-javascript': redirect(302, () => 'javascript:alert(1)'),
    '300-html': page(300),
    '200-login-html': page(200),
    '201-xhtml': send(201, 'application/xhtml+xml', SIGN_IN_PAGE),
  }),
  ...faults('silent', {
    '204': bare(204),
    '205': bare(205),
    '200-zero-bytes': send(200, JSON_TYPE, ''),
    '200-no-type-zero-bytes': bare(200),
  }),
  ...faults('bare', {
    '200-empty-object': json({}),
    '200-extra-keys': json({ ok: true, version: 3 }),
    '200-proto-keys': text(
      '{"__proto__":{"authenticator":{"id":"x"},"state":"verified","left":9},"constructor":{"prototype":{"id":"x"}}}',
    ),
    '200-error-null': json({ error: null }),
    '200-duplicate-keys': text('{"a":1,"a":2}'),
    '200-deep': text(`${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`),
    '201-empty-object': json({}, 201),
  }),
  ...faults('other', {
    '200-array': json([]),
    '200-array-of-junk': json([null, 1, 'x', {}]),
    '200-null': json(null),
    '200-string': json('Gelukt'),
    '200-number': json(42),
    '200-deep-arrays': text(`${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}`),
    '200-true': json(true),
    '200-false': json(false),
  }),
  ...faults('denial', {
    '200-success-false': json({ success: false }),
    '200-ok-false': json({ ok: false }),
    '200-error': json({ error: 'invalid_code' }),
    '200-error-object': json({ error: { code: 42, message: 'Nee' } }),
    '200-errors': json({ errors: [{ message: 'Nee' }], data: null }),
    '202-job': json({ job: 'queued' }, 202),
    '202-empty': bare(202),
    '206-half': send(206, JSON_TYPE, '{}', { 'Content-Range': 'bytes 0-1/9' }),
  }),
  ...faults('malformed', {
    '200-null-fields': replaced(() => null),
    '200-wrong-types': replaced((value) =>
      Array.isArray(value) ? 'x' : typeof value === 'object' ? value : { a: 1 },
    ),
    '200-huge-numbers': replaced((value) => (typeof value === 'object' ? value : 1e308)),
  }),
  ...faults('unreadable', {
    '200-truncated': changed((good) => good.slice(0, -1)),
    '200-bad-utf8': changed((good) => Buffer.concat([Buffer.from(good), Buffer.from([0xff])])),
    '200-utf16': changed((good) => Buffer.from(`\uFEFF${good}`, 'utf16le')),
    '200-ndjson-twice': changed((good) => `${good}\n${good}\n`),
    '200-json-prefix': changed((good) => `)]}',\n${good}`),
    '200-jsonp': changed((good) => `callback(${good})`),
    '200-text-plain': changed((good) => good, 'text/plain'),
    '200-no-type': changed((good) => good, null),
    '200-malformed-type': changed((good) => good, 'json'),
    '200-xml': send(200, 'application/xml', '<ok/>'),
    '200-50MB': ({ response }) => {
      response.writeHead(200, { 'Content-Type': JSON_TYPE });
      const pour = (left: number): void => {
        if (left === 0 || response.destroyed) response.end();
        else response.write(MEBIBYTE, () => pour(left - 1));
      };
      pour(50);
    },
    '200-gzip-bomb': send(200, JSON_TYPE, BOMB, { 'Content-Encoding': 'gzip' }),
  }),
  ...faults('gateway', {
    '500-empty': bare(500),
    '500-json': json({ message: 'Internal Server Error' }, 500),
    '500-problem': refused('unexpected', 500),
    '500-html': page(500, GATEWAY_PAGE),
    '501-empty': bare(501),
    '502': page(502, GATEWAY_PAGE),
    '503-html': page(503, GATEWAY_PAGE),
    '504': page(504, GATEWAY_PAGE),
    '505-empty': bare(505),
    '507-empty': bare(507),
    '520-html': page(520, GATEWAY_PAGE),
    '599': bare(599),
  }),
  '503-bare-60s': { said: 'gateway', wait: 60, answer: bare(503, { 'Retry-After': '60' }) },
  ...faults('lost', {
    reset: ({ response }) => void response.socket?.resetAndDestroy(),
    closed: ({ response }) => void response.destroy(),
    'broken-off': (asked) => {
      begin(asked, 10_000);
      asked.response.write(' ', () => void asked.response.socket?.resetAndDestroy());
    },
    'shorter-than-said': (asked) => {
      begin(asked, 10_000);
      asked.response.end();
    },
    'gzip-that-is-none': send(200, JSON_TYPE, '{}', { 'Content-Encoding': 'gzip' }),
    'not-http': ({ response }) => void response.socket?.end('Hallo\r\n\r\n'),
  }),
  ...faults('endless', {
    hang: () => undefined,
    'head-and-hang': ({ response }) => {
      response.writeHead(200, { 'Content-Type': JSON_TYPE });
      response.flushHeaders();
    },
    'never-ending': (asked) => begin(asked),
    drip: (asked) => {
      begin(asked);
      const dripping = setInterval(() => asked.response.write(' '), 20);
      asked.response.on('close', () => clearInterval(dripping));
    },
  }),
  ...faults('no-such', {
    '400-empty': bare(400),
    '400-html': page(400, GATEWAY_PAGE),
    '404-html': page(404, '<!doctype html><title>404</title>'),
    '404-json': json({ message: 'Not Found' }, 404),
    '405-empty': bare(405),
    '406-empty': bare(406),
    '409-empty': bare(409),
    '410-empty': bare(410),
    '413-empty': bare(413),
    '415-json': json({ error: 'Unsupported Media Type' }, 415),
    '418-text': send(418, 'text/plain', 'theepot'),
    '422-json': json({ errors: { code: ['is ongeldig'] } }, 422),
    '428-empty': bare(428),
    '451-empty': bare(451),
  }),
};
