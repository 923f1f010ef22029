import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const PAGE = readFileSync('SECURITY.md', 'utf8');

/** The rows of the table of promises: what is promised, and the paths of the tests that prove it. */
const PROMISES = [...PAGE.matchAll(/^\| ([A-Z].*?) *\| (.*\.test\.ts\).*) \|$/gm)].map(
  ([, promise = '', proof = '']) => ({
    promise,
    tests: [...proof.matchAll(/\]\((.*?)\)/g)].map(([, path = '']) => path),
  }),
);

describe('SECURITY.md', () => {
  it('promises what the library is used for', () => assert.ok(PROMISES.length >= 13));

  for (const { promise, tests } of PROMISES) {
    it(`has tests that exist for "${promise.slice(0, 60)}…"`, () => {
      assert.ok(tests.length > 0);
      assert.deepEqual(
        tests.filter((path) => !path.endsWith('.test.ts') || !existsSync(path)),
        [],
      );
    });
  }

  it('refers to files and folders that exist', () => {
    const paths = [...PAGE.matchAll(/\]\(([^)#]+)\)/g)].map(([, path = '']) => path);
    assert.deepEqual(
      paths.filter((path) => !existsSync(path)),
      [],
    );
  });

  it('has no row without a proof', () => {
    const rows = PAGE.match(/^\| [A-Z].* \|$/gm) ?? [];
    assert.equal(rows.length, PROMISES.length);
  });
});
