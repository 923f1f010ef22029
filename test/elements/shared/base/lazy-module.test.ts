import { expect } from '@open-wc/testing';
import { LazyModule } from '../../../../src/elements/shared/base/lazy-module.js';

describe('a module that loads later', () => {
  it('is loaded once, and here from then on', async () => {
    let loads = 0;
    const module = new LazyModule(() => Promise.resolve({ number: (loads += 1) }));
    expect(module.exports).to.equal(undefined);
    await Promise.all([module.load(), module.load(), module.loadWhenIdle()]);
    expect(module.exports).to.deep.equal({ number: 1 });
    expect(loads).to.equal(1);
  });

  it('is loaded again if it did not come', async () => {
    const outcomes = [Promise.reject(new Error('offline')), Promise.resolve({ isHere: true })];
    const module = new LazyModule(() => outcomes.shift() ?? Promise.reject(new Error('once more')));
    expect(await module.load().catch(String)).to.equal('Error: offline');
    expect(module.exports).to.equal(undefined);
    await module.load();
    expect(module.exports).to.deep.equal({ isHere: true });
  });

  it('says whether it came, once the page is idle', async () => {
    const absent = new LazyModule(() => Promise.reject(new Error('404')));
    expect(await absent.loadWhenIdle()).to.equal(false);
    const present = new LazyModule(() => Promise.resolve({}));
    expect(await present.loadWhenIdle()).to.equal(true);
  });

  it('is loaded again when the page is idle later, if it did not come', async () => {
    let isOnline = false;
    const module = new LazyModule(() =>
      isOnline ? Promise.resolve({}) : Promise.reject(new Error('offline')),
    );
    expect(await module.loadWhenIdle()).to.equal(false);
    isOnline = true;
    expect(await module.loadWhenIdle()).to.equal(true);
    expect(await module.loadWhenIdle()).to.equal(true);
  });
});
