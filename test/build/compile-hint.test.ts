import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** The files of the script tag that users load. */
const files = readdirSync(dist).filter(
  (name) => name.endsWith('.js') && !name.includes('development'),
);

describe('A file of the script tag', () => {
  it('is found', () => assert.ok(files.includes('mfa-elements.js')));

  for (const file of files) {
    it(`asks Chromium in its first line to compile it while it downloads (${file})`, () => {
      const [first] = readFileSync(dist + file, 'utf8').split('\n');
      assert.equal(first, '//# allFunctionsCalledOnLoad');
    });
  }
});
