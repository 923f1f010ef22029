import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { CASES } from '../cases.js';

const pathOf = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));

describe('the cases of accessibility', () => {
  it('are A1 to A25, each once', () => {
    assert.deepEqual(
      CASES.map(({ id }) => id),
      Array.from({ length: 25 }, (_, index) => `A${index + 1}`),
    );
  });

  for (const { id, proofs } of CASES) {
    it(`${id} is proven by tests that exist`, () => {
      assert.notEqual(proofs.length, 0);
      for (const { file, test } of proofs) {
        assert.ok(existsSync(pathOf(file)), `${file} does not exist`);
        const source = readFileSync(pathOf(file), 'utf8').replaceAll(/\s+/g, ' ');
        assert.ok(source.includes(test), `${file} has no "${test}"`);
      }
    });

    it(`${id} is the case that its tests name`, () => {
      const own = proofs.filter(({ test }) => /^A\d+:/.test(test));
      for (const { test } of own)
        assert.ok(test.startsWith(`${id}:`), `"${test}" names another case`);
    });
  }
});
