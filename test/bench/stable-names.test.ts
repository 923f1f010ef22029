import assert from 'node:assert/strict';
import type { Metafile, OutputFile } from 'esbuild';
import { describe, it } from 'node:test';
import { stableNames } from './stable-names.js';

/** Returns the names and the text of a bundle in which an entry imports one other file, of a name with this hash. */
function bundleWith(hash: string): Record<string, string> {
  const chunk = `chunk-${hash}.js`;
  const texts = { 'entry.js': `import"./${chunk}";"not-HASHHASH.js"`, [chunk]: 'export{}' };
  const files = Object.entries(texts).map(([name, text]) => ({
    path: `/bundle/${name}`,
    text,
  })) as OutputFile[];
  const output = (...imported: string[]) => ({
    imports: imported.map((path) => ({ path, kind: 'import-statement' })),
  });
  const outputs = { 'bundle/entry.js': output(`bundle/${chunk}`), [`bundle/${chunk}`]: output() };
  const named = stableNames(files, { outputs } as unknown as Metafile, 'bundle/entry.js');
  assert.ok(named.files.has(named.nameOf(`bundle/${chunk}`)));
  return Object.fromEntries(
    [...named.files].map(([name, content]) => [name, Buffer.from(content).toString()]),
  );
}

describe('The names of the files of a bundle', () => {
  it('are the same whatever their content, also where one imports another', () => {
    assert.deepEqual(bundleWith('ABCDEFGH'), bundleWith('12345678'));
  });

  it('fit what the files import, and leave other text as it is', () => {
    const { 'entry.js': entry = '', ...others } = bundleWith('ABCDEFGH');
    const [chunk = ''] = Object.keys(others);
    assert.match(chunk, /^chunk-[A-F0-9]{8}\.js$/);
    assert.equal(entry, `import"./${chunk}";"not-HASHHASH.js"`);
  });
});
