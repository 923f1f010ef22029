import { build } from 'esbuild';
import { basename } from 'node:path';
import { projectRoot } from '../../demo/tools/prepare.mjs';
import { staticGraph } from './static-graph.js';

const ENTRY = 'dist/mfa-elements.js';

/** Returns the names of the files that the script tag loads at once: its own, and what that imports. */
export async function filesAtOnce(): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [ENTRY],
    absWorkingDir: projectRoot,
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: 'bundle',
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  return staticGraph(metafile.inputs, ENTRY).map((path) => basename(path));
}
