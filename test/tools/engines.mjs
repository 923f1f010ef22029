import { chromeLauncher } from '@web/test-runner-chrome';
import { playwrightLauncher } from '@web/test-runner-playwright';
import puppeteer from 'puppeteer-core';
import {
  findBrowser,
  findFirefox,
  findWebKitDriver,
} from '../../demo/tools/browser/find-browser.mjs';
import { FONT_ENVIRONMENT } from '../../demo/tools/browser/font-environment.mjs';
import { goInTurn } from './go-in-turn.mjs';
import { BROWSER_ARGUMENTS } from '../../demo/tools/browser/launch-chromium.mjs';
import { killOnExit } from './child-process.mjs';
import { webkitLauncher } from './webkit.mjs';

const env = { ...process.env, ...FONT_ENVIRONMENT };

/**
 * Two files run side by side, each in a context of its own: neither hears or finds what is the other's. A
 * file that comes later takes over the context and the page of one that has ended, with what that stored:
 * to open one takes longer than most files.
 */
const chromium = async () => {
  const idle = new WeakMap();
  // Chromium lets every page in front write to it; its shell would ask who is not there.
  const permissions = ['clipboard-write'];
  return playwrightLauncher({
    product: 'chromium',
    launchOptions: { executablePath: await findBrowser(), args: BROWSER_ARGUMENTS, env },
    createBrowserContext: async ({ browser }) => {
      // Of this browser only: where one crashed, the launcher starts another.
      if (!idle.has(browser)) idle.set(browser, []);
      const context =
        idle.get(browser).pop() ??
        (await browser.newContext({
          permissions,
          timezoneId: 'Europe/Amsterdam',
          // What is measured stands still; tests of motion ask for it.
          reducedMotion: 'reduce',
        }));
      // The launcher closes a context behind every file, and the browser closes them all in the end.
      context.close = async () => void idle.get(browser).push(context);
      return context;
    },
    createPage: async ({ context }) => context.pages()[0] ?? goInTurn(await context.newPage()),
  });
};

/**
 * Over WebDriver BiDi, so that no driver is needed beside the browser. Playwright drives a Firefox of
 * its own only, or one that is newer than Debian's; Puppeteer drives any.
 */
const firefox = async () => {
  let cancelKill;
  const launcher = chromeLauncher({
    puppeteer,
    launchOptions: {
      browser: 'firefox',
      executablePath: await findFirefox(),
      env,
      // As in Chromium and WebKit; Firefox and WebKit take it at their start only.
      extraPrefsFirefox: { 'ui.prefersReducedMotion': 1 },
    },
    // Chromium ends with the pipe to it; Firefox would stay when the runner is killed.
    createBrowserContext: ({ browser }) => {
      cancelKill = killOnExit(browser.process().pid);
      return browser.defaultBrowserContext();
    },
  });
  const { stop } = launcher;
  launcher.stop = async () => {
    await stop.call(launcher);
    cancelKill?.();
  };
  return launcher;
};

const webkit = async () => webkitLauncher(await findWebKitDriver());

/**
 * The engines that the tests run in. Chromium runs them all; the others those of what depends most on
 * the engine, one page at a time: two are slower in Firefox, and in WebKit they share a window.
 */
export const ENGINES = { chromium, firefox, webkit };
