import { expect } from '@open-wc/testing';
import { createHttpBackend } from '../../../src/backend/http/http-backend.js';
import type { Condition } from '../../../src/backend/definition/notations.js';
import { answeringServer, errorOf, json } from '../http/fake-server.js';

const baseUrl = 'https://portaal.example/api';

/** Tells whether the condition holds for the response: then the error rule with this condition applies. */
async function holds(condition: Condition, response: Response): Promise<boolean> {
  const backend = createHttpBackend({
    baseUrl,
    fetcher: answeringServer(response).fetcher,
    variables: { given: 'yes', count: 3 },
    definition: {
      operations: {
        status: {
          request: 'GET /s',
          success: { status: 599 },
          errors: [{ ...condition, kind: 'csrf' }, { kind: 'forbidden' }],
        },
      },
    },
  });
  return (await errorOf(backend.status?.())).kind === 'csrf';
}

describe('a condition', () => {
  const body = {
    code: 'invalid_code : the code is wrong',
    errors: { InvalidTwoFactorCode: ['x'], 'field-error': ['otp', 'no'] },
    nodes: [
      { id: 4000001, text: 'a' },
      { id: 4000008, text: 'wrong code', null: null },
    ],
    types: ['PASSWORD', 'TOTP'],
    long: 'a'.repeat(1001),
    zero: 0,
    none: null,
    empty: '',
  };
  const cases: readonly (readonly [Condition, boolean])[] = [
    [{}, true],
    [{ status: 400 }, true],
    [{ status: [401, 400] }, true],
    [{ status: 401 }, false],
    [{ redirected: false }, true],
    [{ redirected: true }, false],
    [{ empty: false }, true],
    [{ empty: true }, false],
    [{ path: '$' }, true],
    [{ path: '$.errors.InvalidTwoFactorCode' }, true],
    [{ path: '$.errors.Other' }, false],
    [{ path: '$.errors.Other', exists: false }, true],
    [{ path: "$.errors['field-error'][0]", equals: 'otp' }, true],
    [{ path: '$.zero', equals: 0 }, true],
    [{ path: '$.zero', equals: '0' }, false],
    [{ path: '$.none', equals: null }, true],
    [{ path: '$.absent', equals: null }, false],
    [{ path: '$.none' }, false],
    [{ path: '$.none', exists: false }, true],
    [{ path: '$.empty' }, true],
    [{ path: '$.code', startsWith: 'invalid_code' }, true],
    [{ path: '$.code', startsWith: 'code' }, false],
    [{ path: '$.code', contains: 'is wrong' }, true],
    [{ path: '$.empty', contains: '' }, true],
    [{ path: '$.zero', contains: '0' }, false],
    [{ path: '$.code', matches: '^invalid_(?:code|token)\\b' }, true],
    [{ path: '$.code', matches: '^code' }, false],
    [{ path: '$.long', matches: 'a' }, false],
    [{ path: "$.nodes[?@.text=='wrong code'].id", equals: 4000008 }, true],
    // If a path finds several values, one that matches is enough.
    [{ path: '$.nodes[*].id', equals: 4000008 }, true],
    [{ path: '$.nodes[*].text', contains: 'wrong' }, true],
    [{ path: '$.types[*]', equals: 'TOTP' }, true],
    [{ path: "$.types[?@=='SMS']" }, false],
    [{ header: 'X-Error-Code', equals: 'mfa' }, true],
    [{ header: 'X-None' }, false],
    [{ header: 'X-None', exists: false }, true],
    [{ value: '{given}' }, true],
    [{ value: '{given}', equals: 'yes' }, true],
    [{ value: '{count}', equals: 3 }, true],
    [{ value: '{absent}' }, false],
    [{ value: '{absent}', exists: false }, true],
    // `all` combines several tests, and `not` negates one.
    [{ all: [{ path: '$.zero', equals: 0 }, { value: '{given}' }] }, true],
    [{ all: [{ path: '$.zero', equals: 0 }, { value: '{absent}' }] }, false],
    [{ status: 400, all: [{ path: '$.zero' }] }, true],
    [{ status: 401, all: [{ path: '$.zero' }] }, false],
    [{ not: { path: '$.zero', equals: 1 } }, true],
    [{ not: { path: '$.zero', equals: 0 } }, false],
    [{ path: '$.code', contains: 'wrong', not: { header: 'X-Error-Code', equals: 'mfa' } }, false],
    // All of them have to hold.
    [{ status: 400, path: '$.zero', equals: 0 }, true],
    [{ status: 401, path: '$.zero', equals: 0 }, false],
  ];
  for (const [condition, expected] of cases) {
    it(`${expected ? 'holds' : 'does not hold'}: ${JSON.stringify(condition)}`, async () => {
      expect(await holds(condition, json(body, 400, { 'X-Error-Code': 'mfa' }))).to.equal(expected);
    });
  }

  it('recognizes a web page in place of data', async () => {
    const page = () => new Response('<p>', { headers: { 'Content-Type': 'text/html' } });
    expect(await holds({ redirected: true }, page())).to.be.true;
    expect(await holds({ redirected: true, status: 200 }, page())).to.be.true;
  });

  it('tells a response without a body from one whose body is not JSON', async () => {
    const nothing = () => new Response(null, { status: 204 });
    const text = () => new Response('OK', { headers: { 'Content-Type': 'text/plain' } });
    expect(await holds({ empty: true }, nothing())).to.be.true;
    expect(await holds({ empty: true }, text())).to.be.false;
    for (const response of [nothing, text]) {
      expect(await holds({ path: '$' }, response())).to.be.false;
      expect(await holds({ path: '$', exists: false }, response())).to.be.true;
    }
  });
});
