import { expect } from '@open-wc/testing';
import type { BackendDefinition } from '../../../src/backend/definition/definition.js';
import { createHttpBackend, type Fetcher } from '../../../src/backend/http/http-backend.js';
import { definition } from '../../../src/backend/presets/mfa-elements.js';
import { FAULTS } from '../../support/faults.js';
import { answeringServer, errorOf, fakeServer, json, kindOf } from './fake-server.js';

const baseUrl = 'https://portaal.example/api';
const code = { code: '123456' };

function backendWith(fetcher: Fetcher, changes: Partial<BackendDefinition> = {}) {
  return createHttpBackend({ baseUrl, definition: { ...definition, ...changes }, fetcher });
}

const { 'a network error': networkError, 'no response': noResponse } = FAULTS;

/** Runs a function while `navigator.onLine` is false. */
async function whileOffline(act: () => Promise<void>): Promise<void> {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  try {
    await act();
  } finally {
    Reflect.deleteProperty(navigator, 'onLine');
  }
}

describe('a lost response', () => {
  it('is known when the device was offline from the start', async () => {
    await whileOffline(async () => {
      expect(await kindOf(backendWith(networkError.fetch).status?.())).to.equal('offline');
      expect(await kindOf(backendWith(networkError.fetch).verify?.(code))).to.equal('offline');
    });
  });

  it('has an unknown outcome after an earlier response, even if the device reports that it is offline', async () => {
    await whileOffline(async () => {
      const responses = [json({})];
      const { fetcher } = fakeServer(() => responses.pop() ?? networkError.fetch());
      const steps = [{ request: 'DELETE /apps' }, { request: 'GET /left' }];
      const operations = { unlinkAuthenticator: { steps } };
      const unlinked = backendWith(fetcher, { operations }).unlinkAuthenticator?.({
        authenticatorId: 'a',
      });
      expect(await kindOf(unlinked)).to.equal('unknown-outcome');
    });
  });

  it('aborts the fetcher at the timeout', async () => {
    let signal: AbortSignal | null | undefined;
    const fetcher: Fetcher = (_url, init) => {
      signal = init.signal;
      return new Promise(() => undefined);
    };
    await errorOf(backendWith(fetcher, { timeout: 5 }).status?.());
    expect(signal?.aborted).to.be.true;
  });
});

describe('a GET that fails after a change', () => {
  const generated = (last: Response, second = 'GET /codes') => {
    const { fetcher } = answeringServer(json({}), last);
    const errors = [{ status: 401, kind: 'signed-out' } as const];
    const steps = [{ request: 'POST /codes' }, { request: second }];
    const operations = { generateRecoveryCodes: { steps, result: '$', errors } };
    return kindOf(backendWith(fetcher, { operations, errors: [] }).generateRecoveryCodes?.());
  };

  it('leaves the outcome of the change unknown', async () => {
    for (const status of [404, 429, 500, 503]) {
      expect(await generated(json({}, status))).to.equal('unknown-outcome');
    }
  });

  it('has the error kind of a rule, if one matches', async () => {
    expect(await generated(json({}, 401))).to.equal('signed-out');
  });

  it('differs from a change that is refused', async () => {
    expect(await generated(json({}, 429), 'POST /codes/show')).to.equal('rate-limited');
  });
});

describe('a call that is aborted', () => {
  const reason = new Error('the user left');
  const caught = (promise: Promise<unknown> | undefined) =>
    promise?.catch((error: unknown) => error);

  it('rejects with the reason of the signal, and sends nothing if it was aborted before', async () => {
    const { fetcher, sent } = fakeServer(() => json({}));
    const signal = AbortSignal.abort(reason);
    expect(await caught(backendWith(fetcher).verify?.(code, { signal }))).to.equal(reason);
    expect(sent).to.be.empty;
  });

  it('rejects while it waits, even if the fetcher ignores the signal', async () => {
    const controller = new AbortController();
    const waiting = caught(
      backendWith(noResponse.fetch).verify?.(code, { signal: controller.signal }),
    );
    controller.abort(reason);
    expect(await waiting).to.equal(reason);
  });
});

describe('a fetcher of the page', () => {
  it('may throw or return a wrong value; the operation rejects with an MfaError', async () => {
    const throwing: Fetcher = () => {
      throw new Error('wachtwoord: geheim');
    };
    const error = await errorOf(backendWith(throwing).status?.());
    expect(error.kind).to.equal('unavailable');
    expect(error.message).to.not.include('geheim');
    for (const nonsense of [
      undefined,
      null,
      42,
      {},
      { status: 200 },
      { status: 200, headers: {} },
    ]) {
      const fetcher = () => Promise.resolve(nonsense as unknown as Response);
      expect(['unexpected', 'unavailable']).to.include(
        await kindOf(backendWith(fetcher).status?.()),
      );
    }
  });
});
