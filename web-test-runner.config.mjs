import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { fileURLToPath } from 'node:url';
import { countReporter } from './test/tools/count-reporter.mjs';
import { engineCommands } from './test/tools/engine-commands.mjs';
import { ENGINES } from './test/tools/engines.mjs';
import { prebundle } from './test/tools/prebundle.mjs';
import { readmeBlock } from './test/tools/readme-block.mjs';

/** The folders of test/ that are tested in a real browser; everything else under it runs in Node. */
const FLOORS =
  'accessibility/{in-page,tags},backend,elements,flow,internal,localization,otp,presets,styles,testing,words';

/** What depends most on the engine, and so is tested in each of them. */
const IN_EVERY_ENGINE = ['elements/{code-input,field,qr-code}/**/*', 'otp/digits'];

const engines = (process.env.ENGINES ?? 'chromium').split(',');
const hasOnlyChromium = engines.join() === 'chromium';

/** The examples of the guide import the package by its name, as a page does: here that is its source. */
const ITSELF = {
  'mfa-elements': '/src/index.ts',
  'mfa-elements/define': '/src/define.ts',
  'mfa-elements/testing': '/src/testing/index.ts',
};

export default {
  files: hasOnlyChromium
    ? `test/{${FLOORS}}/**/*.test.ts`
    : IN_EVERY_ENGINE.map((path) => `test/${path}.test.ts`),
  nodeResolve: { exportConditions: ['development'], browser: true, preferBuiltins: false },
  plugins: [
    { name: 'the package itself', resolveImport: ({ source }) => ITSELF[source] },
    prebundle(['qrcode/lib/core/qrcode.js', 'axe-core', 'jsqr']),
    esbuildPlugin({
      ts: true,
      json: true,
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
      target: 'es2022',
    }),
    a11ySnapshotPlugin(),
    engineCommands(),
    readmeBlock(),
  ],
  browsers: await Promise.all(engines.map((engine) => ENGINES[engine]())),
  concurrency: hasOnlyChromium ? 2 : 1,
  concurrentBrowsers: 1,
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: false }),
    countReporter(),
  ],
  // Lit says at every start that it checks more here than in production, as it should.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  // A file may take as long as its tests allow themselves; the QR codes of 1,000 accounts take longest.
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 10_000 } },
  coverageConfig: { include: ['src/**/*.ts'], exclude: ['src/localization/generated/**'] },
};
