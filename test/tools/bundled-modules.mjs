import { build } from 'esbuild';
import { projectRoot } from '../../demo/tools/prepare.mjs';

/** What Web Test Runner serves itself. */
const SERVED_BY_RUNNER = ['/__web-dev-server__web-socket.js'];

/**
 * Bundles modules by the settings of tsconfig.json; what several of them import is in chunks of its
 * own, so that it runs once a page.
 *
 * @param {readonly string[]} entryPoints paths from the project's folder
 * @returns {Promise<{ files: Map<string, string>, inputs: string[] }>} `files` by their path on the
 *   server, which is that of the source with the ending `.js`; `inputs`: what they were made of
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
    external: SERVED_BY_RUNNER,
    // A module is imported here for what it does, also where package.json says that it does nothing.
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
 * Web Test Runner: serves TypeScript and the packages it imports as esbuild bundles them. A page of
 * tests then loads some 70 files in place of more than 200.
 *
 * @param {readonly string[]} entryPoints everything that a page loads by its URL
 */
export function bundledModules(entryPoints) {
  let bundled;
  return {
    name: 'bundled-modules',
    async serverStart({ fileWatcher }) {
      bundled = bundle(entryPoints);
      const { inputs } = await bundled;
      // Only `--watch` watches. Every page is loaded again then, from another bundle.
      fileWatcher.add(inputs);
      fileWatcher.on('change', () => {
        bundled = bundle(entryPoints);
        // Whoever asks for a file hears of a mistake in it.
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
        // The name of a chunk changes with what is in it, so a browser asks for it once.
        headers: path.startsWith('/chunks/') ? { 'cache-control': 'max-age=3600, immutable' } : {},
      };
    },
  };
}
