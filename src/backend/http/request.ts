import { webUrl } from '../web-url.js';
import { MfaError } from '../mfa-error.js';
import type { BackendDefinition, RequestStep } from '../definition/definition.js';
import type { HeaderTemplates } from '../definition/notations.js';
import type { Values } from '../definition/scope.js';
import { fillBody, fillText, templateNames, textsOf } from '../definition/template.js';
import { expandUriTemplate } from '../definition/uri-template.js';

/** A request, ready to be sent. */
export interface BuiltRequest {
  readonly url: string;
  /** It goes to the origin of the base URL. */
  readonly isHome: boolean;
  readonly init: RequestInit & {
    readonly method: string;
    readonly credentials: RequestCredentials;
  };
}

/** Splits `"POST /path"` into its two halves. */
export function splitRequest(request: string): readonly [method: string, path: string] {
  const [method = '', path = ''] = request.split(' ');
  return [method, path];
}

/**
 * Where a template leads: below the base URL, or wherever a URL out of an answer says (`{+url}`).
 * What goes along there is for {@link requestUrl} to see.
 *
 * @param baseUrl Absolute, without a slash at the end.
 */
export function expandUrl(baseUrl: string, template: string, values: Values): URL {
  const expanded = expandUriTemplate(template, values);
  return resolveUrl(baseUrl, template.startsWith('{+') ? expanded : baseUrl + expanded);
}

/**
 * The address that an answer gives, relative to the base URL or whole.
 *
 * @throws MfaError `unexpected` for one that is none of http(s), or that holds a login.
 */
export function resolveUrl(baseUrl: string, text: string): URL {
  const url = webUrl(text, `${baseUrl}/`);
  if (url) return url;
  throw new MfaError('unexpected', 'The answer leads to something that is no page or server.');
}

/**
 * Where a request goes, or a form with its fields.
 *
 * @throws MfaError `unexpected` when that is an origin that the definition does not list.
 */
export function requestUrl(
  baseUrl: string,
  { origins = [] }: BackendDefinition,
  template: string,
  values: Values,
): URL {
  const url = expandUrl(baseUrl, template, values);
  if ([new URL(baseUrl).origin, ...origins].includes(url.origin)) return url;
  throw new MfaError(
    'unexpected',
    'The answer leads to another origin: when it is meant to, list it in "origins".',
  );
}

/**
 * Makes a request out of its description.
 *
 * The defaults keep an answer out of every cache, the page's address out of the request, and a
 * redirect from carrying a code to another place (C36, C67, C71). To another origin than that of the
 * base URL nothing goes that proves who asks: no cookies, none of the headers of the definition, and
 * no header that holds a variable.
 *
 * @param baseUrl Absolute, without a slash at the end.
 * @throws MfaError `unexpected` when it would leave for an origin that the definition does not list.
 */
export function buildRequest(
  baseUrl: string,
  definition: BackendDefinition,
  step: RequestStep,
  values: Values,
): BuiltRequest {
  const [method, path] = splitRequest(step.request);
  const url = requestUrl(baseUrl, definition, path, values);
  const isHome = url.origin === new URL(baseUrl).origin;
  const headers = new Headers({ Accept: 'application/json' });
  const body = step.body === undefined ? undefined : fillBody(step.body, values);
  if (body !== undefined) headers.set('Content-Type', CONTENT_TYPES[step.encoding ?? 'json']);
  const templates = [
    ...(isHome ? Object.entries(definition.headers ?? {}) : []),
    ...Object.entries(isHome ? (step.headers ?? {}) : constantsOf(step.headers)),
  ];
  for (const [nameTemplate, valueTemplate] of templates) {
    const name = fillText(nameTemplate, values);
    const value = fillText(valueTemplate, values);
    if (name === undefined || value === undefined) continue;
    try {
      headers.set(name, value);
    } catch {
      throw new MfaError('misconfigured', `The value for header "${nameTemplate}" cannot be sent.`);
    }
  }
  return {
    url: url.href,
    isHome,
    init: {
      method,
      headers,
      ...(body !== undefined && {
        body: step.encoding === 'form' ? encodeForm(body) : JSON.stringify(body),
      }),
      redirect: 'manual',
      cache: 'no-store',
      credentials: isHome ? (definition.credentials ?? 'same-origin') : 'omit',
      referrerPolicy: definition.referrer === 'origin' ? 'origin' : 'no-referrer',
    },
  };
}

const CONTENT_TYPES = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
} as const;

function constantsOf(headers: HeaderTemplates = {}): HeaderTemplates {
  return Object.fromEntries(
    Object.entries(headers).filter((header) => templateNames(header).length === 0),
  );
}

function encodeForm(body: unknown): string {
  return new URLSearchParams(fieldsOf(body)).toString();
}

/** The fields of a form, as texts; what is none is left out. */
export function fieldsOf(body: unknown): Readonly<Record<string, string>> {
  return textsOf(typeof body === 'object' && body !== null ? Object.entries(body) : []);
}
