import { defaultReporter } from '@web/test-runner';
import { bundledModules } from './test/tools/bundled-modules.mjs';
import { countBrowserTests } from './test/tools/count-tests.mjs';
import { engineCommands } from './test/tools/engine-commands.mjs';
import { ENGINES } from './test/tools/engines.mjs';
import { freePort } from './test/tools/free-port.mjs';
import { manifest } from './test/tools/manifest.mjs';
import { readmeBlock } from './test/tools/marked-block.mjs';
import { browserTests, filesUnder } from './test/tools/test-files.mjs';
import { runCounts } from './test/security/counts/count-difference.mjs';

/** Matches the tests of code that depends most on the engine, which run in every engine. */
const IN_EVERY_ENGINE =
  /^test\/(elements\/(code-input\/|qr-code\/|shared\/base\/(field-|flow-focus))|otp\/digits)/;

const engines = (process.env.ENGINES ?? 'chromium').split(',');
const hasOnlyChromium = engines.join() === 'chromium';

const tests = browserTests();

/** The registration modules and the scripts of apps, which pages in frames load by their URLs. */
const scripts = [
  ...filesUnder('src/elements', /\/mfa-[\w-]+\.ts$/),
  ...filesUnder('test/host-pages', /\/app\.ts$/),
];

export default {
  files: tests.filter((file) => hasOnlyChromium || IN_EVERY_ENGINE.test(file)),
  // The runner would look for a free port itself, and two that look at the same time find the same one.
  port: await freePort(),
  plugins: [
    bundledModules([...tests, ...scripts]),
    engineCommands(),
    readmeBlock(),
    runCounts(),
    manifest(),
  ],
  browsers: await Promise.all(engines.map((engine) => ENGINES[engine]())),
  concurrency: hasOnlyChromium ? 2 : 1,
  concurrentBrowsers: 1,
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: false }),
    countBrowserTests(),
  ],
  // Lit warns at every start that it is in dev mode, which is intended here.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  // Only the tests of a file limit its time; the random walks take longest, and those of test:long take hours.
  testsFinishTimeout: process.env.WALK_ACTS ? 6 * 3_600_000 : 300_000,
  testFramework: { config: { timeout: 10_000 } },
};
