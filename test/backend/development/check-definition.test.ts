import { expect } from '@open-wc/testing';
import { checkDefinition } from '../../../src/backend/development/check-definition.js';
import { findMistakes } from '../../../src/backend/development/find-mistakes.js';
import { MfaError } from '../../../src/backend/mfa-error.js';
import { definition as contract } from '../../../src/backend/presets/mfa-elements.js';

/** The place of the first mistake, and what is said of it. */
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
  it('says nothing of the project’s own contract, nor of an empty one', () => {
    checkDefinition(contract);
    checkDefinition({ operations: {} });
    checkDefinition({ $schema: './schema.json', operations: { stepUp: undefined } });
  });

  it('throws what a page shows its developer: the place, what is right there, and how many more', () => {
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
    ['no object', [], '', 'an object with "operations"'],
    ['nothing at all', undefined, '', 'an object'],
    ['no operations', {}, '', '"operations" is missing'],
    ['a misspelt operation', { operations: { verfy: POST } }, '/operations/verfy', '"verify"'],
    [
      'a key of another place',
      verify({ ...POST, timeout: 5 }),
      '/operations/verify/timeout',
      'result',
    ],
    ['a method with a slip', verify({ request: 'PSOT /x' }), '/operations/verify/request', 'POST?'],
    ['no method', verify({ request: '/x' }), '/operations/verify/request', 'GET, POST, PUT'],
    [
      'a request to another host',
      verify({ request: 'POST //evil' }),
      '/operations/verify/request',
      'a path',
    ],
    ['a whole URL', verify({ request: 'GET https://x' }), '/operations/verify/request', 'a path'],
    ['a word of a list', verify(POST, { credentials: 'inlcude' }), '/credentials', '"include"'],
    ['a number that is too big', verify(POST, { timeout: 200_000 }), '/timeout', 'at most 120000'],
    ['a number as text', verify(POST, { timeout: '5' }), '/timeout', 'a number'],
    [
      'an origin with a path',
      verify(POST, { origins: ['https://a.nl/b'] }),
      '/origins/0',
      'https:',
    ],
    [
      'an origin that is not safe',
      verify(POST, { origins: ['http://a.nl'] }),
      '/origins/0',
      'https:',
    ],
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
      'a path that is no path',
      verify({ ...POST, errors: [{ path: 'code', equals: 1, kind: 'locked' }] }),
      '/operations/verify/errors/0/path',
      'starts with $',
    ],
    [
      'a path with more than there is',
      verify({ ...POST, result: { redirectTo: '$..url' } }),
      '/operations/verify/result/redirectTo',
      'descendant segment',
    ],
    [
      'a field that the result has not',
      { operations: { recoveryCodesStatus: { request: 'GET /x', result: { letf: '$.a' } } } },
      '/operations/recoveryCodesStatus/result/letf',
      '"left"',
    ],
    [
      'a field of an item',
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
      'a form of a value',
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
      'a brace that is open',
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

  it('goes as deep as anybody writes', () => {
    checkDefinition(verify({ ...POST, body: nested(17) }));
  });

  it('ends for a definition that holds itself', () => {
    const body: Record<string, unknown> = {};
    body.body = body;
    expect(firstMistake(verify({ ...POST, body }))[1]).to.include('levels');
  });
});

describe('beyond the schema, the check of a definition', () => {
  const stepUp = { request: 'POST /x', capture: { password: '{password}' } };

  for (const [what, definition, pointer, word] of [
    ['steps beside a request', verify({ ...POST, steps: [POST] }), 'steps', 'one of the steps'],
    ['leaving beside a request', verify({ ...POST, navigate: '/x' }), 'navigate', '"request"'],
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
      'a condition that looks nowhere',
      verify({ ...POST, success: { equals: 1 } }),
      'success',
      'path, header',
    ],
    [
      'a condition that looks in two places',
      verify({ ...POST, success: { path: '$.a', header: 'b', exists: true } }),
      'success/header',
      'with "path"',
    ],
    [
      'a condition that asks two things',
      verify({ ...POST, when: { path: '$.a', startsWith: 'a', contains: 'b' } }),
      'when/contains',
      'with "startsWith"',
    ],
    [
      'a proof that nobody asks for',
      verify({ ...POST, requires: ['password'] }),
      'requires',
      '"stepUp"',
    ],
    [
      'a proof that is not kept',
      { operations: { verify: { ...POST, requires: ['code'] }, stepUp } },
      'requires',
      '"{code}"',
    ],
    ['a variable with a slip', verify({ ...POST, body: { otp: '{cod}' } }), 'body/otp', '"code"'],
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
      'what another operation is given',
      verify({ ...POST, body: '{recoveryCode}' }),
      'body',
      '"recoveryCode"',
    ],
    [
      'a name that leads out of the data',
      verify({ ...POST, capture: JSON.parse('{"__proto__":"$.a"}') as object }),
      'capture/__proto__',
      'another name',
    ],
    [
      'a name that no text can hold',
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

  it('knows what is given, captured, declared and in the attributes of the tag', () => {
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

describe('what the check says', () => {
  it('holds no value that may be secret', () => {
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

  it('cuts a key off that is too long to be one', () => {
    const [pointer, message] = firstMistake({ ['x'.repeat(500)]: 1, operations: {} });
    expect(pointer).to.have.length(61);
    expect(message).to.have.length.below(400);
  });
});
