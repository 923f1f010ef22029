import { defineConfig, type UserConfig } from 'vite';

/** The licences of what is inside: they ask to be passed on with it. */
const LICENSES = 'third-party-licenses.md';

/**
 * The library for a script tag: one file that registers every tag, with what is not needed at once
 * (the QR encoder, the diagnosis of a refused code) in files beside it. Everything is inside, lit too.
 *
 * What those share with the one file is in files of its own: they may not import the one file, which
 * a page may have loaded by another URL (`?v=2`) and would then be there twice.
 */
const scriptTag: UserConfig = {
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: false,
    sourcemap: true,
    license: { fileName: LICENSES },
    lib: { entry: { 'mfa-elements': 'src/define.ts' }, formats: ['es'] },
    rolldownOptions: {
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'mfa-elements-[name].js',
        // Vite leaves white space in ES libraries for the sake of bundlers; no bundler follows here.
        minify: true,
      },
    },
  },
};

/**
 * The library for bundlers: a module a source file, lit outside so that the page has one copy of it.
 * @lit/localize, the QR encoder and the hashes of one-time codes are inside: the first may be
 * configured only once in a module graph and so must not be shared with the page (ARCHITECTURE.md,
 * decision 4).
 */
const modules: UserConfig = {
  build: {
    target: 'es2022',
    outDir: 'dist/esm',
    sourcemap: true,
    license: { fileName: LICENSES },
    minify: false,
    lib: {
      entry: {
        index: 'src/index.ts',
        define: 'src/define.ts',
        'testing/index': 'src/testing/index.ts',
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external: /^lit($|\/)/,
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        // npm publishes no folder of the name node_modules, wherever it stands.
        entryFileNames: ({ name }) => `${name.replaceAll('node_modules', 'vendor')}.js`,
      },
    },
  },
};

export default defineConfig(({ mode }) => (mode === 'script-tag' ? scriptTag : modules));
