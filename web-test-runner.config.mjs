import { defaultReporter } from '@web/test-runner';
import { bundledModules } from './test/tools/bundled-modules.mjs';
import { countBrowserTests } from './test/tools/count-tests.mjs';
import { engineCommands } from './test/tools/engine-commands.mjs';
import { ENGINES } from './test/tools/engines.mjs';
import { freePort } from './test/tools/free-port.mjs';
import { readmeBlock } from './test/tools/readme-block.mjs';
import { browserTests, filesUnder } from './test/tools/test-files.mjs';

/** What depends most on the engine, and so is tested in each of them. */
const IN_EVERY_ENGINE =
  /^test\/(elements\/(code-input\/|qr-code\/|shared\/base\/field-)|otp\/digits)/;

const engines = (process.env.ENGINES ?? 'chromium').split(',');
const hasOnlyChromium = engines.join() === 'chromium';

const tests = browserTests();

/** What pages in frames load by themselves. */
const scripts = filesUnder('src/elements', /\/mfa-[\w-]+\.ts$/);

export default {
  files: tests.filter((file) => hasOnlyChromium || IN_EVERY_ENGINE.test(file)),
  // Two runners that look for a free one at the same time find the same.
  port: await freePort(),
  plugins: [bundledModules([...tests, ...scripts]), engineCommands(), readmeBlock()],
  browsers: await Promise.all(engines.map((engine) => ENGINES[engine]())),
  concurrency: hasOnlyChromium ? 2 : 1,
  concurrentBrowsers: 1,
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: false }),
    countBrowserTests(),
  ],
  // Lit says at every start that it checks more here than in production, as it should.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  // A file may take as long as its tests allow themselves; the QR codes of 1,000 accounts take longest.
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 10_000 } },
};
