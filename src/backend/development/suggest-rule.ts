import { readJsonPath } from '../definition/json-path.js';
import { isPlainKey } from './describe-shape.js';
import { isJsonObject } from './json-schema.js';

/** Where servers say which error it is, the most telling first. */
const PLACES = [
  '$.code',
  '$.error_code',
  '$.errorCode',
  '$.error.code',
  '$.error',
  '$.errors[0].code',
  '$.type',
  '$.__type',
  '$.status',
  '$.reason',
  '$.detail',
  '$.message',
];
/** Where some servers have an object whose keys say it. */
const KEYED = ['errors', 'error'];

/**
 * An error rule to paste into the definition for an answer that none matched. What the answer says
 * stays out of it; the author fills that in, at each `…`.
 */
export function suggestRule(status: number, body: unknown): string {
  const rule = { status, ...whereItSays(body), kind: '…' };
  return JSON.stringify(rule).replaceAll('":', '": ').replaceAll(',"', ', "');
}

function whereItSays(body: unknown): object {
  const path = PLACES.find((place) =>
    ['string', 'number'].includes(typeof readJsonPath(body, place)),
  );
  if (path !== undefined) return { path, equals: '…' };
  for (const parent of KEYED) {
    const errors = readJsonPath(body, `$.${parent}`);
    const [key] = isJsonObject(errors) ? Object.keys(errors) : [];
    if (key !== undefined && isPlainKey(key))
      return { path: `$.${parent}['${key}']`, exists: true };
  }
  return {};
}
