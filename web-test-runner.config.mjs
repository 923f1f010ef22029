import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import puppeteer from 'puppeteer-core';
import { fileURLToPath } from 'node:url';
import { countReporter } from './test/tools/count-reporter.mjs';
import { BROWSER_ARGUMENTS, findBrowser } from './test/tools/find-browser.mjs';
import { prebundle } from './test/tools/prebundle.mjs';

/** The floors of src/ that are tested in a real browser; everything else under test/ runs in Node. */
const FLOORS = 'backend,elements,flow,internal,localization,otp,styles,testing';

export default {
  files: `test/{${FLOORS}}/**/*.test.ts`,
  nodeResolve: { exportConditions: ['development'], browser: true, preferBuiltins: false },
  plugins: [
    prebundle(['qrcode/lib/core/qrcode.js', 'axe-core', 'jsqr']),
    esbuildPlugin({
      ts: true,
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
      target: 'es2022',
    }),
    a11ySnapshotPlugin(),
  ],
  browsers: [
    chromeLauncher({
      puppeteer,
      launchOptions: { executablePath: await findBrowser(), args: BROWSER_ARGUMENTS },
      // Two files run side by side, and only one page of a browser can have the real focus: without
      // this the keys that a test sends to the other page are never taken.
      createPage: async ({ context }) => {
        const page = await context.newPage();
        await page.emulateFocusedPage(true);
        return page;
      },
    }),
  ],
  concurrency: 2,
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: false }),
    countReporter(),
  ],
  // Lit says at every start that it checks more here than in production, as it should.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  testFramework: { config: { timeout: 10_000 } },
  coverageConfig: { include: ['src/**/*.ts'], exclude: ['src/localization/generated/**'] },
};
