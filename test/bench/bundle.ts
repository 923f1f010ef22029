import { build } from 'esbuild';
import { basename } from 'node:path';
import { outputOf, staticGraph } from './static-graph.js';

/** A module with what it imports, as the bundler of a site makes it. */
export interface Bundle {
  /** The name of the file that a page loads. */
  readonly entry: string;
  /** The names of the files that load at once: the entry, and what it imports. */
  readonly atOnce: readonly string[];
  /** Every file, by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Bundles a module for production. What it loads later stays in files of its own.
 *
 * @param module The path of the module.
 */
export async function bundle(module: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    entryPoints: [module],
    outdir: 'bundle',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  const entry = outputOf(metafile, module);
  return {
    entry: basename(entry),
    atOnce: staticGraph(metafile.outputs, entry).map((path) => basename(path)),
    files: new Map(outputFiles.map(({ path, contents }) => [basename(path), contents])),
  };
}
