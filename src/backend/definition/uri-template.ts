import { MfaError } from '../mfa-error.js';
import type { Values } from './scope.js';
import { textOf } from './template.js';

const EXPRESSION = /\{(?<operator>[?&+]?)(?<list>[A-Za-z_]\w*(?:,[A-Za-z_]\w*)*)\}/g;

/** URLs resolve these away, so a hostile id would address something else (RFC 3986, 5.2.4). */
const NO_SEGMENT = ['', '.', '..'];

/** The names of the variables in a template. */
export function uriTemplateNames(template: string): readonly string[] {
  return [...template.matchAll(EXPRESSION)].flatMap(([, , list = '']) => list.split(','));
}

/**
 * Whether it is of the part of RFC 6570 we know: `{x}` (level 1), `{?a,b}` and `{&a,b}` (level 3), and
 * at the very start `{+url}` (level 2), which stands for a whole URL.
 */
export function isUriTemplate(template: string): boolean {
  const rest = template.replace(EXPRESSION, (whole, operator: string, list: string, at: number) => {
    const isQuery = operator === '?' || operator === '&';
    const isKnown = isQuery || (!list.includes(',') && (operator === '' || at === 0));
    return isKnown ? '' : whole;
  });
  return /^[^{}\s\\#]*$/.test(rest);
}

/**
 * A URI template filled in (RFC 6570). Every character that is not unreserved is percent-encoded, but
 * for those of a `{+url}`: that is put in as it is, and where it may lead is for the caller to see.
 *
 * Of `{?a,b}` and `{&a,b}` what has no value is left out. Either goes on with a query that has begun,
 * be it in a `{+url}`, and begins one where there is none.
 *
 * @throws MfaError `misconfigured` when another variable has no value, `unexpected` when the value of
 * one in the path would lead to another path (`..`).
 */
export function expandUriTemplate(template: string, values: Values): string {
  let url = '';
  let end = 0;
  for (const { 0: whole, 1: operator = '', 2: list = '', index } of template.matchAll(EXPRESSION)) {
    url += template.slice(end, index);
    end = index + whole.length;
    const hasQuery = url.includes('?');
    if (operator === '+') url += valueOf(list, values, ['']);
    else if (operator) url += queryOf(list.split(','), values, hasQuery ? '&' : '?');
    else url += encode(valueOf(list, values, hasQuery ? [] : NO_SEGMENT));
  }
  return url + template.slice(end);
}

function queryOf(names: readonly string[], values: Values, mark: string): string {
  const pairs = names.flatMap((name) => {
    const text = textOf(values.get(name));
    return text === undefined ? [] : [`${name}=${encode(text)}`];
  });
  return pairs.length > 0 ? mark + pairs.join('&') : '';
}

function valueOf(name: string, values: Values, refused: readonly string[]): string {
  const text = textOf(values.get(name));
  if (text === undefined) {
    throw new MfaError('misconfigured', `The URL asks for {${name}}, and it has no value.`);
  }
  if (refused.includes(text)) {
    throw new MfaError('unexpected', `The value of {${name}} cannot be part of a path.`);
  }
  return text;
}

function encode(text: string): string {
  let encoded: string;
  try {
    encoded = encodeURIComponent(text);
  } catch {
    throw new MfaError('unexpected', 'A value for the URL is not well-formed Unicode.');
  }
  // encodeURIComponent leaves five characters that RFC 3986 reserves.
  return encoded.replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
