import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { affectedTests } from './affected-tests.js';
import type { Step } from './run-steps.js';
import { browserTests, filesUnder, NODE_FOLDERS, nodeTests } from './test-files.mjs';

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

/** Makes a runner keep the names of its tests under the name of its step (record-tests.mjs). */
const recordedAs = (name: string) => ({ RECORD: name.replaceAll('/', '-') });

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

/** The branches that the tests of `backend`, `flow` and `otp` run (test/mutants/coverage.mjs). */
const COVERAGE: Step = {
  name: 'coverage',
  command: [process.execPath, 'test/mutants/coverage.mjs'],
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
const ENGINES = ['firefox', 'webkit', 'chromium'] as const satisfies readonly Engine[];

/** The browser tests in one engine (web-test-runner.config.mjs). */
const browserStep = (
  engine: Engine,
  files: readonly string[] = [],
  name = engine === 'chromium' ? 'browser' : engine,
): Step => ({
  name,
  command: program(
    '@web/test-runner/dist/bin.js',
    ...(files.length > 0 ? ['--files', ...files] : []),
  ),
  environment: { ENGINES: engine, ...recordedAs(name) },
  engine,
  isRunner: true,
  after: ['translations'],
});

/** The tests in Node that use the built library. Others in their folders do not wait for it. */
const USES_LIBRARY =
  /^test\/(journey|faults\/matrix|package\/(package|page-with|typescript|recovery|clobbered|company|forgetting|late|mounts|script-tag)|demo\/start|locales\/lazy|check\/(built|check-backend)|build\/(source|compile|qr)|bench\/(budgets|loaded))/;

/** The build that these tests in Node need. */
const needsOf = (files: readonly string[]): string => {
  if (files.includes('test/stories/stories.test.ts')) return 'storybook';
  return files.some((file) => USES_LIBRARY.test(file)) ? 'library' : 'translations';
};

/** The time limit of a file in Node, in minutes: less than that of a step, so that what hangs is named. */
const FILE_TIME_LIMIT = 20;

/** Runs tests of a folder in Node, by default all of them. */
const nodeStep = (folder: string, files: readonly string[] = nodeTests(folder)): Step => ({
  name: folder,
  command: nodeTest(`--test-timeout=${FILE_TIME_LIMIT * 60_000}`, ...files),
  environment: recordedAs(folder),
  engine: 'chromium',
  isRunner: true,
  after: [needsOf(files)],
});

const SCRIPT = /\.(ts|mts|js|mjs)$/;

const WORKS_IN = 'host-pages/works-in';

/** Compares the guide "Works in" with the results of these steps. */
const worksInStep = (after: readonly Step[]): Step => ({
  ...nodeStep(WORKS_IN),
  name: 'works-in',
  environment: { AFTER_RUN: '1' },
  after: after.filter(({ isRunner }) => isRunner).map(({ name }) => name),
});

/**
 * Returns the steps of `npm test`, after the dependencies are installed. The slowest come first, so that no
 * slow step starts last.
 */
export const everyStep = (): Step[] => {
  const steps = [
    TRANSLATIONS,
    LIBRARY,
    STORYBOOK,
    ...NODE_FOLDERS.filter((folder) => folder !== WORKS_IN).map((folder) => nodeStep(folder)),
    browserStep('chromium'),
    lintStep('.'),
    browserStep('firefox'),
    browserStep('webkit'),
    TYPES,
    COVERAGE,
    formatStep('.'),
  ];
  return [...steps, worksInStep(steps)];
};

/** The long test of stories and manual. */
const longStep: Step = {
  name: 'long',
  command: nodeTest('test/stories/stories.test.ts', 'test/journey/manual.test.ts'),
  environment: { LONG: '1' },
  engine: 'chromium',
  isRunner: true,
  minutes: 600,
  after: ['library', 'storybook'],
};

const browserTestsOf = (path: RegExp): string[] => browserTests().filter((file) => path.test(file));

/** The pages of libraries in an engine in which `npm test` does not run them. */
const hostPagesStep = (engine: 'firefox' | 'webkit'): Step =>
  browserStep(engine, browserTestsOf(/^test\/host-pages\//), `host-pages-${engine}`);

/** Random walks in Chromium, many times as long as in `npm test`. */
const longWalkStep = (of: 'flow' | 'elements', acts: number): Step => {
  const step = browserStep(
    'chromium',
    browserTestsOf(new RegExp(`^test/${of}/random-walk/`)),
    `long-walk-${of}`,
  );
  return { ...step, environment: { ...step.environment, WALK_ACTS: String(acts) }, minutes: 180 };
};

/** The random walks and the search for secrets, in an engine in which `npm test` does not run them. */
const secretsStep = (engine: 'firefox' | 'webkit'): Step =>
  browserStep(
    engine,
    browserTestsOf(
      /^test\/((flow|elements)\/random-walk\/|elements\/(recovery-codes\/)?(secret|forgetting))/,
    ),
    `secrets-${engine}`,
  );

/** Walks the customer's manual by keyboard in an engine. */
const walkStep = (engine: Engine): Step => ({
  name: `walk-${engine}`,
  command: nodeTest('test/journey/every-engine.test.ts'),
  environment: { JOURNEY_ENGINE: engine, ...recordedAs(`walk-${engine}`) },
  engine,
  isRunner: true,
  after: ['library'],
});

/** The journey with the modules of the package, bundled as a site does it, in place of the script tag. */
const modulesStep: Step = {
  name: 'journey-modules',
  command: nodeTest(
    ...nodeTests('journey').filter((file) =>
      /journey\/(journey|profile|refused-codes|remembered-device)\./.test(file),
    ),
  ),
  environment: { JOURNEY_LIBRARY: 'modules', ...recordedAs('journey-modules') },
  engine: 'chromium',
  isRunner: true,
  after: ['library'],
};

/** Plays the matrix of faults in an engine in which `npm test` does not play it. */
const faultsStep = (engine: 'firefox' | 'webkit'): Step => ({
  name: `faults-${engine}`,
  command: nodeTest('test/faults/matrix.test.ts'),
  environment: { FAULTS_ENGINE: engine, ...recordedAs(`faults-${engine}`) },
  engine,
  isRunner: true,
  after: ['library'],
});

/**
 * Returns the steps of the long test: all looks of all stories, the manual in all languages, long random walks, the
 * journey with the modules of the package, and in every engine the search for secrets, the matrix of faults, the
 * pages of libraries and the walk through the manual.
 */
export const longSteps = (): Step[] => {
  const recorded = inEveryEngine();
  return [
    TRANSLATIONS,
    LIBRARY,
    STORYBOOK,
    longStep,
    longWalkStep('elements', 300_000),
    longWalkStep('flow', 1_000_000),
    modulesStep,
    secretsStep('firefox'),
    secretsStep('webkit'),
    faultsStep('firefox'),
    faultsStep('webkit'),
    ...recorded,
    worksInStep(recorded),
  ];
};

/** What only the long test runs in every engine. */
const inEveryEngine = (): Step[] => [
  hostPagesStep('firefox'),
  hostPagesStep('webkit'),
  ...ENGINES.map(walkStep),
];

/**
 * Returns the steps that the guide "Works in" is written from: as above, with only the tests that name a row of
 * it.
 *
 * @param isLong Whether to include what only the long test runs.
 */
export async function worksInSteps(isLong: boolean): Promise<Step[]> {
  const naming = filesUnder('test', SCRIPT).filter((file) =>
    /\(host pages? \d/.test(readFileSync(file, 'utf8')),
  );
  const { inBrowser, inNode } = await affectedTests(naming);
  const steps = [
    browserStep('chromium', inBrowser),
    browserStep('firefox'),
    browserStep('webkit'),
    ...[...inNode]
      .filter(([folder]) => folder !== WORKS_IN)
      .map(([folder, files]) => nodeStep(folder, files)),
    ...(isLong
      ? [hostPagesStep('firefox'), hostPagesStep('webkit'), ...ENGINES.map(walkStep)]
      : []),
  ];
  return withBuilds([...steps, worksInStep(steps)]);
}

/** Adds the builds that steps need. */
function withBuilds(steps: readonly Step[]): Step[] {
  const isNeeded = ({ name }: Step) => steps.some(({ after }) => after?.includes(name));
  return [TRANSLATIONS, ...[LIBRARY, STORYBOOK].filter(isNeeded), ...steps];
}

/** Files with rules that apply to every file. */
const LINT_RULES = /^(eslint\.config\.js|tsconfig\.json|package\.json)$/;
const FORMAT_RULES = /^(\.editorconfig|\.prettier.*|package\.json)$/;

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
  return withBuilds(needed);
}
