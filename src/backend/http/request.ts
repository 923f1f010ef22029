import { parseWebUrl } from '../urls.js';
import { MfaError } from '../mfa-error.js';
import type { BackendDefinition, RequestStep } from '../definition/definition.js';
import type { HeaderTemplates } from '../definition/notations.js';
import type { Values } from '../definition/scope.js';
import { fillBody, fillText, templateNames, textsOf } from '../definition/template.js';
import { expandUriTemplate } from '../definition/uri-template.js';
import { requestInit, type BuiltInit } from './request-init.js';

/** A request, ready to be sent. */
export interface BuiltRequest {
  readonly url: string;
  /** It goes to the origin of the base URL. */
  readonly isSameOrigin: boolean;
  readonly init: BuiltInit;
}

/** Splits `"POST /path"` into its two halves. */
export function splitRequest(request: string): readonly [method: string, path: string] {
  const [method = '', path = ''] = request.split(' ');
  return [method, path];
}

/**
 * Expands a URL template: below the base URL, or to a URL from a response (`{+url}`). It does not check
 * the origin; {@link requestUrl} does.
 *
 * @param baseUrl Absolute, without a slash at the end.
 */
export function expandUrl(baseUrl: string, template: string, values: Values): URL {
  const expanded = expandUriTemplate(template, values);
  return resolveUrl(baseUrl, template.startsWith('{+') ? expanded : baseUrl + expanded);
}

/**
 * Resolves a URL from a response, which may be relative to the base URL.
 *
 * @throws MfaError `unexpected` if it is not http(s), or contains a user name or password.
 */
export function resolveUrl(baseUrl: string, text: string): URL {
  const url = parseWebUrl(text, `${baseUrl}/`);
  if (url) return url;
  throw new MfaError('unexpected', 'The URL in the response is not an http(s) URL.');
}

/**
 * Expands the URL of a request, or of a form with its fields.
 *
 * @throws MfaError `unexpected` if it leads to an origin that the definition does not list.
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
    'The response leads to another origin: if it is meant to, list it in "origins".',
  );
}

/**
 * Builds a request from a step of a definition.
 *
 * The defaults keep the response out of every cache, the page's address out of the request, and a
 * redirect from carrying a code elsewhere (C36, C67, C71). Credentials are sent only to the origin of
 * the base URL: a request to another origin has no cookies, none of the headers of the definition, and
 * no header that contains a variable.
 *
 * @param baseUrl Absolute, without a slash at the end.
 * @throws MfaError `unexpected` if it would go to an origin that the definition does not list.
 */
export function buildRequest(
  baseUrl: string,
  definition: BackendDefinition,
  step: RequestStep,
  values: Values,
): BuiltRequest {
  const [method, path] = splitRequest(step.request);
  const url = requestUrl(baseUrl, definition, path, values);
  const isSameOrigin = url.origin === new URL(baseUrl).origin;
  const headers = new Headers({ Accept: 'application/json' });
  const body = step.body === undefined ? undefined : fillBody(step.body, values);
  if (body !== undefined) headers.set('Content-Type', CONTENT_TYPES[step.encoding ?? 'json']);
  const templates = [
    ...(isSameOrigin ? Object.entries(definition.headers ?? {}) : []),
    ...Object.entries(isSameOrigin ? (step.headers ?? {}) : constantsOf(step.headers)),
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
    isSameOrigin,
    init: requestInit({
      method,
      headers,
      body: body === undefined ? undefined : encode(step.encoding ?? 'json', body),
      credentials: isSameOrigin ? (definition.credentials ?? 'same-origin') : 'omit',
      referrerPolicy: definition.referrer === 'origin' ? 'origin' : 'no-referrer',
    }),
  };
}

const CONTENT_TYPES = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
} as const;

/** The headers without a variable. */
function constantsOf(headers: HeaderTemplates = {}): HeaderTemplates {
  return Object.fromEntries(
    Object.entries(headers).filter((header) => templateNames(header).length === 0),
  );
}

function encode(encoding: keyof typeof CONTENT_TYPES, body: unknown): string {
  return encoding === 'form'
    ? new URLSearchParams(fieldsOf(body)).toString()
    : JSON.stringify(body);
}

/** The fields of a form as strings; a value that cannot be one is left out. */
export function fieldsOf(body: unknown): Readonly<Record<string, string>> {
  return textsOf(typeof body === 'object' && body !== null ? Object.entries(body) : []);
}
