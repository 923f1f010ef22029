import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { literals } from './src/build/literals.js';
import { messages } from './src/build/messages.js';
import { properties } from './src/build/properties.js';
import { qrEncoder } from './src/build/qr-encoder.js';
import { terser } from './src/build/terser.js';
import { completeFiles } from './src/script-tag/complete-files.js';
import { insideAPage } from './src/script-tag/inside-a-page.js';
import { FILE_GROUPS } from './src/script-tag/file-groups.js';
import { parts } from './src/script-tag/parts.js';

/** The licenses of the bundled packages, which have to be distributed with them. */
const LICENSES = 'third-party-licenses.md';

/**
 * The library for a script tag: one file with what a sign-in needs, including lit. The rest is in files beside it:
 * parts of it (src/script-tag/parts.ts), and the QR encoder, presets and locales, which share nothing with it
 * (complete-files.ts).
 */
const scriptTag: UserConfig = {
  plugins: [completeFiles, qrEncoder, messages, literals, properties, insideAPage, parts, terser],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: false,
    sourcemap: true,
    license: { fileName: LICENSES },
    lib: { entry: { 'mfa-elements': 'src/script-tag/mfa-elements.ts' }, formats: ['es'] },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: FILE_GROUPS,
        },
        entryFileNames: '[name].js',
        chunkFileNames: ({ name }) => `mfa-elements-${name.replace(/\..*/, '')}.js`,
        // Vite keeps white space in ES libraries for bundlers. A script tag has no bundler after it.
        minify: true,
      },
    },
  },
};

/** Emits the schema of a definition where editors find it: `node_modules/mfa-elements/dist/schema.json`. */
const schema: Plugin = {
  name: 'schema',
  generateBundle() {
    const source = readFileSync('src/backend/definition/schema.json', 'utf8');
    this.emitFile({ type: 'asset', fileName: 'schema.json', source });
  },
};

/** The checks for developers of a page, for a script tag before that of the library; users never load it. */
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
 * The library for bundlers: one module for each source file. lit is external, so that the page has one copy
 * of it. The QR encoder and the hashes of one-time codes are included.
 */
const modules: UserConfig = {
  plugins: [qrEncoder, messages, literals, properties],
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
        // npm does not publish folders named node_modules, at any depth.
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
