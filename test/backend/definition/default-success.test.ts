import { expect } from '@open-wc/testing';
import type { MfaOperation } from '../../../src/backend/backend.js';
import { createHttpBackend } from '../../../src/backend/http/http-backend.js';
import { fakeServer, json } from '../http/fake-server.js';
import { MfaError } from '../../../src/backend/mfa-error.js';

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

describe('a response to a change (D9)', () => {
  for (const body of [
    { success: false },
    { success: 'false' },
    { Success: false },
    { succeeded: false },
    { ok: false },
    { OK: 'False' },
    { error: 'invalid_code' },
    { Error: { message: 'Nee' } },
    { errors: [{}] },
    { status: 'fail' },
    { status: 'ERROR' },
    { status: 401 },
    { Status: 422 },
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
    { falsehood: false },
  ]) {
    it(`counts as done: ${JSON.stringify(body)}`, async () => {
      for (const change of CHANGES) expect(await changed(change, body)).to.be.undefined;
    });
  }

  for (const body of [{ verified: false }, { valid: false }, { Valid: 'false' }]) {
    it(`says that a proof was refused, and nothing of another change: ${JSON.stringify(body)}`, async () => {
      expect(await changed('verify', body)).to.equal('unknown-outcome');
      expect(await changed('unlinkAuthenticator', body)).to.be.undefined;
    });
  }
});
