// npm test: builds what is missing, runs every check and every test, and prints the totals at the end.
import { rmSync } from 'node:fs';
import { installDependencies, projectRoot, requireNode } from '../../demo/tools/prepare.mjs';
import {
  findBrowser,
  findFirefox,
  findWebKitDriver,
} from '../../demo/tools/browser/find-browser.mjs';
import { RECORDS } from './record-tests.mjs';

const HELP = `npm test                every check and every test
npm test -- STEP …      only these steps, and those that they need
npm run test:long       every story in every look; the manual in every language; the packed modules; long random walks; more in every engine
npm run verify          the checks and tests that your change can break (npm run verify -- --help)`;

/** The function that finds each engine, and the environment variable that then holds its path. */
const ENGINES = {
  chromium: { find: findBrowser, variable: 'CHROME_PATH' },
  firefox: { find: findFirefox, variable: 'FIREFOX_PATH' },
  webkit: { find: findWebKitDriver, variable: 'WEBKIT_DRIVER_PATH' },
};

/** Whether a missing engine is a failure: in continuous integration, or if REQUIRE_ENGINES is set. */
const needsEveryEngine = process.env.CI === 'true' || process.env.REQUIRE_ENGINES === '1';

/**
 * Finds the engines that steps run in, or installs them. Only Chromium is required, because not every
 * computer can install the others.
 *
 * @returns {Promise<Map<string, string>>} maps each missing engine to the reason
 */
async function findEngines(steps) {
  const missing = new Map();
  for (const [engine, { find, variable }] of Object.entries(ENGINES)) {
    if (!steps.some((step) => step.engine === engine)) continue;
    try {
      process.env[variable] = await find();
    } catch (error) {
      if (engine === 'chromium') throw error;
      missing.set(engine, error.message);
    }
  }
  return missing;
}

/** Leaves out steps, and what others would wait for. */
const withoutMissing = (steps, leftOut) =>
  steps
    .filter((step) => !leftOut.includes(step))
    .map((step) => ({
      ...step,
      after: step.after?.filter((name) => !leftOut.some((left) => left.name === name)),
    }));

const secondsSince = (started) => (performance.now() - started) / 1000;

const given = process.argv.slice(2);

async function runTests() {
  const [unknown] = given.filter((one) => one.startsWith('--') && one !== '--long');
  if (unknown) throw new Error(`Unknown option ${unknown}. For help: npm test -- --help`);
  const started = performance.now();
  process.chdir(projectRoot);
  requireNode();
  installDependencies();
  const installed = secondsSince(started);

  const { register } = await import('tsx/esm/api');
  register();
  const { NO_TESTS, runSteps } = await import('./run-steps.ts');
  const { everyStep, longSteps } = await import('./steps.ts');
  const { chooseSteps } = await import('./choose-steps.ts');
  const { report } = await import('./report.ts');

  const isLong = given.includes('--long');
  const names = given.filter((name) => !name.startsWith('--'));
  const steps = chooseSteps(isLong ? longSteps() : everyStep(), names);
  const found = secondsSince(started);
  const missing = await findEngines(steps);
  // Only what runs now may be compared.
  rmSync(RECORDS, { recursive: true, force: true });
  const finding = secondsSince(started) - found;
  const isMissing = ({ engine }) => missing.has(engine);
  const leftOut = steps.filter(isMissing);
  const requested = leftOut.find(({ name }) => names.includes(name));
  if (requested) throw new Error(missing.get(requested.engine));
  const results = [
    { ...NO_TESTS, name: 'dependencies', seconds: installed },
    { ...NO_TESTS, name: 'browsers', seconds: finding },
    ...(await runSteps(withoutMissing(steps, leftOut))),
    ...leftOut
      .filter(() => needsEveryEngine)
      .map(({ name, engine }) => ({
        ...NO_TESTS,
        name,
        failed: 1,
        seconds: 0,
        problem: `${name} did not run. ${missing.get(engine)}`,
      })),
  ];
  const notes = leftOut
    .filter(() => !needsEveryEngine)
    .map(({ name, engine }) => `Not tested in ${name}. ${missing.get(engine)}`);
  const alone = ({ name }) => (isLong ? 'npm run test:long' : `npm test -- ${name}`);
  console.log(report(results, { seconds: secondsSince(started), alone, notes }));
  process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
}

if (given.includes('--help')) console.log(HELP);
else {
  await runTests().catch(({ message }) => {
    console.error(message);
    console.log('0 passed, 1 failed');
    process.exitCode = 1;
  });
}
