import { cli as analyzer } from '@custom-elements-manifest/analyzer/cli.js';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const MODULE = 'virtual:custom-elements-manifest';
const RESOLVED = `\0${MODULE}`;

interface Declaration {
  members?: readonly { readonly privacy?: string }[];
  events?: readonly { readonly description?: string }[];
}

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly Declaration[];
  }[];
}

/** The custom-elements manifest of src/, without what the elements keep to themselves. */
async function publicManifest(): Promise<Manifest> {
  const manifest = (await analyzer({
    argv: ['analyze', '--quiet', '--litelement', '--globs', 'src/elements/**/*.ts'],
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    noWrite: true,
  })) as Manifest;
  for (const declaration of manifest.modules.flatMap((module) => module.declarations ?? [])) {
    declaration.members = (declaration.members ?? []).filter(
      ({ privacy }) => privacy === undefined || privacy === 'public',
    );
    // The analyzer also guesses at events from calls of dispatchEvent; ours are described.
    declaration.events = (declaration.events ?? []).filter(({ description }) => description);
  }
  return manifest;
}

/** Makes the manifest a module of the preview, read from the sources at each start. */
export const componentDocs = (): Plugin => ({
  name: 'component-docs',
  resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
  load: async (id) =>
    id === RESOLVED ? `export default ${JSON.stringify(await publicManifest())}` : undefined,
});
