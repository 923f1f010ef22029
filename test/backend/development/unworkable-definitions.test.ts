import { expect } from '@open-wc/testing';
import { describeMistake } from '../../../src/backend/development/check-definition.js';
import { findMistakes } from '../../../src/backend/development/find-mistakes.js';

const POST = { request: 'POST /x' };
const GET = { request: 'GET /x' };
const PROVEN = { ...GET, success: { path: '$.user' } };

/** Returns every mistake in these operations: the place, relative to the operations, and the message. */
function mistakesIn(operations: object, more: object = {}): readonly string[] {
  return findMistakes({ operations, ...more }).map(
    ({ pointer, message }) => `${pointer.replace('/operations/', '')}: ${message}`,
  );
}

const NO_RESPONSE = 'There is no earlier response to test. Use "value" to test a variable.';
const NOT_HERE =
  'has no value here: a value captured by a step exists from the next step until its operation ends.';
const LIST_WANTED =
  'Expected a list: [ … ] around it, or { "$each": …, "$as": … } for each item of the response.';

const unprovenRead = (operation: string): string =>
  `${operation}: Any response would count, also "{}": state "success" with what the server always says, such as { "path": "$.user" }.`;
const UNPROVEN_LIST = unprovenRead('listAuthenticators');

const unproven = (done: string): string =>
  `The result is the same whether the app was ${done} or not: read its "id" from the response, or state "success", such as { "status": 204 } or { "path": "$.${done}", "equals": true }.`;

/** Definitions that fit the schema, or nearly, and can never work; with the message for each. */
const UNWORKABLE: Readonly<Record<string, readonly (readonly [object, string])[]>> = {
  'an operation that sends no request': [
    [
      { verify: {} },
      'verify: This operation sends no request: expected "request", "steps", "navigate" or "form".',
    ],
    [
      { unlinkAuthenticator: { steps: [] } },
      'unlinkAuthenticator: This operation sends no request: expected "request", "steps", "navigate" or "form".',
    ],
    [
      { stepUp: {} },
      'stepUp: This operation sends no request: expected "request", "steps", "navigate" or "form", or a "capture" of the proof.',
    ],
  ],
  'a variable written as in a router': [
    [
      { unlinkAuthenticator: { request: 'DELETE /apps/:id' } },
      'unlinkAuthenticator/request: ":id" would be sent literally: write {authenticatorId}.',
    ],
    [
      { cancelEnrollment: { steps: [{ request: 'DELETE /:ID/x' }] } },
      'cancelEnrollment/steps/0/request: ":ID" would be sent literally: write {enrollmentId}.',
    ],
    [
      { verify: { navigate: '/users/:user/code' } },
      'verify/navigate: ":user" would be sent literally: write {user}.',
    ],
  ],
  'a whole address from an unknown variable': [
    [
      { verify: { request: 'POST {+code}' } },
      'verify/request: "{+code}" is a whole address: expected a variable that is captured or declared in "variables".',
    ],
    [
      { verify: { request: 'POST {+next}' } },
      'verify/request: The variable "next" is not an input here, nor captured or declared in "variables". Known names: issuer, account, code, rememberDevice.',
    ],
  ],
  'a result that is missing': [
    [{ status: GET }, 'status: "result" is missing.'],
    [{ startEnrollment: POST }, 'startEnrollment: "result" is missing.'],
    [{ listAuthenticators: { steps: [GET] } }, 'listAuthenticators: "result" is missing.'],
    [{ generateRecoveryCodes: POST }, 'generateRecoveryCodes: "result" is missing.'],
    [{ recoveryCodesStatus: GET }, 'recoveryCodesStatus: "result" is missing.'],
    [
      { confirmEnrollment: POST },
      'confirmEnrollment: "result" is missing. Say which app was linked: "result": { "authenticator": { "id": "$.id" } }, or a constant if there is only one.',
    ],
  ],
  'a missing part of a result': [
    [{ status: { ...GET, result: { account: '$.a' } } }, 'status/result: "state" is missing.'],
    [
      { status: { ...GET, result: { $first: ['$.status', { issuer: 'x' }] } } },
      'status/result/$first/1: "state" is missing.',
    ],
    [
      { startEnrollment: { ...POST, result: { id: '$.id' } } },
      'startEnrollment/result: One of "secret" and "otpauthUri" is missing.',
    ],
    [
      { listAuthenticators: { ...PROVEN, result: [{ $when: { path: '$.on' } }] } },
      'listAuthenticators/result/0: "id" is missing.',
    ],
    [
      { listAuthenticators: { ...GET, result: { $each: '$.apps', $as: { name: '$.n' } } } },
      'listAuthenticators/result/$as: "id" is missing.',
    ],
    [
      { recoveryCodesStatus: { ...GET, result: { total: 10 } } },
      'recoveryCodesStatus/result: "left" is missing.',
    ],
    [
      { confirmEnrollment: { ...POST, success: { status: 204 }, result: { redirectTo: '/' } } },
      'confirmEnrollment/result: "authenticator" is missing.',
    ],
    [
      { confirmEnrollment: { ...POST, result: { authenticator: { createdAt: '$.at' } } } },
      'confirmEnrollment/result/authenticator: "id" is missing.',
    ],
    [
      { renameAuthenticator: { ...POST, result: { createdAt: '$.at' } } },
      'renameAuthenticator/result: One of "id" and "name" is missing.',
    ],
  ],
  'a read that takes any response for a fact': [
    ...[
      [{ $when: { path: '$.on', equals: true }, id: 'totp' }],
      { $first: [{ $each: '$.apps', $as: { id: '$.id' } }, []] },
      [{ id: 'totp' }],
    ].map((result) => [{ listAuthenticators: { ...GET, result } }, UNPROVEN_LIST] as const),
    [
      {
        listAuthenticators: {
          steps: [{ ...GET, optional: true, success: { path: '$.on' } }, GET],
          result: [{ $when: { path: '$.on' }, id: 'totp' }],
        },
      },
      UNPROVEN_LIST,
    ],
    ...[
      'verified',
      { $first: ['$.state', 'signed-out'] },
      { $first: [{ $first: ['verified'] }] },
    ].map((state) => [{ status: { ...GET, result: { state } } }, unprovenRead('status')] as const),
    [
      { status: { ...GET, result: { $first: ['$.status', { state: 'signed-out' }] } } },
      unprovenRead('status'),
    ],
    ...[0, { $first: ['$.left', 0] }].map(
      (left) =>
        [
          { recoveryCodesStatus: { ...GET, result: { left } } },
          unprovenRead('recoveryCodesStatus'),
        ] as const,
    ),
  ],
  'a change that no response would prove': [
    [
      { confirmEnrollment: { ...POST, result: { authenticator: { id: 'totp' } } } },
      `confirmEnrollment: ${unproven('linked')}`,
    ],
    [
      {
        confirmEnrollment: {
          ...POST,
          result: { authenticator: { id: '{enrollmentId}' }, recoveryCodes: '$.codes' },
        },
      },
      `confirmEnrollment: ${unproven('linked')}`,
    ],
    [
      {
        confirmEnrollment: {
          steps: [POST, { ...GET, optional: true, success: { path: '$.codes' } }],
          result: { authenticator: { id: 'totp' } },
        },
      },
      `confirmEnrollment: ${unproven('linked')}`,
    ],
    [
      {
        renameAuthenticator: { ...POST, result: { id: '{authenticatorId}', name: '{name}' } },
      },
      `renameAuthenticator: ${unproven('renamed')}`,
    ],
  ],
  'a path to the first match where a list is expected': [
    [
      { generateRecoveryCodes: { ...POST, result: '$.codes[*].code' } },
      'generateRecoveryCodes/result: Only the first match would be used. For a list of all: {"$each": "$.codes[*].code"}.',
    ],
    [
      {
        confirmEnrollment: {
          ...POST,
          result: { authenticator: { id: '$.id' }, recoveryCodes: '$.codes[?@.used==false]' },
        },
      },
      'confirmEnrollment/result/recoveryCodes: Only the first match would be used. For a list of all: {"$each": "$.codes[?@.used==false]"}.',
    ],
    [
      { status: { ...PROVEN, result: { state: 'verified', methods: '$.factors.*.type' } } },
      'status/result/methods: Only the first match would be used. For a list of all: {"$each": "$.factors.*.type"}.',
    ],
  ],
  'one item where a list is expected': [
    [
      { listAuthenticators: { ...GET, result: { id: '$.id', name: '$.name' } } },
      `listAuthenticators/result: ${LIST_WANTED}`,
    ],
    [
      { listAuthenticators: { ...GET, result: { $when: { path: '$.on' }, id: 'totp' } } },
      `listAuthenticators/result: ${LIST_WANTED}`,
    ],
    [
      { generateRecoveryCodes: { ...POST, result: { codes: '$.codes' } } },
      'generateRecoveryCodes/result/codes: "codes" is not known here. Known names: $each, $as, $split, $by, $first, [ … ].',
    ],
  ],
  'a variable that only a later step captures': [
    [
      {
        verify: {
          steps: [{ request: 'POST /{flow}' }, { request: 'GET /flow', capture: { flow: '$.id' } }],
        },
      },
      `verify/steps/0/request: "flow" ${NOT_HERE}`,
    ],
    [
      { verify: { steps: [{ ...POST, body: '{flow}', capture: { flow: '$.id' } }] } },
      `verify/steps/0/body: "flow" ${NOT_HERE}`,
    ],
    [
      {
        verify: { steps: [{ ...GET, capture: { flow: '$.id' } }, POST] },
        unlinkAuthenticator: { ...POST, body: '{flow}' },
      },
      `unlinkAuthenticator/body: "flow" ${NOT_HERE}`,
    ],
  ],
  'a condition on a response at the first request': [
    [
      { verify: { steps: [{ ...POST, when: { path: '$.a' } }, POST] } },
      `verify/steps/0/when/path: ${NO_RESPONSE}`,
    ],
    [{ verify: { ...POST, when: { status: 401 } } }, `verify/when/status: ${NO_RESPONSE}`],
    [
      {
        verify: {
          ...POST,
          when: [{ value: '{code}' }, { all: [{ not: { header: 'X-A' } }] }],
        },
      },
      `verify/when/1/all/0/not/header: ${NO_RESPONSE}`,
    ],
  ],
  'an empty condition': [
    [
      { verify: { ...POST, success: { all: [] } } },
      'verify/success/all: Expected one condition or more.',
    ],
    [
      { verify: { ...POST, success: { not: {} } } },
      'verify/success/not: The condition is empty: add one of status, redirected, empty, path, header, value, all, not.',
    ],
    [
      { verify: { ...POST, success: { all: [{ staus: 200 }] } } },
      'verify/success/all/0/staus: "staus" is not known here. Did you mean "status"?',
    ],
    [
      { verify: { ...POST, success: { not: { sttus: 200 } } } },
      'verify/success/not/sttus: "sttus" is not known here. Did you mean "status"?',
    ],
  ],
  'two sources in one condition, and the remedy': [
    [
      { verify: { ...POST, success: { path: '$.a', value: '{code}' } } },
      'verify/success/value: "value" cannot be combined with "path": a condition has one test. To combine tests, use "all".',
    ],
  ],
  'parentheses in a filter': [
    [
      { verify: { ...POST, success: { path: '$.a[?(@.b)]' } } },
      `verify/success/path: Expected a path such as $.id. Path "$.a[?(@.b)]": parentheses at position 5. A path is like $.a['b c'][0][*][?@.d=='e' && !@.f]. Leave them out.`,
    ],
  ],
};

describe('if a definition can never work, the check reports', () => {
  for (const [what, cases] of Object.entries(UNWORKABLE)) {
    it(what, () => {
      for (const [operations, expected] of cases)
        expect(mistakesIn(operations)[0]).to.equal(expected);
    });
  }

  it('a condition on a response in "before", where there is none', () => {
    const before = [{ ...GET, when: { redirected: true } }];
    expect(mistakesIn({ verify: POST }, { before })).to.deep.equal([
      `/before/0/when/redirected: ${NO_RESPONSE}`,
    ]);
  });

  it('a variable that "before" captures and uses earlier', () => {
    const before = [{ request: 'GET /{token}' }, { ...GET, capture: { token: '$.token' } }];
    expect(mistakesIn({ verify: POST }, { before })).to.deep.equal([
      `/before/0/request: "token" ${NOT_HERE}`,
    ]);
  });
});

describe('the check accepts', () => {
  for (const [what, operations, more = {}] of [
    [
      'operations that send no request and change nothing',
      {
        status: { result: { state: 'verified' } },
        startEnrollment: { result: { secret: '{made}' } },
        cancelEnrollment: {},
        listAuthenticators: { result: [{ id: 'totp' }] },
        recoveryCodesStatus: { result: { left: 0 } },
        stepUp: { capture: { password: '{password}' } },
      },
      { variables: { made: { generate: 'secret' } } },
    ],
    [
      'a read that falls back on a constant once "success" holds',
      {
        status: {
          steps: [{ ...GET, success: { path: '$.user' } }],
          result: { state: { $first: ['$.state', 'signed-out'] } },
        },
        listAuthenticators: {
          ...GET,
          success: { path: '$.user' },
          result: { $first: [{ $each: '$.user.apps[*]', $as: { id: '$.id' } }, []] },
        },
      },
    ],
    [
      'a read whose every value comes from the response or depends on it',
      {
        status: {
          ...GET,
          result: {
            state: { $first: ['$.state', { $when: { status: 204 }, $value: 'verified' }] },
          },
        },
        listAuthenticators: { ...GET, result: [{ id: '$.id' }] },
        recoveryCodesStatus: { ...GET, result: { left: { $count: '$.codes' } } },
      },
    ],
    ['a navigation without a result', { startEnrollment: { navigate: '/security' } }],
    [
      'an app that was linked or renamed without an id in the response',
      {
        confirmEnrollment: {
          ...POST,
          success: { status: 204 },
          result: { authenticator: { id: 'totp' } },
        },
        renameAuthenticator: POST,
      },
    ],
    [
      'an app whose id is in the response, a header or an earlier response',
      {
        confirmEnrollment: { ...POST, result: { authenticator: '$.app' } },
        renameAuthenticator: { ...POST, result: { id: { $header: 'X-Id' }, name: '{name}' } },
      },
    ],
    [
      'an app whose id is captured in a step',
      {
        confirmEnrollment: {
          steps: [{ ...POST, capture: { appId: '$.id' } }, GET],
          result: { authenticator: { id: '{appId}' } },
        },
      },
    ],
    ['a colon in the middle of a name', { verify: { request: 'POST /accounts:verify' } }],
    [
      'a list after a filter',
      { generateRecoveryCodes: { ...POST, result: "$.sets[?@.type=='codes'].codes" } },
    ],
    [
      'a whole address that the page provides',
      { verify: { form: 'POST {+target}' } },
      { variables: { target: { page: 'where the form leads', optional: true } } },
    ],
    [
      'a variable that a step captures, in later steps and in the rest of its operation',
      {
        verify: {
          steps: [
            { ...GET, capture: { flow: '$.id' } },
            { ...POST, when: { status: 200 }, body: '{flow}' },
          ],
          result: { redirectTo: '{flow}' },
        },
      },
    ],
    [
      'a variable of an enrollment, in every operation of that enrollment',
      {
        startEnrollment: {
          steps: [{ ...POST, capture: { session: '$.session' } }],
          result: { secret: '$.secret' },
        },
        confirmEnrollment: {
          ...POST,
          body: '{session}',
          result: { authenticator: { id: '$.id' } },
        },
      },
    ],
    [
      'a variable that "before" captures',
      { verify: { ...POST, when: { status: 200 }, body: '{token}' } },
      { before: [{ ...GET, capture: { token: '$.token' } }] },
    ],
    [
      'headers of all requests for which only some have a value',
      { verify: { steps: [{ ...GET, capture: { flow: '$.id' } }, POST] } },
      { headers: { 'X-Flow': '{flow}' } },
    ],
  ] as const) {
    it(what, () => {
      expect(mistakesIn(operations, more)).to.deep.equal([]);
    });
  }
});

describe('a variable that is declared and not used', () => {
  const variables = { csrf: { cookie: 'XSRF-TOKEN' } };

  it('is reported, but does not stop a page: an attribute may have replaced the URL that used it', () => {
    const definition = { variables, operations: { verify: POST } };
    expect(mistakesIn(definition.operations, { variables })).to.deep.equal([
      '/variables/csrf: "csrf" is not used.',
    ]);
    expect(describeMistake(definition)).to.equal(undefined);
  });

  it('is used in a header, a query, a result or as a proof', () => {
    for (const [operations, more] of [
      [{ verify: POST }, { headers: { 'X-CSRF': '{csrf}' } }],
      [{ verify: { request: 'POST /x{?csrf}' } }],
      [{ verify: { ...POST, tokens: { csrf: '{csrf}' } } }],
      [{ verify: { ...POST, when: { value: '{csrf}' } } }],
    ] as const) {
      expect(mistakesIn(operations, { variables, ...more })).to.deep.equal([]);
    }
    const password = { variables: { password: { input: 'password' } } };
    expect(mistakesIn({ verify: { ...POST, requires: ['password'] } }, password)).to.deep.equal([]);
  });

  it('may be for the sign-in that the command line performs', () => {
    const optional = { variables: { tenant: { page: 'the tenant', optional: true } } };
    expect(mistakesIn({ verify: POST }, optional)).to.deep.equal([]);
  });
});
