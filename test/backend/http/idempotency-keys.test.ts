import { expect } from '@open-wc/testing';
import { createHttpBackend } from '../../../src/backend/http/http-backend.js';
import { isOnline } from '../../../src/backend/is-online.js';
import { fakeServer, json, kindOf } from './fake-server.js';

const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

/** A server that knows the key, and responds with one status after the other. */
function backendOf(...statuses: readonly number[]) {
  const left = [...statuses];
  const { fetcher, sent } = fakeServer(() => {
    if (!isOnline()) throw new TypeError('Failed to fetch');
    return json({}, left.shift() ?? 200);
  });
  const headers = { 'Idempotency-Key': '{key}' };
  const backend = createHttpBackend({
    baseUrl: 'https://portaal.example/api',
    definition: {
      variables: { key: { generate: 'idempotency-key' } },
      operations: {
        status: { request: 'GET /status', result: { state: 'verified' } },
        verify: { request: 'POST /verify', body: { code: '{code}' }, headers },
        unlinkAuthenticator: { request: 'DELETE /apps/{authenticatorId}', headers },
        renameAuthenticator: { request: 'PATCH /apps/{authenticatorId}', headers },
        stepUp: { request: 'POST /step-up', body: { password: '{password}' }, headers },
      },
      errors: [
        { status: 403, kind: 'step-up-required' },
        { status: 422, kind: 'invalid-code' },
      ],
    },
    fetcher,
  });
  const keys = () => sent.map(({ headers: each }) => each.get('Idempotency-Key'));
  const unlink = (authenticatorId: string) =>
    kindOf(backend.unlinkAuthenticator?.({ authenticatorId }));
  const verify = (code: string) => kindOf(backend.verify?.({ code }));
  return { backend, keys, unlink, verify };
}

describe('an idempotency key (C48, D19)', () => {
  it('is a UUID, and a new one each time', async () => {
    const { backend, keys } = backendOf();
    await backend.unlinkAuthenticator?.({ authenticatorId: 'a' });
    await backend.unlinkAuthenticator?.({ authenticatorId: 'a' });
    const [first, second] = keys();
    expect(first).to.match(UUID);
    expect(second).to.match(UUID);
    expect(first).not.to.equal(second);
  });

  it('stays the same if the same is done again after its outcome was unknown', async () => {
    const { backend, keys, unlink } = backendOf(502, 200, 502);
    expect(await unlink('a')).to.equal('unknown-outcome');
    await backend.status?.();
    expect(await unlink('a')).to.equal('unknown-outcome');
    await backend.unlinkAuthenticator?.({ authenticatorId: 'a' });
    await backend.unlinkAuthenticator?.({ authenticatorId: 'a' });
    const [first, , second, third, fourth] = keys();
    expect([second, third]).to.deep.equal([first, first]);
    expect(fourth).not.to.equal(first);
  });

  it('is a new one for another input, after a refusal, and after everything was forgotten', async () => {
    const { backend, keys, unlink } = backendOf(502, 400, 502, 200);
    await unlink('a');
    await unlink('b');
    await unlink('b');
    backend.forget?.();
    await backend.unlinkAuthenticator?.({ authenticatorId: 'b' });
    expect(new Set(keys())).to.have.length(4);
  });

  for (const [what, status] of Object.entries({
    'was asked too soon': 429,
    'needs a proof first': 403,
    'is still running': 409,
    'came too early': 425,
    'found the account locked': 423,
    'has an unknown outcome again': 502,
  })) {
    it(`stays the same if the same again ${what}`, async () => {
      const { keys, unlink } = backendOf(502, status, 502);
      for (let times = 0; times < 3; times++) await unlink('a');
      expect(new Set(keys())).to.have.length(1);
    });
  }

  for (const status of [400, 401, 404, 410, 412, 419, 422, 451]) {
    it(`is a new one after the same again was answered with ${status}, which a server may repeat by the key`, async () => {
      const { keys, unlink } = backendOf(502, status, 502);
      for (let times = 0; times < 3; times++) await unlink('a');
      const [first, second, third] = keys();
      expect(second).to.equal(first);
      expect(third).not.to.equal(first);
    });
  }

  it('stays the same if the same again never left', async () => {
    const { keys, unlink } = backendOf(502, 502);
    await unlink('a');
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    const kind = await unlink('a');
    Reflect.deleteProperty(navigator, 'onLine');
    expect(kind).to.equal('offline');
    await unlink('a');
    expect(new Set(keys())).to.have.length(1);
  });

  it('stays the same while the proof is given that the server asks for, whatever becomes of that', async () => {
    const { backend, keys, unlink } = backendOf(502, 403, 502, 422, 200, 502);
    await unlink('a');
    await unlink('a');
    expect(await kindOf(backend.stepUp?.({ password: 'geheim' }))).to.equal('unknown-outcome');
    expect(await kindOf(backend.stepUp?.({ password: 'geheim' }))).to.equal('invalid-password');
    await backend.stepUp?.({ password: 'geheim' });
    await unlink('a');
    const [first, second, , , , last] = keys();
    expect([second, last]).to.deep.equal([first, first]);
  });

  it('stays the same while another code is refused', async () => {
    const { keys, verify } = backendOf(502, 422, 502);
    for (const code of ['012345', '543210', '012345']) await verify(code);
    const [first, second, third] = keys();
    expect(third).to.equal(first);
    expect(second).not.to.equal(first);
  });

  it('is a new one after the server refused what was asked', async () => {
    const { keys, verify } = backendOf(502, 422, 502);
    for (let times = 0; times < 3; times++) await verify('012345');
    const [first, second, third] = keys();
    expect(second).to.equal(first);
    expect(third).not.to.equal(first);
  });

  for (const [what, status] of Object.entries({ 'was made': 200, 'may have been made': 502 })) {
    it(`is a new one once another change ${what}, because the server would not make it again`, async () => {
      const { backend, keys, unlink } = backendOf(502, status, 502);
      await unlink('a');
      await backend
        .renameAuthenticator?.({ authenticatorId: 'a', name: 'Werk' })
        .catch(() => undefined);
      await unlink('a');
      expect(new Set(keys())).to.have.length(3);
    });
  }

  it('is not kept by an operation that ends after everything was forgotten', async () => {
    const { backend, keys, unlink } = backendOf(502, 502);
    const running = unlink('a');
    backend.forget?.();
    await running;
    await unlink('a');
    expect(new Set(keys())).to.have.length(2);
  });

  it('is not sent unless the definition says so', async () => {
    const { backend, keys } = backendOf();
    await backend.status?.();
    expect(keys()).to.deep.equal([null]);
  });
});
