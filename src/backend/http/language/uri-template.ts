import { MfaError } from '../mfa-error.js';
import type { VariableValue } from './variables.js';

const EXPRESSION = /\{(?<query>\?)?(?<names>[A-Za-z_]\w*(?:,[A-Za-z_]\w*)*)\}/g;

/** The names of the variables in a template. */
export function uriTemplateNames(template: string): readonly string[] {
  return [...template.matchAll(EXPRESSION)].flatMap(
    ({ groups }) => groups?.names?.split(',') ?? [],
  );
}

/** Whether it is of the part of RFC 6570 we know: `{x}` (level 1) and `{?a,b}` (level 3). */
export function isUriTemplate(template: string): boolean {
  const rest = template.replace(EXPRESSION, (whole, query: string | undefined, names: string) =>
    query === undefined && names.includes(',') ? whole : '',
  );
  return /^[^{}\s\\#]*$/.test(rest);
}

/**
 * A URI template filled in (RFC 6570). Every character that is not unreserved is percent-encoded; a
 * query parameter without a value is left out.
 *
 * @throws MfaError `misconfigured` when a part of the path has no value, `unexpected` when its value
 * would lead to another path (`..`).
 */
export function expandUriTemplate(
  template: string,
  variables: ReadonlyMap<string, VariableValue>,
): string {
  return template.replace(EXPRESSION, (_whole, query: string | undefined, list: string) => {
    const names = list.split(',');
    if (query === undefined)
      return names.map((name) => pathSegment(name, variables.get(name))).join();
    const pairs = names.flatMap((name) => {
      const value = variables.get(name);
      return value === undefined ? [] : [`${name}=${encode(String(value))}`];
    });
    return pairs.length > 0 ? `?${pairs.join('&')}` : '';
  });
}

function pathSegment(name: string, value: VariableValue): string {
  if (value === undefined) {
    throw new MfaError('misconfigured', `The path asks for {${name}}, and it has no value.`);
  }
  const text = String(value);
  // URLs resolve these away, so a hostile id would address something else (RFC 3986, 5.2.4).
  if (['', '.', '..'].includes(text)) {
    throw new MfaError('unexpected', `The value of {${name}} cannot be part of a path.`);
  }
  return encode(text);
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
