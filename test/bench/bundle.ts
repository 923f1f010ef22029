import { build } from 'esbuild';
import { stableNames } from './stable-names.js';
import { outputOf, staticGraph, wholeGraph } from './static-graph.js';

/** A module with what it imports, as the bundler of a site makes it. */
export interface Bundle {
  /** The name of the file that a page loads. */
  readonly entry: string;
  /** The names of the files that load at once: the entry, and what it imports. */
  readonly atOnce: readonly string[];
  /** Every file, by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The bytes that each module takes in these files before compression, by its path from the project's folder. */
  readonly modules: ReadonlyMap<string, number>;
  /** Returns the names of the files that load at once or later, without modules that match and what only they need. */
  readonly without: (leftOut: RegExp) => readonly string[];
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
  const { outputs } = metafile;
  const entry = outputOf(metafile, module);
  const { files, nameOf } = stableNames(outputFiles, metafile, entry);
  const modules = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).map(([path, { bytesInOutput }]) => [path, bytesInOutput] as const),
  );
  return {
    entry: nameOf(entry),
    atOnce: staticGraph(outputs, entry).map(nameOf),
    files,
    modules: new Map(modules),
    without: (leftOut) =>
      wholeGraph(outputs, entry, (path) => leftOut.test(outputs[path]?.entryPoint ?? '')).map(
        nameOf,
      ),
  };
}
