import { buildSync } from 'esbuild';
import { fileURLToPath } from 'node:url';

/**
 * Bundles a module and its imports as one script, for a page without a server to load them from.
 *
 * @param module The URL of the module.
 */
export function pageScript(module: URL): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(module)],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  });
  return outputFiles.map(({ text }) => text).join('');
}
