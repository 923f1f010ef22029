import { expect } from '@open-wc/testing';
import { loadFile } from '../../src/backend/load-file.js';
import { MfaError } from '../../src/backend/mfa-error.js';

const errorOf = (loading: Promise<unknown>): Promise<unknown> =>
  loading.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );

const failing = () =>
  Promise.reject(new TypeError('Failed to fetch: https://portaal.example/?t=1'));

describe('a file that is loaded when it is needed', () => {
  it('is what its import resolves to', async () => {
    expect(await loadFile('a thing', () => Promise.resolve({ read: 1 }))).to.deep.equal({
      read: 1,
    });
  });

  it('is unavailable if it does not arrive, and says which file that is', async () => {
    const error = await errorOf(loadFile('enrollments', failing));
    expect(error).to.be.instanceOf(MfaError).with.property('kind', 'unavailable');
    expect((error as MfaError).message).to.equal('The file of enrollments could not be fetched.');
  });

  it('is not there on a device that is offline', async () => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    try {
      const error = await errorOf(loadFile('enrollments', failing));
      expect(error).to.be.instanceOf(MfaError).with.property('kind', 'offline');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });
});
