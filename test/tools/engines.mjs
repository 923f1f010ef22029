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
 * Two files run in parallel, each in its own context, so neither sees the events or the storage of the
 * other. A later file reuses the context and the page of a file that has ended, including its storage:
 * opening a new one takes longer than most files.
 */
const chromium = async () => {
  const idle = new WeakMap();
  // Chromium lets a page in the foreground write to the clipboard; its headless shell would prompt.
  const permissions = ['clipboard-write'];
  return playwrightLauncher({
    product: 'chromium',
    launchOptions: { executablePath: await findBrowser(), args: BROWSER_ARGUMENTS, env },
    createBrowserContext: async ({ browser }) => {
      // Contexts are kept for each browser, because the launcher replaces a browser that crashes.
      if (!idle.has(browser)) idle.set(browser, []);
      const context =
        idle.get(browser).pop() ??
        (await browser.newContext({
          permissions,
          timezoneId: 'Europe/Amsterdam',
          // Nothing moves while it is measured. Tests of motion turn motion on.
          reducedMotion: 'reduce',
        }));
      // The launcher closes the context after every file; the browser closes all of them at its end.
      context.close = async () => void idle.get(browser).push(context);
      return context;
    },
    createPage: async ({ context }) => context.pages()[0] ?? goInTurn(await context.newPage()),
  });
};

/**
 * Uses WebDriver BiDi, which needs no driver beside the browser. Playwright drives only its own Firefox, or
 * one that is newer than Debian's; Puppeteer drives any.
 */
const firefox = async () => {
  let cancelKill;
  const launcher = chromeLauncher({
    puppeteer,
    launchOptions: {
      browser: 'firefox',
      executablePath: await findFirefox(),
      env,
      // As in Chromium and WebKit. In Firefox and WebKit it can be set only at their start.
      extraPrefsFirefox: { 'ui.prefersReducedMotion': 1 },
    },
    // Chromium ends when the pipe to it closes; Firefox would keep running if the runner is killed.
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
 * The engines that the tests run in. Chromium runs all tests. The others run the tests of code that depends
 * most on the engine, one page at a time: two pages are slower in Firefox, and share a window in WebKit.
 */
export const ENGINES = { chromium, firefox, webkit };
