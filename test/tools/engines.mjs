import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { BROWSER_ARGUMENTS, findBrowser, findFirefox, findWebKitDriver } from './find-browser.mjs';
import { tether } from './leash.mjs';
import { webkitLauncher } from './webkit.mjs';

const chromium = async () =>
  chromeLauncher({
    puppeteer,
    launchOptions: { executablePath: await findBrowser(), args: BROWSER_ARGUMENTS },
    // Two files run side by side. In a context of its own no page hears the broadcasts of the other
    // or finds what it stored; and only one page of a browser can have the real focus: without
    // emulation the keys that a test sends to the other page are never taken.
    createPage: async ({ browser }) => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.emulateFocusedPage(true);
      return page;
    },
  });

/** Over WebDriver BiDi, so that no driver is needed beside the browser. */
const firefox = async () => {
  let untether;
  const launcher = chromeLauncher({
    puppeteer,
    launchOptions: {
      browser: 'firefox',
      executablePath: await findFirefox(),
      // As in WebKit, where it can be set at the start only; Chromium takes both in turn.
      extraPrefsFirefox: { 'ui.prefersReducedMotion': 1 },
    },
    // Chromium ends with the pipe to it; Firefox would stay when the runner is killed.
    createBrowserContext: ({ browser }) => {
      untether = tether(browser.process().pid);
      return browser.defaultBrowserContext();
    },
  });
  const { stop } = launcher;
  launcher.stop = async () => {
    await stop.call(launcher);
    untether?.();
  };
  return launcher;
};

const webkit = async () => webkitLauncher(await findWebKitDriver());

/**
 * The engines that the tests run in. Chromium runs them all; the others those of what depends most on
 * the engine, one page at a time: two are slower in Firefox, and in WebKit they share a window.
 */
export const ENGINES = { chromium, firefox, webkit };
