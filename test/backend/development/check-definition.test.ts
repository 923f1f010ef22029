import { expect } from '@open-wc/testing';
import { checkDefinition } from '../../../src/backend/development/check-definition.js';
import { findMistakes } from '../../../src/backend/development/find-mistakes.js';
import { MfaError } from '../../../src/backend/mfa-error.js';
import { definition as contract } from '../../../src/backend/presets/mfa-elements.js';

/** Returns the pointer to the first mistake, and its message. */
function firstMistake(definition: unknown): readonly [pointer: string, message: string] {
  const [first] = findMistakes(definition);
  expect(first, 'a mistake').to.exist;
  return [first?.pointer ?? '', first?.message ?? ''];
}

const verify = (operation: object, more: object = {}) => ({
  operations: { verify: operation },
  ...more,
});
const POST = { request: 'POST /verify' };

function nested(levels: number): unknown {
  return levels === 0 ? 'diep' : { in: nested(levels - 1) };
}

describe('the check of a definition', () => {
  it('finds no mistake in the project’s own contract, nor in an empty one', () => {
    checkDefinition(contract);
    checkDefinition({ operations: {} });
    checkDefinition({ $schema: './schema.json', operations: { stepUp: undefined } });
  });

  it('throws the message for the developer of a page: the place, the expected value, and the number of other mistakes', () => {
    expect(() =>
      checkDefinition(verify({ ...POST, eror: [], sucess: {} }, { credentials: 'omit' })),
    )
      .to.throw(
        MfaError,
        'The backend definition is wrong at "/operations/verify/eror": "eror" is not known here. Did you mean "errors"? (1 more.)',
      )
      .with.property('kind', 'misconfigured');
  });

  for (const [what, definition, pointer, ...words] of [
    ['a list in place of an object', [], '', 'an object with "operations"'],
    ['nothing at all', undefined, '', 'an object'],
    ['no operations', {}, '', '"operations" is missing'],
    ['a misspelt operation', { operations: { verfy: POST } }, '/operations/verfy', '"verify"'],
    [
      'a key that belongs elsewhere',
      verify({ ...POST, timeout: 5 }),
      '/operations/verify/timeout',
      'result',
    ],
    ['a misspelt method', verify({ request: 'PSOT /x' }), '/operations/verify/request', 'POST?'],
    ['no method', verify({ request: '/x' }), '/operations/verify/request', 'GET, POST, PUT'],
    [
      'a request to another host',
      verify({ request: 'POST //evil' }),
      '/operations/verify/request',
      'a path',
    ],
    ['a whole URL', verify({ request: 'GET https://x' }), '/operations/verify/request', 'a path'],
    [
      'a misspelt value of a list',
      verify(POST, { credentials: 'inlcude' }),
      '/credentials',
      '"include"',
    ],
    ['a number that is too big', verify(POST, { timeout: 200_000 }), '/timeout', 'at most 120000'],
    ['a number as text', verify(POST, { timeout: '5' }), '/timeout', 'a number'],
    [
      'an origin with a path',
      verify(POST, { origins: ['https://a.nl/b'] }),
      '/origins/0',
      'https:',
    ],
    ['an insecure origin', verify(POST, { origins: ['http://a.nl'] }), '/origins/0', 'https:'],
    [
      'a kind',
      verify({ ...POST, errors: [{ status: 400, kind: 'invalid-cod' }] }),
      '/operations/verify/errors/0/kind',
      '"invalid-code"',
    ],
    [
      'a status',
      verify({ ...POST, errors: [{ status: [400, 999], kind: 'locked' }] }),
      '/operations/verify/errors/0/status/1',
      '599',
    ],
    [
      'a text that is not a path',
      verify({ ...POST, errors: [{ path: 'code', equals: 1, kind: 'locked' }] }),
      '/operations/verify/errors/0/path',
      'starts with $',
    ],
    [
      'a path with unsupported syntax',
      verify({ ...POST, result: { redirectTo: '$..url' } }),
      '/operations/verify/result/redirectTo',
      'descendant segment',
    ],
    [
      'an unknown field of the result',
      { operations: { recoveryCodesStatus: { request: 'GET /x', result: { letf: '$.a' } } } },
      '/operations/recoveryCodesStatus/result/letf',
      '"left"',
    ],
    [
      'an unknown field of an item',
      {
        operations: {
          listAuthenticators: {
            request: 'GET /x',
            result: { $each: '$.a', $as: { id: '$.id', created: '$.c' } },
          },
        },
      },
      '/operations/listAuthenticators/result/$as/created',
      '"createdAt"',
    ],
    [
      'an unknown form of a value',
      verify({ ...POST, capture: { a: { $frist: ['$.b'] } } }),
      '/operations/verify/capture/a/$frist',
      '"$first"',
    ],
    [
      'a source',
      verify(POST, { variables: { a: { cookei: 'x' } } }),
      '/variables/a/cookei',
      '"cookie"',
    ],
    [
      'two sources in one',
      verify(POST, { variables: { a: { cookie: 'x', meta: 'y' } } }),
      '/variables/a/meta',
      'with "cookie"',
    ],
    [
      'an open brace',
      verify({ ...POST, body: { otp: '{code' } }),
      '/operations/verify/body/otp',
      'brace',
    ],
    [
      'a pattern',
      verify({ ...POST, success: { path: '$', matches: '(' } }),
      '/operations/verify/success/matches',
      'regular expression',
    ],
    [
      'a header with a space',
      verify(POST, { headers: { 'X CSRF': 'a' } }),
      '/headers/X CSRF',
      'header',
    ],
    [
      'too many levels',
      verify({ ...POST, body: nested(18) }),
      `/operations/verify/body${'/in'.repeat(17)}`,
      '20 levels',
    ],
    ['a pointer to escape', verify(POST, { headers: { 'a/b~': '{' } }), '/headers/a~1b~0', 'brace'],
  ] as const) {
    it(`names ${what}`, () => {
      const [at, message] = firstMistake(definition);
      expect(at).to.equal(pointer);
      for (const word of words) expect(message).to.include(word);
    });
  }

  it('accepts the deepest nesting of a real definition', () => {
    checkDefinition(verify({ ...POST, body: nested(17) }));
  });

  it('ends for a definition that contains itself', () => {
    const body: Record<string, unknown> = {};
    body.body = body;
    expect(firstMistake(verify({ ...POST, body }))[1]).to.include('levels');
  });
});

describe('beyond the schema, the check of a definition', () => {
  const stepUp = { request: 'POST /x', capture: { password: '{password}' } };

  for (const [what, definition, pointer, word] of [
    ['steps beside a request', verify({ ...POST, steps: [POST] }), 'steps', 'one of the steps'],
    ['a navigation beside a request', verify({ ...POST, navigate: '/x' }), 'navigate', '"request"'],
    ['leaving twice', verify({ navigate: '/x', form: 'POST /x' }), 'form', 'navigates once'],
    [
      'headers beside steps',
      verify({ steps: [POST], headers: { a: 'b' } }),
      'headers',
      'to its step',
    ],
    ['success without a request', verify({ success: { status: 200 } }), 'success', 'there is none'],
    ['a body to navigate with', verify({ navigate: '/x', body: {} }), 'body', 'a request'],
    ['a body with GET', verify({ request: 'GET /x', body: {} }), 'body', 'cannot have a body'],
    [
      'a form with a list',
      verify({ ...POST, encoding: 'form', body: { a: [1] } }),
      'body',
      'fields',
    ],
    ['a page’s form with a text', verify({ form: 'POST /x', body: '{code}' }), 'body', 'fields'],
    ['a page’s form with PUT', verify({ form: 'PUT /x' }), 'form', 'GET or POST'],
    [
      'a condition without a test',
      verify({ ...POST, success: { equals: 1 } }),
      'success',
      'path, header',
    ],
    [
      'a condition with two sources',
      verify({ ...POST, success: { path: '$.a', header: 'b', exists: true } }),
      'success/header',
      'with "path"',
    ],
    [
      'a condition with two tests',
      verify({ ...POST, when: { path: '$.a', startsWith: 'a', contains: 'b' } }),
      'when/contains',
      'with "startsWith"',
    ],
    [
      'a proof that no operation requires',
      verify({ ...POST, requires: ['password'] }),
      'requires',
      '"stepUp"',
    ],
    [
      'a proof that is not captured',
      { operations: { verify: { ...POST, requires: ['code'] }, stepUp } },
      'requires',
      '"{code}"',
    ],
    ['a misspelt variable', verify({ ...POST, body: { otp: '{cod}' } }), 'body/otp', '"code"'],
    ['a variable in a path', verify({ request: 'POST /{user}' }), 'request', '"user"'],
    ['a variable in a query', verify({ request: 'POST /x{?flow}' }), 'request', '"flow"'],
    [
      'a variable in the name of a header',
      verify({ ...POST, headers: { '{kop}': 'a' } }),
      'headers/{kop}',
      '"kop"',
    ],
    [
      'a variable in a result',
      verify({ ...POST, result: { redirectTo: '{next}' } }),
      'result/redirectTo',
      '"next"',
    ],
    [
      'an input of another operation',
      verify({ ...POST, body: '{recoveryCode}' }),
      'body',
      '"recoveryCode"',
    ],
    [
      'a name that is on a prototype',
      verify({ ...POST, capture: JSON.parse('{"__proto__":"$.a"}') as object }),
      'capture/__proto__',
      'another name',
    ],
    [
      'a name that no text can refer to',
      verify({ ...POST, capture: { 'a-b': '$.a' } }),
      'capture/a-b',
      'letters',
    ],
  ] as const) {
    it(`names ${what}`, () => {
      const [at, message] = firstMistake(definition);
      expect(at).to.equal(`/operations/verify/${pointer}`);
      expect(message).to.include(word);
    });
  }

  it('knows the variables that are inputs, captured, declared or attributes of the element', () => {
    checkDefinition({
      variables: { csrf: [{ cookie: 'XSRF-TOKEN' }, { meta: 'csrf-token' }] },
      headers: { 'X-CSRF': '{csrf}', 'X-Session': '{session}' },
      capture: { session: { $header: 'X-Session' } },
      operations: {
        verify: {
          steps: [{ request: 'GET /flow', capture: { next: '$.next', codes: '$.codes' } }],
          capture: { url: '$.url' },
          result: { redirectTo: '{next}', recoveryCodes: '{codes}' },
          tokens: { 'access-token': '$.token' },
        },
        unlinkAuthenticator: { request: 'POST {+url}', body: '{password}', requires: ['password'] },
        startEnrollment: {
          request: 'POST /x',
          body: { issuer: '{issuer}', who: '{account}' },
          result: { secret: '$.secret' },
        },
        stepUp,
      },
    });
  });
});

describe('the messages of the check', () => {
  it('contain no value that may be secret', () => {
    const secret = 'geheim geheim';
    for (const definition of [
      verify(POST, { credentials: secret }),
      verify(POST, { timeout: secret }),
      verify({ request: secret }),
      verify({ ...POST, success: { path: secret, exists: true } }),
      verify({ ...POST, success: { path: '$', matches: `(${secret}` } }),
      verify({ ...POST, body: { password: `{${secret}` } }),
      verify({ ...POST, result: secret }),
      verify(POST, { variables: { token: { generate: secret } } }),
    ]) {
      for (const { pointer, message } of findMistakes(definition)) {
        expect(pointer + message).to.not.include(secret);
      }
    }
  });

  it('shorten a key that is too long to be one', () => {
    const [pointer, message] = firstMistake({ ['x'.repeat(500)]: 1, operations: {} });
    expect(pointer).to.have.length(61);
    expect(message).to.have.length.below(400);
  });
});
