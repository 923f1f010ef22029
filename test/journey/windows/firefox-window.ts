import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';
import puppeteer from 'puppeteer-core';
import { findFirefox } from '../../../demo/tools/browser/find-browser.mjs';
import { FONT_ENVIRONMENT } from '../../../demo/tools/browser/font-environment.mjs';
import { killOnExit } from '../../tools/child-process.mjs';
import { SIZE, type BrowserWindow } from './browser-window.js';

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));

/** Opens a window of Firefox, which Puppeteer drives over WebDriver BiDi (see engines.mjs). */
export async function openFirefox(): Promise<BrowserWindow> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX_PATH ?? (await findFirefox()),
    env: { ...process.env, ...FONT_ENVIRONMENT },
    extraPrefsFirefox: {
      'ui.prefersReducedMotion': 1,
      // Its sandbox would hide the fonts of the project.
      'security.sandbox.content.read_path_whitelist': PROJECT,
    },
  });
  const { pid } = browser.process() ?? {};
  const cancelKill = pid === undefined ? undefined : killOnExit(pid);
  const page = await browser.newPage();
  await page.setViewport(SIZE);
  return {
    goTo: async (url) => void (await page.goto(url)),
    press: async (key) => {
      if (key !== 'Shift+Tab') return page.keyboard.press(key === 'Space' ? ' ' : key);
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
    },
    type: (text) => page.keyboard.type(text),
    picture: async () => PNG.sync.read(Buffer.from(await page.screenshot())),
    evaluate: (expression) => page.evaluate(expression),
    close: async () => {
      await browser.close();
      cancelKill?.();
    },
  };
}
