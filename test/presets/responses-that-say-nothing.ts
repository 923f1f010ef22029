import type { ParsedResponse } from '../../src/backend/http/response.js';
import { toResponse } from './recorded-runs.js';

/** JSON in which no server says that it made a change, or how things are. */
const JSON_BODIES = [
  '[]',
  'null',
  'true',
  '"text"',
  '{}',
  '{"data":{}}',
  '{"message":"ok"}',
  '{"maintenance":true}',
  '{"success":false}',
  '{"ok":false}',
  '{"error":"x"}',
  '{"errors":["x"]}',
  '{"status":"error"}',
  '{"status":"fail","data":{}}',
];

const PROBLEM = '{"type":"about:blank","title":"Unprocessable Content","status":422}';

const typed = (body: string, type: string, status: number): Response =>
  new Response(body, { status, headers: { 'Content-Type': type } });

/**
 * Returns responses in place of a recorded one that do not say that the change was made, or how things are, by
 * name.
 *
 * @param isRead For an operation that changes nothing, a status of 202 or 206 does not matter.
 */
export function responsesThatSayNothing(
  recorded: ParsedResponse,
  isRead: boolean,
): Readonly<Record<string, () => Response>> {
  const hasBody = recorded.body !== undefined;
  const isEmpty = (status: number): boolean => !hasBody && recorded.status === status;
  const statuses = [...new Set([200, hasBody ? recorded.status : 200])];
  const json = statuses.flatMap((status) =>
    JSON_BODIES.filter((body) => body !== JSON.stringify(recorded.body)).map(
      (body) => [`${status} ${body}`, () => typed(body, 'application/json', status)] as const,
    ),
  );
  const others: readonly (readonly [string, () => Response])[] = [
    ['a problem in a 200', () => typed(PROBLEM, 'application/problem+json', 200)],
    ['a text', () => typed('OK', 'text/plain', 200)],
    ['malformed JSON', () => typed('{"', 'application/json', 200)],
    ['a web page', () => typed('<!doctype html>', 'text/html', 200)],
    ['202 without a body', () => new Response(null, { status: 202 })],
  ];
  const empty = [200, 204].filter((status) => !isEmpty(status));
  const copies = [202, 206].filter((status) => !isRead && hasBody && recorded.status !== status);
  return Object.fromEntries([
    ...json,
    ...others,
    ...empty.map(
      (status) => [`${status} without a body`, () => new Response(null, { status })] as const,
    ),
    ...copies.map(
      (status) => [`${status} with the right body`, () => toResponse(recorded, status)] as const,
    ),
  ]);
}
