import { MFA_ERROR_KINDS } from '../mfa-error.js';
import { isTextTemplate } from './body-template.js';
import { splitRequest } from './build-request.js';
import { list, object, oneOf, record, text, value, wrong, type Check } from './checks.js';
import type { BackendDefinition } from './definition.js';
import { parseJsonPath } from './json-path.js';
import { OPERATION_NAMES } from './operation-names.js';
import { isUriTemplate } from './uri-template.js';

const MAX_DEPTH = 20;
const MAX_TIMEOUT = 120_000;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
/** RFC 9110, section 5.6.2. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

const path: Check = (given, pointer) => {
  if (typeof given !== 'string') wrong(pointer, 'a path such as $.name');
  try {
    parseJsonPath(given);
  } catch (error) {
    wrong(pointer, error instanceof Error ? `another path. ${error.message}` : 'a path');
  }
};

const template = text('a text whose braces hold a variable: {name}', isTextTemplate);

/** A tree of JSON, no deeper than anyone writes by hand. */
function tree(leaf: Check, branch?: (given: object, pointer: string) => boolean): Check {
  const visit = (depth: number): Check => {
    return (given, pointer) => {
      if (depth > MAX_DEPTH) wrong(pointer, `no more than ${MAX_DEPTH} levels`);
      if (typeof given !== 'object' || given === null) leaf(given, pointer);
      else if (!branch?.(given, pointer)) {
        (Array.isArray(given) ? list : record)(visit(depth + 1))(given, pointer);
      }
    };
  };
  return visit(0);
}

const bodyTemplate = tree((given, pointer) => {
  if (typeof given === 'string') template(given, pointer);
  else
    value('JSON', (one) => one === null || ['number', 'boolean'].includes(typeof one))(
      given,
      pointer,
    );
});

const resultLeaf: Check = (given, pointer) => {
  if (typeof given === 'string' && given.startsWith('$')) path(given, pointer);
  else
    value('a path or a constant', (one) => ['string', 'number', 'boolean'].includes(typeof one))(
      given,
      pointer,
    );
};

const resultMapping: Check = tree(resultLeaf, (given, pointer) => {
  if (Array.isArray(given)) wrong(pointer, 'a path, or an object of paths');
  if (!Object.keys(given).some((key) => key.startsWith('$'))) return false;
  object({ $each: path, $as: resultMapping }, ['$each', '$as'])(given, pointer);
  return true;
});

const status = value('an HTTP status or a list of them', (given) =>
  [given].flat().every((one) => Number.isInteger(one) && Number(one) >= 100 && Number(one) <= 599),
);
const boolean = oneOf([true, false]);
const scalar = value(
  'a text, number, boolean or null',
  (one) => one === null || ['string', 'number', 'boolean'].includes(typeof one),
);

const conditionFields = {
  status,
  redirected: boolean,
  path,
  equals: scalar,
  startsWith: text('a text'),
  exists: boolean,
};

/** A question about the body says where to look, or it would hold for every answer. */
function condition(check: Check): Check {
  return (given, pointer) => {
    check(given, pointer);
    const asked = given as Readonly<Record<string, unknown>>;
    const looks = ['equals', 'startsWith', 'exists'].some((key) => Object.hasOwn(asked, key));
    if (looks !== Object.hasOwn(asked, 'path')) {
      wrong(pointer, '"path" together with equals, startsWith or exists');
    }
  };
}

const seconds = value(
  'seconds, 0 to 3600',
  (one) => typeof one === 'number' && one >= 0 && one <= 3600,
);
const header = text('the name of a header', (name) => TOKEN.test(name));

const retryAfter: Check = (given, pointer) => {
  if (typeof given === 'number') return seconds(given, pointer);
  object({ header, path })(given, pointer);
  if (Object.keys(given as object).length !== 1) wrong(pointer, 'a header or a path');
};

const stepUp: Check = (given, pointer) =>
  (typeof given === 'string' ? path : list(oneOf(['password', 'code'])))(given, pointer);

const errorRule = condition(
  object(
    { ...conditionFields, kind: oneOf(MFA_ERROR_KINDS), retryAfter, attemptsLeft: path, stepUp },
    ['kind'],
  ),
);

const headers: Check = (given, pointer) => {
  record(template)(given, pointer);
  for (const name of Object.keys(given as object)) header(name, `${pointer}/${name}`);
};

const request = text('"METHOD /path" such as "GET /status"', (given) => {
  const [method, template] = splitRequest(given);
  const whole = given === `${method} ${template}`;
  // Two slashes at the start would name another host.
  const local = template.startsWith('/') && !template.startsWith('//');
  return METHODS.includes(method) && whole && local && isUriTemplate(template);
});

const operation: Check = (given, pointer) => {
  object(
    {
      request,
      body: bodyTemplate,
      headers,
      success: condition(object(conditionFields)),
      result: resultMapping,
      errors: list(errorRule),
    },
    ['request'],
  )(given, pointer);
  const { request: asked, body } = given as { request: string; body?: unknown };
  if (asked.startsWith('GET ') && body !== undefined) wrong(pointer, 'no body with GET');
};

const definition = object(
  {
    name: text('a text'),
    credentials: oneOf(['same-origin', 'include', 'omit']),
    timeout: value(
      `milliseconds, 1 to ${MAX_TIMEOUT}`,
      (given) => Number.isInteger(given) && Number(given) >= 1 && Number(given) <= MAX_TIMEOUT,
    ),
    headers,
    capabilities: object({ rememberDevice: boolean, recoveryCodeAlphabet: text('a text') }),
    operations: object(Object.fromEntries(OPERATION_NAMES.map((name) => [name, operation]))),
    errors: list(errorRule),
  },
  ['operations'],
);

/**
 * Whether a value is a backend definition; nothing is asked of a server before it is (C30, C32).
 *
 * @throws MfaError `misconfigured` with the place (JSON pointer) and what was expected there.
 */
export function checkDefinition(given: unknown): asserts given is BackendDefinition {
  definition(given, '');
}
