import { expect } from '@open-wc/testing';
import { createHttpBackend } from '../../../src/backend/http/http-backend.js';
import { fakeServer, json, kindOf } from './fake-server.js';

const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

/** A server that knows the key, and responds with one status after the other. */
function backendOf(...statuses: readonly number[]) {
  const left = [...statuses];
  const { fetcher, sent } = fakeServer(() => json({}, left.shift() ?? 200));
  const headers = { 'Idempotency-Key': '{key}' };
  const backend = createHttpBackend({
    baseUrl: 'https://portaal.example/api',
    definition: {
      variables: { key: { generate: 'idempotency-key' } },
      operations: {
        status: { request: 'GET /status', result: { state: 'verified' } },
        verify: { request: 'POST /verify', body: { code: '{code}' }, headers },
        unlinkAuthenticator: { request: 'DELETE /apps/{authenticatorId}', headers },
      },
    },
    fetcher,
  });
  const keys = () => sent.map(({ headers: each }) => each.get('Idempotency-Key'));
  const unlink = (authenticatorId: string) =>
    kindOf(backend.unlinkAuthenticator?.({ authenticatorId }));
  return { backend, keys, unlink };
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

  it('is not sent unless the definition says so', async () => {
    const { backend, keys } = backendOf();
    await backend.status?.();
    expect(keys()).to.deep.equal([null]);
  });
});
