import { build } from 'esbuild';

/**
 * Serves dependencies that are CommonJS as one ES module each, bundled once.
 *
 * @param {string[]} names import specifiers to bundle
 */
export function prebundle(names) {
  const bundles = new Map();
  return {
    name: 'prebundle-cjs',
    resolveImport: ({ source }) =>
      names.includes(source) ? `/__prebundle__/${source}.mjs` : undefined,
    async serve(context) {
      const name = /^\/__prebundle__\/(.+)\.mjs$/.exec(context.path)?.[1];
      if (!name) return;
      if (!bundles.has(name)) bundles.set(name, bundle(name));
      return { body: await bundles.get(name), type: 'js' };
    },
  };
}

async function bundle(name) {
  const result = await build({
    stdin: {
      contents: `export { default } from '${name}'; export * from '${name}';`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    target: 'es2022',
  });
  return result.outputFiles[0].text;
}
