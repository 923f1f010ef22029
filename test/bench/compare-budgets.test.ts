import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareBudgets } from './compare-budgets.js';

const compare = (measured: number, budget: number) =>
  compareBudgets({ tag: measured }, { tag: budget });

describe('What is measured against its budget', () => {
  it('passes if it is the same', () => {
    assert.deepEqual(compare(10_000, 10_000), []);
  });

  it('fails if it is one byte over, and says by how much and which command shows what grew', () => {
    const [said = '', ...others] = compare(10_001, 10_000);
    assert.match(
      said,
      /^tag: 10,001 bytes, 1 over its budget of 10,000\. .*npm run bench -- modules/,
    );
    assert.deepEqual(others, []);
  });

  it('passes up to 2 % under it', () => {
    assert.deepEqual(compare(49_000, 50_000), []);
  });

  it('asks for a lower budget if it is further under it', () => {
    const [said = ''] = compare(48_999, 50_000);
    assert.match(said, /^tag: 48,999 bytes, 1,001 under its budget of 50,000\. .*ACCEPT=1/);
  });

  it('passes up to 200 bytes under it, which is much of a small file', () => {
    assert.deepEqual(compare(1800, 2000), []);
    assert.equal(compare(1799, 2000).length, 1);
  });

  it('fails without a budget, and with a budget for what is not there', () => {
    assert.match(compareBudgets({ tag: 1 }, {}).join(), /^tag: 1 bytes, without a budget\./);
    assert.match(compareBudgets({}, { tag: 1 }).join(), /^tag has a budget, and is not measured\./);
  });
});
