import { expect } from '@open-wc/testing';
import { isDone } from '../../../src/backend/definition/default-success.js';
import { isRead } from '../../../src/backend/http/is-read.js';
import type { ParsedResponse } from '../../../src/backend/http/response.js';
import type { MfaOperation } from '../../../src/backend/backend.js';
import { createHttpBackend } from '../../../src/backend/http/http-backend.js';
import { MfaError } from '../../../src/backend/mfa-error.js';
import { fakeServer, json } from '../http/fake-server.js';

const response = (body: unknown, more: Partial<ParsedResponse> = {}): ParsedResponse => ({
  status: 200,
  headers: new Headers({ 'Content-Type': 'application/json' }),
  redirected: false,
  body,
  ...more,
});
const problems = ['application/problem+json; charset=utf-8', 'Application/Problem+JSON'].map(
  (type) => ({ headers: new Headers({ 'Content-Type': type }) }),
);
const withStatus = (status: number) => response({}, { status });
const instead = (what: string) => response(undefined, { instead: what });
const text = (body: unknown) => JSON.stringify(body);

const FAILURES = [
  { success: false },
  { ok: false },
  ...['error', 'fail', 'failed', 'failure'].map((status) => ({ status })),
  { error: 'invalid_code' },
  { error: { code: 1 } },
  { errors: ['wrong'] },
  { errors: { code: 'wrong' } },
];

describe('a response in which nothing has to be done', () => {
  for (const body of [
    {},
    [],
    null,
    'a text',
    { success: true },
    { ok: true, status: 'ok' },
    { error: null, errors: [] },
    { error: '', errors: false },
  ]) {
    it(`is successful with ${text(body)}`, () => expect(isRead(response(body))).to.equal(true));
  }

  for (const body of FAILURES) {
    it(`has failed with ${text(body)}`, () => expect(isRead(response(body))).to.equal(false));
  }

  it('has failed if it is a problem (RFC 9457), whatever its status', () => {
    for (const problem of problems) expect(isRead(response({}, problem))).to.equal(false);
    const other = new Headers({ 'Content-Type': 'text/plain; of=application/problem+json' });
    expect(isRead(response({}, { headers: other }))).to.equal(true);
    expect(isRead(response({}, { headers: new Headers() }))).to.equal(true);
  });

  it('is successful with every status from 200 to 299, and no other', () => {
    for (const status of [200, 202, 206, 299]) expect(isRead(withStatus(status))).to.equal(true);
    for (const status of [0, 199, 300, 304, 400, 500]) {
      expect(isRead(withStatus(status)), String(status)).to.equal(false);
    }
  });

  it('has failed if it is a redirect', () => {
    expect(isRead(response({}, { redirected: true }))).to.equal(false);
  });
});

describe('a session that is read', () => {
  it('may say that it is not verified', () => {
    expect(isRead(response({ verified: false }))).to.equal(true);
  });
});

describe('a response to a change', () => {
  const done = (given: ParsedResponse, canBeList = false) =>
    isDone(given, { takesProof: false, canBeList });

  it('says that it was done with a status that means so, and an object', () => {
    for (const status of [200, 201, 203, 204, 205]) {
      expect(done(withStatus(status)), String(status)).to.equal(true);
    }
    for (const status of [0, 199, 202, 206, 207, 226, 299, 300, 400, 500]) {
      expect(done(withStatus(status)), String(status)).to.equal(false);
    }
  });

  for (const body of FAILURES) {
    it(`does not say so with ${text(body)}`, () => expect(done(response(body))).to.equal(false));
  }

  it('does not say so with a redirect or a problem', () => {
    expect(done(response({}, { redirected: true }))).to.equal(false);
    for (const problem of problems) expect(done(response({}, problem))).to.equal(false);
  });

  it('says so without a body, and with no other thing in place of JSON (C54, C55)', () => {
    expect(done(instead('no body'))).to.equal(true);
    for (const what of ['text/html', 'a redirect', 'malformed JSON']) {
      expect(done(instead(what)), what).to.equal(false);
    }
  });

  it('says nothing with JSON that is not an object (C54)', () => {
    for (const body of [null, true, 1, 'ok', undefined]) {
      expect(done(response(body)), text(body)).to.equal(false);
      expect(done(response(body), true), text(body)).to.equal(false);
    }
  });

  it('says so with a list only if the result is read from one', () => {
    expect(done(response(['AAAA-AAAA']), true)).to.equal(true);
    expect(done(response(['AAAA-AAAA']))).to.equal(false);
    expect(done(response({}), true)).to.equal(true);
  });
});

/** Sends a change whose definition does not say what counts as successful. Returns the kind of its error. */
async function changed(operation: 'verify' | 'unlinkAuthenticator', body: unknown) {
  const { fetcher } = fakeServer(() => json(body));
  const backend = createHttpBackend({
    baseUrl: 'https://portaal.example/api',
    definition: { operations: { [operation]: { request: 'POST /it' } } },
    fetcher,
  });
  try {
    if (operation === 'verify') await backend.verify?.({ code: '123456' });
    else await backend.unlinkAuthenticator?.({ authenticatorId: 'a' });
    return undefined;
  } catch (error) {
    return MfaError.from(error).kind;
  }
}

const CHANGES = ['verify', 'unlinkAuthenticator'] as const satisfies readonly MfaOperation[];

describe('what a server says of a change (D9)', () => {
  for (const body of [
    { success: false },
    { success: 'false' },
    { Success: false },
    { succeeded: false },
    { ok: false },
    { OK: 'False' },
    { error: 'invalid_code' },
    { Error: { message: 'Nee' } },
    { errors: [{ code: 'wrong' }] },
    { status: 'fail' },
    { status: 'ERROR' },
    { status: 400 },
    { status: 401 },
    { Status: 422 },
    { status: 'unauthorized' },
    { result: false },
    { data: { verify: { success: false } } },
  ]) {
    it(`is not believed if it says that it failed: ${JSON.stringify(body)}`, async () => {
      for (const change of CHANGES) expect(await changed(change, body)).to.equal('unknown-outcome');
    });
  }

  for (const body of [
    {},
    { success: true },
    { ok: 1 },
    { error: null },
    { error: '' },
    { errors: [] },
    { status: 'success' },
    { status: 200 },
    { status: 399 },
    { falsehood: false },
  ]) {
    it(`counts as done: ${JSON.stringify(body)}`, async () => {
      for (const change of CHANGES) expect(await changed(change, body)).to.be.undefined;
    });
  }

  for (const body of [{ verified: false }, { Valid: 'false' }, { authenticated: false }]) {
    it(`says that a proof was refused, and nothing of another change: ${JSON.stringify(body)}`, async () => {
      expect(await changed('verify', body)).to.equal('unknown-outcome');
      expect(await changed('unlinkAuthenticator', body)).to.be.undefined;
    });
  }
});
