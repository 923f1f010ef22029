import { buildSync } from 'esbuild';
import { fileURLToPath } from 'node:url';

/**
 * A module with what it imports as a script, for a page that has no server of its own to load it from.
 *
 * @param module Its address.
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
