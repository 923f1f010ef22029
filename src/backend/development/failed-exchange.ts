import type { MfaOperation } from '../backend.js';
import { splitRequest } from '../http/request.js';
import type { BackendDefinition, OperationDefinition } from '../definition/definition.js';
import { selectNodes } from '../definition/json-path.js';
import type { ObservedExchange } from '../http/observer.js';
import { describeShape } from './describe-shape.js';
import { GIVEN } from './given-variables.js';
import { isJsonObject } from './json-schema.js';
import { suggestRule } from './suggest-rule.js';

/** What can be told of an exchange afterwards. Nothing that went over the line is in it. */
export interface Evidence {
  readonly operation: MfaOperation;
  /** As the definition has it, with its variables not filled in. */
  readonly request: string;
  /** Where the paths of the definition begin, as far as the address shows it. */
  readonly base: string;
  readonly isOtherOrigin: boolean;
  readonly credentials: RequestCredentials;
  /** Variables without a value that no person gives, each with where it should have come from. */
  readonly missing: readonly string[];
  readonly hasSuccess: boolean;
  /** `undefined`: no answer came. */
  readonly answer: AnswerEvidence | undefined;
}

export interface AnswerEvidence {
  readonly status: number;
  /** What came in place of JSON: a media type, `a redirect`, `malformed JSON` … */
  readonly instead: string | undefined;
  /** The headers that matter and that the answer does not show. */
  readonly hiddenHeaders: readonly string[];
  /** The paths of results and captures that find nothing. */
  readonly emptyPaths: readonly string[];
  readonly shape: string;
  /** An error rule to paste. */
  readonly rule: string;
}

const GIVEN_ANYWHERE = Object.values(GIVEN).flat();
/** The statuses with which a server says how long to wait. */
const WAITING = [423, 429, 503];
/** Parts of a mapping that are read against something else than the whole answer, or need not be there. */
const ELSEWHERE = ['$when', '$as', '$first', '$by'];

/** @param pageOrigin That of the page; `undefined` where there is none. */
export function gatherEvidence(
  { definition, operation, step, url, credentials, missing, answer }: ObservedExchange,
  pageOrigin: string | undefined = globalThis.location?.origin,
): Evidence {
  // A request that is all there is to an operation is observed with its result.
  const { result, capture, success, request } = step as OperationDefinition<unknown> & typeof step;
  const { origin, pathname } = new URL(url);
  const isOtherOrigin = pageOrigin !== undefined && origin !== pageOrigin;
  return {
    operation,
    request,
    base: origin + basePath(pathname, request),
    isOtherOrigin,
    credentials,
    missing: missing
      .filter((name) => !GIVEN_ANYWHERE.includes(name))
      .map((name) => nameWithSource(name, definition)),
    hasSuccess: success !== undefined,
    answer: answer && {
      status: answer.status,
      instead: answer.instead,
      hiddenHeaders: [
        ...new Set([
          ...headersOf([step, definition.errors, definition.capture]),
          ...(WAITING.includes(answer.status) ? ['Retry-After'] : []),
        ]),
        'Date',
      ].filter((name) => isOtherOrigin && answer.headers.get(name) === null),
      emptyPaths: [...new Set(pathsOf([capture, result]))].filter(
        (path) => selectNodes(answer.body, path).length === 0,
      ),
      shape: describeShape(answer.body),
      rule: suggestRule(answer.status, answer.body),
    },
  };
}

/** The path ahead of the first fixed part of a template: none of what variables were filled in with. */
function basePath(pathname: string, request: string): string {
  const [fixed = ''] = splitRequest(request)[1].split(/[{?]/);
  return fixed === '' ? '' : pathname.slice(0, Math.max(pathname.indexOf(fixed), 0));
}

/** Such as `{csrf} (cookie: XSRF-TOKEN)`. */
function nameWithSource(name: string, { variables = {} }: BackendDefinition): string {
  const sources = Object.hasOwn(variables, name) ? [variables[name] ?? []].flat() : [];
  const places = sources.flatMap((source) =>
    typeof source === 'object'
      ? Object.entries(source).map(([kind, place]) => `${kind}: ${String(place)}`)
      : [],
  );
  return places.length > 0 ? `{${name}} (${places.join(', ')})` : `{${name}}`;
}

/** The headers that a request of a definition reads of its answer. */
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
