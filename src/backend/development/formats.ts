import { parseUrl } from '../urls.js';
import { blocksThePage } from './blocks-the-page.js';
import { splitRequest } from '../http/request.js';
import { isTextTemplate } from '../definition/template.js';
import { isUriTemplate } from '../definition/uri-template.js';
import { nearestNames } from './nearest-names.js';
import { explainPath } from './explain-path.js';

/** A `format` of the schema. */
export interface Format {
  /** A description of what is expected: "a path such as $.id". */
  readonly expected: string;
  /** @returns What is wrong with the text; an empty text if there is nothing to add to `expected`. */
  readonly problem: (text: string) => string | undefined;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
/** RFC 9110, section 5.6.2. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const LOCAL = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

const test =
  (isRight: (text: string) => boolean): Format['problem'] =>
  (text) =>
    isRight(text) ? undefined : '';

/** Returns `true` if a text can be the name of a header. */
export function isHeaderName(text: string): boolean {
  return TOKEN.test(text);
}

function pathProblem(text: string): string | undefined {
  // A text that is not a path may be anything, also a secret, so it is not quoted.
  return text.startsWith('$') ? explainPath(text) : 'A path starts with $.';
}

const templateProblem = test(isTextTemplate);
const variableProblem = test((text) => /^\{[A-Za-z_]\w*\}$/.test(text));

/** Two slashes at the start would name another host. `{+url}` is checked when it has a value. */
function isUrlTemplate(text: string): boolean {
  return /^(?:\/(?!\/)|\{\+)/.test(text) && isUriTemplate(text);
}

function requestProblem(text: string): string | undefined {
  const [method, template] = splitRequest(text);
  if (METHODS.includes(method)) {
    return text === `${method} ${template}` && isUrlTemplate(template) ? undefined : '';
  }
  const [meant] = nearestNames(method, METHODS, 2);
  return meant ? `Did you mean ${meant}?` : `It starts with one of ${METHODS.join(', ')}.`;
}

function patternProblem(text: string): string | undefined {
  try {
    new RegExp(text, 'u');
  } catch {
    return '';
  }
  return blocksThePage(text)
    ? 'A group that repeats must not contain *, +, ?, { } or |: a text that nearly matches would block the page.'
    : undefined;
}

/** Every `format` of the schema, tested with the parser that reads it at run time. */
export const FORMATS: Readonly<Record<string, Format>> = {
  'json-path': { expected: 'a path such as $.id', problem: pathProblem },
  'path-or-text': {
    expected: 'a path such as $.id, or a text in which every brace is of a variable: {name}',
    problem: (text) => (text.startsWith('$') ? pathProblem : templateProblem)(text),
  },
  'path-or-variable': {
    expected: 'a path such as $.codes, or one variable such as "{codes}"',
    problem: (text) => (text.startsWith('$') ? pathProblem(text) : variableProblem(text)),
  },
  'text-template': {
    expected: 'a text in which every brace is of a variable: {name}',
    problem: templateProblem,
  },
  'request-template': {
    expected: 'a method and a path, such as "POST /enrollments/{enrollmentId}"',
    problem: requestProblem,
  },
  'url-template': {
    expected: 'a path, such as "/settings/{account}", or "{+url}"',
    problem: test(isUrlTemplate),
  },
  'header-name': {
    expected: 'the name of a header',
    problem: test(isHeaderName),
  },
  origin: {
    expected: 'https: and a host, without a path: "https://id.example.com"',
    problem: test(
      (text) =>
        parseUrl(text)?.origin === text && (text.startsWith('https://') || LOCAL.test(text)),
    ),
  },
  regex: { expected: 'a regular expression', problem: patternProblem },
};
