// npm test: makes what is missing, runs every check and every test, and ends with the totals.
// With --long, npm run test:long: looks at every story in every theme, locale and width, and nothing else.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  installDependencies,
  make,
  orSayWhy,
  projectRoot,
  requireNode,
} from '../../demo/tools/prepare.mjs';

/** Folders under test/ whose tests run in Node; those of the floors of src/ run in a browser. */
const NODE_FOLDERS = [
  'accessibility/statement',
  'conformance',
  'demo',
  'journey',
  'locales',
  'package',
  'stories',
  'tools',
];

const reports = mkdtempSync(join(tmpdir(), 'mfa-elements-test-'));
const countsFile = join(reports, 'counts.jsonl');

function testFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name))
    .sort();
}

const bin = (name) => join('node_modules', '.bin', name);

/** A check has no tests of its own: it passes or fails as a whole. */
const check = (name, command, ...commandArguments) => ({
  name,
  command,
  commandArguments,
  counted: false,
});

/** A runner leaves its own totals in the file that TEST_COUNTS_FILE names. */
const runner = (name, command, ...commandArguments) => ({
  name,
  command,
  commandArguments,
  counted: true,
});

/** The engines beside Chromium, with what finds each and the variable that names it from then on. */
const OTHER_ENGINES = {
  firefox: { find: 'findFirefox', variable: 'FIREFOX_PATH' },
  webkit: { find: 'findWebKitDriver', variable: 'WEBKIT_DRIVER_PATH' },
};

/** Where every engine has to be there: in continuous integration, and for whoever asks for it. */
const needsEveryEngine = process.env.CI === 'true' || process.env.REQUIRE_ENGINES === '1';

/**
 * Finds the engines, or obtains them. Not every computer can have each; what is left out is said, and
 * said again below the totals.
 */
async function findEngines() {
  const browsers = await import('./find-browser.mjs');
  const found = [];
  const leftOut = [];
  process.env.CHROME_PATH = await browsers.findBrowser();
  console.log(`Testing in ${process.env.CHROME_PATH}`);
  for (const [engine, { find, variable }] of Object.entries(OTHER_ENGINES)) {
    try {
      process.env[variable] = await browsers[find]();
      console.log(`Testing in ${process.env[variable]}`);
      found.push(engine);
    } catch (error) {
      if (needsEveryEngine) throw error;
      leftOut.push(`Not tested in ${engine}. ${error.message}`);
    }
  }
  return { found, leftOut };
}

/** The tests that run in each engine (web-test-runner.config.mjs). */
const engineRunner = (engine) => ({
  ...runner(engine, bin('wtr')),
  environment: { ENGINES: engine },
});

/** Node's own test runner, which also prints what the tests have counted. */
const nodeRunner = (name, files) =>
  runner(
    name,
    process.execPath,
    '--import',
    'tsx',
    '--test',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./test/tools/node-count-reporter.mjs',
    `--test-reporter-destination=${join(reports, 'node-reporter.txt')}`,
    ...files,
  );

const steps = (engines) => [
  check('types', bin('tsc')),
  check('lint', bin('eslint'), '.', '--max-warnings', '0'),
  check('format', bin('prettier'), '--check', '--log-level', 'warn', '.'),
  runner('browser', bin('wtr')),
  ...engines.map(engineRunner),
  nodeRunner(
    'node',
    NODE_FOLDERS.flatMap((folder) => testFiles(join('test', folder))),
  ),
];

/** What takes too long for every day: all looks of all stories, the manual in all languages. */
const longSteps = [
  {
    ...nodeRunner('long', ['test/stories/stories.test.ts', 'test/journey/manual.test.ts']),
    environment: { LONG: '1' },
  },
];

function readCounts() {
  const counts = { passed: 0, failed: 0, skipped: [] };
  if (!existsSync(countsFile)) return counts;
  for (const line of readFileSync(countsFile, 'utf8').trim().split('\n')) {
    const { passed, failed, skipped } = JSON.parse(line);
    counts.passed += passed;
    counts.failed += failed;
    counts.skipped.push(...skipped);
  }
  rmSync(countsFile);
  return counts;
}

function run({ name, command, commandArguments, counted, environment }) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const { status } = spawnSync(command, commandArguments, {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, TEST_COUNTS_FILE: countsFile, ...environment },
    shell: process.platform === 'win32',
  });
  const counts = counted ? readCounts() : { passed: status === 0 ? 1 : 0, failed: 0, skipped: [] };
  // A runner that broke before it could count, or found nothing to run, has failed all the same.
  const broke = status !== 0 || counts.passed + counts.failed === 0;
  if (broke && counts.failed === 0) counts.failed = 1;
  return { name, ...counts, seconds: Math.round((Date.now() - started) / 1000) };
}

await orSayWhy(async () => {
  process.chdir(projectRoot);
  requireNode();
  installDependencies();
  const isLong = process.argv.includes('--long');
  const { found, leftOut } = await findEngines();
  make('build', 'dist/esm/index.d.ts');

  const results = (isLong ? longSteps : steps(found)).map(run);
  rmSync(reports, { recursive: true, force: true });
  console.log('');
  console.table(results.map((result) => ({ ...result, skipped: result.skipped.length })));
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  for (const sentence of leftOut) console.log(sentence);
  for (const line of results.flatMap(({ skipped }) => skipped)) console.log(`Skipped: ${line}`);
  console.log(`${total('passed')} passed, ${total('failed')} failed`);
  process.exitCode = total('failed') === 0 ? 0 : 1;
});
