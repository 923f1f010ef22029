import { build } from 'esbuild';
import { projectRoot } from '../../demo/tools/prepare.mjs';

/** The modules that Web Test Runner serves itself. */
const SERVED_BY_RUNNER = ['/__web-dev-server__web-socket.js'];

/**
 * Bundles modules with the settings of tsconfig.json. A module that several of them import goes into a
 * separate chunk, so that it runs once a page.
 *
 * @param {readonly string[]} entryPoints paths from the project's folder
 * @returns {Promise<{ files: Map<string, string>, inputs: string[] }>} `files` maps paths on the server to
 *   code; such a path is that of the source with the extension `.js`. `inputs` are the paths of the sources
 */
async function bundle(entryPoints) {
  const { outputFiles, metafile } = await build({
    entryPoints: [...entryPoints],
    absWorkingDir: projectRoot,
    outdir: '.',
    outbase: '.',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['development'],
    define: {
      // test/support/walk-length.ts
      'process.env.WALK_ACTS': JSON.stringify(process.env.WALK_ACTS) ?? 'undefined',
      'process.env.WALK_SEED': JSON.stringify(process.env.WALK_SEED) ?? 'undefined',
      // Vue asks its bundler for these.
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    external: SERVED_BY_RUNNER,
    // Tests import modules for their side effects, also where package.json declares that there are none.
    ignoreAnnotations: true,
    sourcemap: 'linked',
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  const files = outputFiles.map(({ path, text }) => [
    path.slice(projectRoot.length - 1).replaceAll('\\', '/'),
    text,
  ]);
  return { files: new Map(files), inputs: Object.keys(metafile.inputs) };
}

/**
 * A plugin of Web Test Runner that serves TypeScript and the packages it imports as bundles of esbuild. A
 * page of tests then loads some 70 files instead of more than 200.
 *
 * @param {readonly string[]} entryPoints every module that a page loads by its URL
 */
export function bundledModules(entryPoints) {
  let bundled;
  return {
    name: 'bundled-modules',
    async serverStart({ fileWatcher }) {
      bundled = bundle(entryPoints);
      const { inputs } = await bundled;
      // Only `--watch` watches files. It then loads every page again, from a new bundle.
      fileWatcher.add(inputs);
      fileWatcher.on('change', () => {
        bundled = bundle(entryPoints);
        // `serve` reports the error for each file that is requested.
        bundled.catch(() => undefined);
      });
    },
    async serve({ path }) {
      const { files } = await bundled;
      const body = files.get(path.replace(/\.ts$/, '.js'));
      if (body === undefined) return undefined;
      return {
        body,
        type: path.endsWith('.map') ? 'json' : 'js',
        // The name of a chunk changes with its content, so a browser needs to request it only once.
        headers: path.startsWith('/chunks/') ? { 'cache-control': 'max-age=3600, immutable' } : {},
      };
    },
  };
}
