import { readJsonPath } from '../definition/json-path.js';
import { isPlainKey } from './describe-shape.js';
import { isJsonObject } from './json-schema.js';

/** Paths of error codes in common responses, the most specific first. */
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
/** Objects of some servers whose keys are the error codes. */
const KEYED = ['errors', 'error'];

/**
 * Suggests an error rule for a response that no rule matched. Values of the response are not in it: the
 * author fills in each `…`.
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
