import { build, type Plugin } from 'vite';

const ID = '/src/module.ts';

/** Returns a module of the library as steps of the build leave it; what it imports is not there. */
export async function builtModule(code: string, ...steps: readonly Plugin[]): Promise<string> {
  const source: Plugin = {
    name: 'source',
    enforce: 'pre',
    resolveId: (id) => (id === ID ? ID : { id, external: true }),
    load: (id) => (id === ID ? code : undefined),
  };
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [source, ...steps],
    build: { write: false, minify: false, lib: { entry: ID, formats: ['es'] } },
  });
  const [built] = Array.isArray(output) ? output : [];
  const [chunk] = built?.output ?? [];
  if (!chunk) throw new Error('Nothing was built.');
  return chunk.code;
}
