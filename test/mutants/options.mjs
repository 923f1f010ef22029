import { join } from 'node:path';

const CACHE = join('node_modules', '.cache', 'mutants');

/** The file of Stryker's last report about a folder (the schema "mutation-testing-report"). */
export const reportOf = (folder) => join(CACHE, `${folder}.json`);

/**
 * Stryker's options for a folder of src/.
 *
 * @param {string} folder one of {@link ./tests-in-node.mjs FOLDERS}
 * @returns {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export const optionsFor = (folder) => ({
  mutate: [`src/${folder}/**/*.ts`, '!src/backend/presets/**'],
  testRunner: 'in-this-process',
  plugins: ['./test/mutants/test-runner.mjs', './test/mutants/ignored-texts.mjs'],
  ignorers: ['texts-for-developers'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // A test that waits in vain ends by itself. This is for code that never gives back control.
  timeoutMS: 60_000,
  disableTypeChecks: false,
  // Only what the tests import is copied.
  ignorePatterns: ['**', '!src/**', '!test/**', '!package.json', '!tsconfig.json'],
  tempDirName: join(CACHE, 'sandbox'),
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: reportOf(folder) },
  // The judge names what survived (judge.mjs).
  thresholds: { high: 100, low: 85, break: null },
});
