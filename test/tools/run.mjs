// npm test: makes what is missing, runs every check and every test, and ends with the totals.
import { installDependencies, projectRoot, requireNode } from '../../demo/tools/prepare.mjs';

const HELP = `npm test                every check and every test
npm test -- STEP …      only these, with what they need
npm run test:long       every story in every theme, language and width; the manual in every language
npm run verify          what your change can break (npm run verify -- --help)`;

/** The engines beside Chromium, with what finds each and the variable that names it from then on. */
const OTHER_ENGINES = {
  firefox: { find: 'findFirefox', variable: 'FIREFOX_PATH' },
  webkit: { find: 'findWebKitDriver', variable: 'WEBKIT_DRIVER_PATH' },
};

/** Where every engine has to be there: in continuous integration, and for whoever asks for it. */
const needsEveryEngine = process.env.CI === 'true' || process.env.REQUIRE_ENGINES === '1';

/**
 * Finds the engines, or installs them. Not every computer can have each; what is left out is said below
 * the totals.
 */
async function findEngines() {
  const browsers = await import('./find-browser.mjs');
  const found = [];
  const missing = [];
  process.env.CHROME_PATH = await browsers.findBrowser();
  for (const [engine, { find, variable }] of Object.entries(OTHER_ENGINES)) {
    try {
      process.env[variable] = await browsers[find]();
      found.push(engine);
    } catch ({ message }) {
      missing.push({ engine, message });
    }
  }
  return { found, missing };
}

const secondsSince = (started) => (performance.now() - started) / 1000;

const given = process.argv.slice(2);

async function runTests() {
  const [unknown] = given.filter((one) => one.startsWith('--') && one !== '--long');
  if (unknown) throw new Error(`There is no option ${unknown}: npm test -- --help`);
  const started = performance.now();
  process.chdir(projectRoot);
  requireNode();
  installDependencies();
  const installed = secondsSince(started);
  const { found, missing } = await findEngines();
  const ready = secondsSince(started);

  const { register } = await import('tsx/esm/api');
  register();
  const { NO_TESTS, runSteps } = await import('./run-steps.ts');
  const { everyStep, longSteps } = await import('./steps.ts');
  const { chooseSteps } = await import('./choose-steps.ts');
  const { report } = await import('./report.ts');

  const isLong = given.includes('--long');
  const names = given.filter((name) => !name.startsWith('--'));
  const lacking = missing.find(({ engine }) => names.includes(engine));
  if (lacking) throw new Error(lacking.message);
  const leftOut = isLong || names.length > 0 ? [] : missing;
  const steps = chooseSteps(isLong ? longSteps() : everyStep(found), names);
  const results = [
    { ...NO_TESTS, name: 'dependencies', seconds: installed },
    { ...NO_TESTS, name: 'browsers', seconds: ready - installed },
    ...(await runSteps(steps)),
    ...leftOut
      .filter(() => needsEveryEngine)
      .map(({ engine, message }) => ({
        ...NO_TESTS,
        name: engine,
        failed: 1,
        seconds: 0,
        problem: `${engine} did not run. ${message}`,
      })),
  ];
  const notes = leftOut
    .filter(() => !needsEveryEngine)
    .map(({ engine, message }) => `Not tested in ${engine}. ${message}`);
  const alone = (name) => (isLong ? 'npm run test:long' : `npm test -- ${name}`);
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
