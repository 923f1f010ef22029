import { encodeForUrl, pathSegment, urlValue } from '../http/url-value.js';
import type { Values } from './scope.js';
import { textOf } from '../text-of.js';

const EXPRESSION = /\{(?<operator>[?&+]?)(?<list>[A-Za-z_]\w*(?:,[A-Za-z_]\w*)*)\}/g;

/** Returns the names of the variables in a template. */
export function uriTemplateNames(template: string): readonly string[] {
  return [...template.matchAll(EXPRESSION)].flatMap(([, , list = '']) => list.split(','));
}

/**
 * Returns `true` if the template uses only the supported part of RFC 6570: `{x}` (level 1), `{?a,b}` and
 * `{&a,b}` (level 3), and at the very start `{+url}` (level 2), which is a whole URL.
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
 * Expands a URI template (RFC 6570). Reserved characters are percent-encoded, except in `{+url}`, which
 * is inserted as it is: the caller checks where it points.
 *
 * Variables of `{?a,b}` and `{&a,b}` without a value are omitted. Both continue a query that has started,
 * also in a `{+url}`, and start one otherwise.
 *
 * @throws MfaError `misconfigured` if another variable has no value, `unexpected` if a value would change
 * the path (`..`).
 */
export function expandUriTemplate(template: string, values: Values): string {
  let url = '';
  let end = 0;
  for (const { 0: whole, 1: operator = '', 2: list = '', index } of template.matchAll(EXPRESSION)) {
    url += template.slice(end, index);
    end = index + whole.length;
    const hasQuery = url.includes('?');
    const value = values.get(list);
    if (operator === '+') url += urlValue(list, value, ['']);
    else if (operator) url += queryOf(list.split(','), values, hasQuery ? '&' : '?');
    else url += hasQuery ? encodeForUrl(urlValue(list, value)) : pathSegment(list, value);
  }
  return url + template.slice(end);
}

function queryOf(names: readonly string[], values: Values, mark: string): string {
  const pairs = names.flatMap((name) => {
    const text = textOf(values.get(name));
    return text === undefined ? [] : [`${name}=${encodeForUrl(text)}`];
  });
  return pairs.length > 0 ? mark + pairs.join('&') : '';
}
