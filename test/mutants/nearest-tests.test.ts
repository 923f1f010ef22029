import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nearestTests } from './nearest-tests.mjs';

const TESTS = [
  'test/backend/contract.test.ts',
  'test/backend/http/faults.test.ts',
  'test/backend/http/clock-skew.test.ts',
  'test/flow/login.test.ts',
].map((name) => ({ name }));

describe('The nearest tests', () => {
  it('begin with the one that mirrors the file, and are of its folder only', () => {
    const nearest = nearestTests(TESTS, 'src/backend/http/clock-skew.ts').map(({ name }) => name);
    assert.deepEqual(nearest, [
      'test/backend/http/clock-skew.test.ts',
      'test/backend/http/faults.test.ts',
      'test/backend/contract.test.ts',
    ]);
  });

  it('are the same for a copy of the project, also on Windows', () => {
    for (const file of ['/home/src/copy/src/flow/login.ts', 'C:\\copy\\src\\flow\\login.ts']) {
      assert.deepEqual(nearestTests(TESTS, file), [{ name: 'test/flow/login.test.ts' }]);
    }
  });
});
