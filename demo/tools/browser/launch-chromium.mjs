import { chromium } from 'playwright';
import { findBrowser } from './find-browser.mjs';
import { FONT_ENVIRONMENT } from './font-environment.mjs';

/**
 * Chromium reads the last of two such lists, so this one repeats what matters of Playwright's: what changes
 * what a page or the network sees. It adds what makes each new context slow: an address bar that is a web
 * page of its own, and a process for a page that may come next.
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

/** Chromium runs as root, needs no graphics card, and looks up none of its maker's hosts. */
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
 * Starts the Chromium that the tests run in, found or installed. The one that CHROME_PATH names is not
 * asked first whether it starts, as that takes longer than many a test.
 *
 * @param {readonly string[]} [more] arguments beside those that it always gets
 */
export async function launchChromium(more = []) {
  const executablePath = process.env.CHROME_PATH ?? (await findBrowser());
  return chromium.launch({
    executablePath,
    args: [...BROWSER_ARGUMENTS, ...more],
    env: { ...process.env, ...FONT_ENVIRONMENT },
  });
}
