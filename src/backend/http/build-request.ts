import type { MfaOperation } from '../backend.js';
import { MfaError } from '../mfa-error.js';
import { fillBody, fillText, templateNames } from './body-template.js';
import type { BackendDefinition, OperationDefinition } from './definition.js';
import { expandUriTemplate, uriTemplateNames } from './uri-template.js';
import { askVariables, type Variables } from './variables.js';

/** A request, ready to be sent. */
export interface BuiltRequest {
  readonly url: string;
  readonly init: RequestInit & { readonly method: string };
}

/** Splits `"POST /path"` into its two halves. */
export function splitRequest(request: string): readonly [method: string, path: string] {
  const [method = '', path = ''] = request.split(' ');
  return [method, path];
}

/**
 * Makes the request of an operation, asking the page for the variables it needs.
 *
 * The defaults keep an answer out of every cache, the page's address out of the request, and a
 * redirect from carrying a code to another place (C36, C67, C71).
 *
 * @param baseUrl Absolute, without a slash at the end.
 */
export async function buildRequest(
  baseUrl: string,
  definition: BackendDefinition,
  operation: MfaOperation,
  described: OperationDefinition,
  input: object,
  variables: Variables,
): Promise<BuiltRequest> {
  const [method, path] = splitRequest(described.request);
  const names = [
    ...uriTemplateNames(path),
    ...templateNames(described.body),
    ...templateNames(definition.headers),
    ...templateNames(described.headers),
  ];
  const values = await askVariables(names, input, variables);

  const headers = new Headers({ Accept: 'application/json' });
  const body = described.body === undefined ? undefined : fillBody(described.body, values);
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  for (const [name, template] of [
    ...Object.entries(definition.headers ?? {}),
    ...Object.entries(described.headers ?? {}),
  ]) {
    const value = fillText(template, values);
    try {
      if (value !== undefined) headers.set(name, value);
    } catch {
      throw new MfaError(
        'misconfigured',
        `${operation}: the value for header "${name}" cannot be sent.`,
      );
    }
  }
  return {
    url: baseUrl + expandUriTemplate(path, values),
    init: {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      redirect: 'manual',
      cache: 'no-store',
      credentials: definition.credentials ?? 'same-origin',
      referrerPolicy: 'no-referrer',
    },
  };
}
