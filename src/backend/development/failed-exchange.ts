import type { MfaOperation } from '../backend.js';
import { splitRequest } from '../http/request.js';
import type { BackendDefinition, OperationDefinition } from '../definition/definition.js';
import { selectNodes } from '../definition/json-path.js';
import type { ObservedExchange } from '../http/observer.js';
import { describeShape } from './describe-shape.js';
import { ALL_INPUT } from './known-names.js';
import { isJsonObject } from './json-schema.js';
import { suggestRule } from './suggest-rule.js';

/** The facts about an exchange that may be stored and shown. Holds nothing that was sent or received. */
export interface Evidence {
  readonly operation: MfaOperation;
  /** The request template of the definition, its variables not filled in. */
  readonly request: string;
  /** The base URL, as far as the address of the request shows it. */
  readonly base: string;
  readonly isOtherOrigin: boolean;
  readonly credentials: RequestCredentials;
  /** Variables without a value that are not operation inputs, each with its source. */
  readonly missing: readonly string[];
  /** `undefined` if no response arrived. */
  readonly response: ResponseEvidence | undefined;
}

export interface ResponseEvidence {
  readonly status: number;
  /** The kind of response instead of JSON: a media type, `a redirect`, `malformed JSON` … */
  readonly instead: string | undefined;
  /** Headers that the definition needs and the response does not expose. */
  readonly hiddenHeaders: readonly string[];
  /** Paths of results and captures that select nothing. */
  readonly emptyPaths: readonly string[];
  readonly shape: string;
  /** A suggested error rule. */
  readonly rule: string;
}

/** Statuses that may have a `Retry-After` header. */
const WAITING = [423, 429, 503];
/** Parts of a mapping that are not paths into the whole response, or are optional. */
const ELSEWHERE = ['$when', '$as', '$first', '$by'];

/** @param pageOrigin The origin of the page; `undefined` if there is no page. */
export function gatherEvidence(
  { definition, operation, step, url, credentials, missing, response }: ObservedExchange,
  pageOrigin: string | undefined = globalThis.location?.origin,
): Evidence {
  // If an operation has one request, the observed step is the operation itself, with its result.
  const { result, capture, request } = step as OperationDefinition<unknown> & typeof step;
  const { origin, pathname } = new URL(url);
  const isOtherOrigin = pageOrigin !== undefined && origin !== pageOrigin;
  return {
    operation,
    request,
    base: origin + basePath(pathname, request),
    isOtherOrigin,
    credentials,
    missing: missing
      .filter((name) => !ALL_INPUT.includes(name))
      .map((name) => nameWithSource(name, definition)),
    response: response && {
      status: response.status,
      instead: response.instead,
      hiddenHeaders: [
        ...new Set([
          ...headersOf([step, definition.errors, definition.capture]),
          ...(WAITING.includes(response.status) ? ['Retry-After'] : []),
        ]),
        'Date',
      ].filter((name) => isOtherOrigin && response.headers.get(name) === null),
      emptyPaths: [...new Set(pathsOf([capture, result]))].filter(
        (path) => selectNodes(response.body, path).length === 0,
      ),
      shape: describeShape(response.body),
      rule: suggestRule(response.status, response.body),
    },
  };
}

/** Returns the path before the first fixed part of a template, so that no value of a variable is in it. */
function basePath(pathname: string, request: string): string {
  const [fixed = ''] = splitRequest(request)[1].split(/[{?]/);
  return fixed === '' ? '' : pathname.slice(0, Math.max(pathname.indexOf(fixed), 0));
}

/** @example `{csrf} (cookie: XSRF-TOKEN)` */
function nameWithSource(name: string, { variables = {} }: BackendDefinition): string {
  const sources = Object.hasOwn(variables, name) ? [variables[name] ?? []].flat() : [];
  const places = sources.flatMap((source) =>
    typeof source === 'object'
      ? Object.entries(source).map(([kind, place]) => `${kind}: ${String(place)}`)
      : [],
  );
  return places.length > 0 ? `{${name}} (${places.join(', ')})` : `{${name}}`;
}

/** Returns the headers that a part of a definition reads from the response. */
function headersOf(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(headersOf);
  if (!isJsonObject(part)) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    (key === 'header' || key === '$header') && typeof value === 'string'
      ? [value]
      : headersOf(value),
  );
}

function pathsOf(mapping: unknown): readonly string[] {
  if (typeof mapping === 'string') return mapping.startsWith('$') ? [mapping] : [];
  if (Array.isArray(mapping)) return mapping.flatMap(pathsOf);
  if (!isJsonObject(mapping)) return [];
  return Object.entries(mapping).flatMap(([key, part]) =>
    ELSEWHERE.includes(key) ? [] : pathsOf(part),
  );
}
