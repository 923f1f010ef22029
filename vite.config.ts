import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

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

/** The schema of a definition, where editors find it: `node_modules/mfa-elements/dist/schema.json`. */
const schema: Plugin = {
  name: 'schema',
  generateBundle() {
    const source = readFileSync('src/backend/definition/schema.json', 'utf8');
    this.emitFile({ type: 'asset', fileName: 'schema.json', source });
  },
};

/** What helps while building a page, for a script tag ahead of the library; visitors never load it. */
const developmentScript: UserConfig = {
  plugins: [schema],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: false,
    sourcemap: true,
    lib: {
      entry: { 'mfa-elements-development': 'src/development.ts' },
      formats: ['es'],
    },
    rolldownOptions: { output: { entryFileNames: '[name].js', minify: true } },
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
        development: 'src/development.ts',
        'testing/index': 'src/testing/index.ts',
        'check/cli': 'src/check/cli.ts',
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^lit($|\/)/, /^node:/],
      output: {
        preserveModules: true,
        preserveModulesRoot: 'src',
        // npm publishes no folder of the name node_modules, wherever it stands.
        entryFileNames: ({ name }) => `${name.replaceAll('node_modules', 'vendor')}.js`,
      },
    },
  },
};

export default defineConfig(({ mode }) => {
  switch (mode) {
    case 'script-tag':
      return scriptTag;
    case 'development-script':
      return developmentScript;
    default:
      return modules;
  }
});
