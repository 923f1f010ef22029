import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Matches what is imported from outside of `definition/`: a page has that anyway, also without a definition. */
const ELSEWHERE = /^\.\.\//;

/** Returns the bytes of these modules and their imports, minified and compressed separately. */
async function sizeOf(...modules: readonly string[]): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents: modules
        .map((module) => `export * from './src/backend/definition/${module}.js';`)
        .join(''),
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    plugins: [
      {
        name: 'elsewhere',
        setup: (bundler) => {
          bundler.onResolve({ filter: ELSEWHERE }, ({ path }) => ({ path, external: true }));
        },
      },
    ],
  });
  const [bundle] = outputFiles;
  assert.ok(bundle && bundle.contents.length > 5000);
  return brotliCompressSync(bundle.contents).length;
}

describe('The interpreter of the definition language', () => {
  it('takes at most 4 kB, compressed', async () => {
    const size = await sizeOf(
      'condition',
      'error-rules',
      'mapping',
      'template',
      'uri-template',
      'variables',
    );
    assert.ok(size <= 4096, `${size} bytes`);
  });
});
