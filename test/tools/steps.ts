import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { affectedTests } from './affected-tests.js';
import type { Step } from './run-steps.js';
import { NODE_FOLDERS, nodeTests } from './test-files.mjs';

/** A program of a package, run by this Node. */
const program = (path: string, ...given: string[]): string[] => [
  process.execPath,
  join('node_modules', path),
  ...given,
];

/** A step that builds something for other steps, if it is older than its sources (build.mjs). */
const buildStep = (name: string, ...after: string[]): Step => ({
  name,
  command: [process.execPath, 'test/tools/build.mjs', name],
  after,
});
const TRANSLATIONS = buildStep('translations');
const LIBRARY = buildStep('library', 'translations');
const STORYBOOK = buildStep('storybook', 'translations');

/** The command for Node's own test runner, which prints its tests and sends the totals. */
const nodeTest = (...files: readonly string[]): string[] => [
  process.execPath,
  '--import',
  'tsx',
  '--import',
  './test/tools/no-early-exit.mjs',
  '--test',
  '--test-reporter=spec',
  '--test-reporter-destination=stdout',
  '--test-reporter=./test/tools/count-tests.mjs',
  '--test-reporter-destination=stderr',
  ...files,
];

const TYPES: Step = {
  name: 'types',
  command: program(
    'typescript/bin/tsc',
    '--incremental',
    '--tsBuildInfoFile',
    // The result of the last run.
    join('node_modules', '.cache', 'types.tsbuildinfo'),
  ),
  after: ['translations'],
};

/** Lints files without a cache, because typed rules check a file against others. */
const lintStep = (...files: string[]): Step => ({
  name: 'lint',
  command: program('eslint/bin/eslint.js', '--max-warnings=0', '--no-warn-ignored', ...files),
  after: ['translations'],
});

const formatStep = (...files: string[]): Step => ({
  name: 'format',
  command: program(
    'prettier/bin/prettier.cjs',
    '--check',
    '--log-level=warn',
    '--ignore-unknown',
    ...files,
  ),
});

type Engine = NonNullable<Step['engine']>;

/** The browser tests in one engine (web-test-runner.config.mjs). */
const browserStep = (engine: Engine, files: readonly string[] = []): Step => ({
  name: engine === 'chromium' ? 'browser' : engine,
  command: program(
    '@web/test-runner/dist/bin.js',
    ...(files.length > 0 ? ['--files', ...files] : []),
  ),
  environment: { ENGINES: engine },
  engine,
  isRunner: true,
  after: ['translations'],
});

/** The tests in Node that use the built library. Others in their folders do not wait for it. */
const USES_LIBRARY =
  /^test\/(journey|package\/(package|page-with|typescript|recovery)|demo\/start|locales\/lazy|check\/(built|check-backend))/;

/** The build that these tests in Node need. */
const needsOf = (files: readonly string[]): string => {
  if (files.includes('test/stories/stories.test.ts')) return 'storybook';
  return files.some((file) => USES_LIBRARY.test(file)) ? 'library' : 'translations';
};

/** Runs tests of a folder in Node, by default all of them. */
const nodeStep = (folder: string, files: readonly string[] = nodeTests(folder)): Step => ({
  name: folder,
  command: nodeTest(...files),
  engine: 'chromium',
  isRunner: true,
  after: [needsOf(files)],
});

/**
 * Returns the steps of `npm test`, after the dependencies are installed. The slowest come first, so that no
 * slow step starts last.
 */
export const everyStep = (): Step[] => [
  TRANSLATIONS,
  LIBRARY,
  STORYBOOK,
  ...NODE_FOLDERS.map((folder) => nodeStep(folder)),
  browserStep('chromium'),
  lintStep('.'),
  browserStep('firefox'),
  browserStep('webkit'),
  TYPES,
  formatStep('.'),
];

/** Returns the steps of the long test: all looks of all stories, and the manual in all languages. */
export const longSteps = (): Step[] => [
  TRANSLATIONS,
  LIBRARY,
  STORYBOOK,
  {
    name: 'long',
    command: nodeTest('test/stories/stories.test.ts', 'test/journey/manual.test.ts'),
    environment: { LONG: '1' },
    engine: 'chromium',
    isRunner: true,
    minutes: 600,
    after: ['library', 'storybook'],
  },
];

/** Files with rules that apply to every file. */
const LINT_RULES = /^(eslint\.config\.js|tsconfig\.json|package\.json)$/;
const FORMAT_RULES = /^(\.editorconfig|\.prettier.*|package\.json)$/;

const SCRIPT = /\.(ts|mts|js|mjs)$/;

/**
 * The steps that a change can break: types, lint and format of the changed files, and tests that import them.
 *
 * @param changed Paths from the project's folder, also of files that are gone.
 */
export async function stepsFor(changed: readonly string[]): Promise<Step[]> {
  const { inBrowser, inNode, importers } = await affectedTests(changed);
  const present = changed.filter((file) => existsSync(file));
  const all = (rules: RegExp, files: readonly string[]) =>
    changed.some((file) => rules.test(file)) ? ['.'] : files;
  // Typed rules may report a problem in a file that imports a changed one.
  const scripts = all(
    LINT_RULES,
    [...new Set([...present, ...importers])].filter((file) => SCRIPT.test(file)),
  );
  const formatted = all(FORMAT_RULES, present);
  const needed: Step[] = [
    ...(inBrowser.length > 0 ? [browserStep('chromium', inBrowser)] : []),
    TYPES,
    ...(scripts.length > 0 ? [lintStep(...scripts)] : []),
    ...(formatted.length > 0 ? [formatStep(...formatted)] : []),
    ...[...inNode].map(([folder, files]) => nodeStep(folder, files)),
  ];
  const isNeeded = ({ name }: Step) => needed.some(({ after }) => after?.includes(name));
  return [TRANSLATIONS, ...[LIBRARY, STORYBOOK].filter(isNeeded), ...needed];
}
