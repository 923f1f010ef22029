import { cli as analyzer } from '@custom-elements-manifest/analyzer/cli.js';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { documented, type Declaration } from './documented.js';

const MODULE = 'virtual:custom-elements-manifest';
const RESOLVED = `\0${MODULE}`;

interface Manifest {
  readonly modules: readonly { declarations?: readonly Declaration[] }[];
}

/** The custom-elements manifest of src/, adapted to the documentation. */
async function publicManifest(): Promise<Manifest> {
  const manifest = (await analyzer({
    argv: ['analyze', '--quiet', '--litelement', '--globs', 'src/elements/**/*.ts'],
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    noWrite: true,
  })) as Manifest;
  for (const module of manifest.modules) {
    if (module.declarations) module.declarations = module.declarations.map(documented);
  }
  return manifest;
}

/** Provides the manifest to the preview as a module, made from the sources at each start. */
export const componentDocs = (): Plugin => ({
  name: 'component-docs',
  resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
  load: async (id) =>
    id === RESOLVED ? `export default ${JSON.stringify(await publicManifest())}` : undefined,
});
