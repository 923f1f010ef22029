import { expect } from '@open-wc/testing';
import type { BackendDefinition } from '../../../src/backend/definition/definition.js';
import { createHttpBackend } from '../../../src/backend/http/http-backend.js';
import { answeringServer, errorOf, fakeServer, json } from './fake-server.js';

const BASE = 'https://portaal.example/api';
const OTHER = 'https://ander.example';

describe('the time limit of an operation', () => {
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  let limits: number[] = [];

  beforeEach(() => {
    limits = [];
    AbortSignal.timeout = (milliseconds) => {
      limits.push(milliseconds);
      return new AbortController().signal;
    };
  });
  afterEach(() => {
    AbortSignal.timeout = timeout;
  });

  for (const [given, limit] of [
    [undefined, 15_000],
    [0, 15_000],
    [-1, 15_000],
    [1, 1],
    [120_000, 120_000],
    [120_001, 120_000],
  ] as const) {
    it(`is ${limit} ms if the definition says ${given ?? 'nothing'} (C52)`, async () => {
      const definition: BackendDefinition = {
        operations: { cancelEnrollment: { request: 'POST /cancel' } },
        ...(given !== undefined && { timeout: given }),
      };
      const { fetcher } = fakeServer(() => json({}));
      await createHttpBackend({ baseUrl: BASE, definition, fetcher }).cancelEnrollment?.({
        enrollmentId: '1',
      });
      expect(limits).to.deep.equal([limit]);
    });
  }
});

describe('a value that every response may have', () => {
  const definition: BackendDefinition = {
    origins: [OTHER],
    capture: { token: '$.token' },
    headers: { 'X-CSRF': '{token}' },
    operations: {
      cancelEnrollment: { request: 'POST {+link}' },
      unlinkAuthenticator: { request: 'DELETE /apps/{authenticatorId}' },
    },
  };

  for (const [name, link, token] of [
    ['is sent in the next request', `${BASE}/x`, 'abc'],
    ['is not that of another origin (C36)', `${OTHER}/x`, null],
  ] as const) {
    it(name, async () => {
      const { fetcher, sent } = answeringServer(json({ token: 'abc' }), json({}));
      const backend = createHttpBackend({
        baseUrl: BASE,
        definition,
        fetcher,
        variables: { link },
      });
      await backend.cancelEnrollment?.({ enrollmentId: '1' });
      await backend.unlinkAuthenticator?.({ authenticatorId: '2' });
      expect(sent.map(({ headers }) => headers.get('X-CSRF'))).to.deep.equal([null, token]);
    });
  }
});

describe('a response that counts as successful', () => {
  const backend = (operations: BackendDefinition['operations'], response: Response) =>
    createHttpBackend({
      baseUrl: BASE,
      definition: { operations },
      fetcher: fakeServer(() => response).fetcher,
    });
  const seeOther = () => new Response(null, { status: 303 });

  it('may be a redirect only if the definition says so (C67)', async () => {
    const request = 'POST /verify';
    const code = { code: '012345' };
    const meant = { verify: { request, success: [{ redirected: true }] } };
    expect(await backend(meant, seeOther()).verify?.(code)).to.deep.equal({});
    const anyStatus = { verify: { request, success: [{ status: 303 }] } };
    expect((await errorOf(backend(anyStatus, seeOther()).verify?.(code))).kind).to.equal(
      'unknown-outcome',
    );
  });

  it('may have any status from 200 to 299 if nothing has to be done, whatever the method', async () => {
    const status = { status: { request: 'POST /status', result: '$' } };
    const response = json({ state: 'verified' }, 202);
    expect(await backend(status, response).status?.()).to.include({ state: 'verified' });
  });
});

describe('a proof that an operation requires', () => {
  const definition: BackendDefinition = {
    operations: {
      stepUp: { capture: { password: '{password}', code: '{code}' } },
      unlinkAuthenticator: {
        request: 'POST /unlink',
        body: { password: '{password}', code: '{code}' },
        requires: ['password', 'code'],
      },
      startEnrollment: { request: 'POST /start', result: '$' },
      confirmEnrollment: {
        request: 'POST /confirm',
        requires: ['password'],
        result: { authenticator: { id: '$.id' } },
      },
    },
  };

  it('is one of those that the server accepts', async () => {
    const { fetcher, sent } = answeringServer(json({}), json({}));
    const backend = createHttpBackend({ baseUrl: BASE, definition, fetcher });
    for (const proof of [{ password: 'welkom' }, { code: '012345' }]) {
      await backend.stepUp?.(proof);
      await backend.unlinkAuthenticator?.({ authenticatorId: '1' });
    }
    expect(sent.map(({ body }) => body)).to.deep.equal([
      { password: 'welkom' },
      { code: '012345' },
    ]);
  });

  it('is not kept for another operation after a failure (C9)', async () => {
    const { fetcher, sent } = answeringServer(json({}, 500));
    const backend = createHttpBackend({ baseUrl: BASE, definition, fetcher });
    await backend.stepUp?.({ password: 'welkom' });
    expect((await errorOf(backend.unlinkAuthenticator?.({ authenticatorId: '1' }))).kind).to.equal(
      'unknown-outcome',
    );
    const confirming = backend.confirmEnrollment?.({ enrollmentId: '1', secret: 'x', code: '1' });
    expect((await errorOf(confirming)).kind).to.equal('step-up-required');
    expect(sent).to.have.length(1);
  });
});
