import { expect } from '@open-wc/testing';
import { loadOnce } from '../../src/backend/load-once.js';

describe('what is loaded once', () => {
  it('is loaded at the first call, and is the same at each', async () => {
    let loads = 0;
    const load = loadOnce(() => Promise.resolve((loads += 1)));
    expect(loads).to.equal(0);
    expect(await Promise.all([load(), load()])).to.deep.equal([1, 1]);
    expect(await load()).to.equal(1);
  });

  it('is loaded again after a failure, which every call that waited for it learns of', async () => {
    let loads = 0;
    const load = loadOnce(() => {
      loads += 1;
      return loads === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(loads);
    });
    const results = await Promise.allSettled([load(), load()]);
    expect(results.map(({ status }) => status)).to.deep.equal(['rejected', 'rejected']);
    expect(await load()).to.equal(2);
  });
});
