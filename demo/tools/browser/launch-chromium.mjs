import { chromium } from 'playwright';
import { findBrowser } from './find-browser.mjs';
import { FONT_ENVIRONMENT } from './font-environment.mjs';

/**
 * Chromium reads only the last list of this kind, so this one repeats the part of Playwright's list that
 * changes what a page or the network sees. It adds two features that make each new context slow: an address
 * bar that is a web page itself, and a spare process for the next page.
 */
const FEATURES_OFF = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxPopup',
  'SpareRendererForSitePerProcess',
];

/** With these Chromium runs as root, without a graphics card, and sends no requests to its vendor. */
export const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${FEATURES_OFF.join()}`,
];

/**
 * Starts the Chromium that the tests run in. If CHROME_PATH names one, it is not probed first, because that
 * takes longer than many tests.
 *
 * @param {readonly string[]} [more] arguments in addition to {@link BROWSER_ARGUMENTS}
 */
export async function launchChromium(more = []) {
  const executablePath = process.env.CHROME_PATH ?? (await findBrowser());
  return chromium.launch({
    executablePath,
    args: [...BROWSER_ARGUMENTS, ...more],
    env: { ...process.env, ...FONT_ENVIRONMENT },
  });
}
