import { PNG } from 'pngjs';
import { launchChromium } from '../../../demo/tools/browser/launch-chromium.mjs';
import { SIZE, type BrowserWindow } from './browser-window.js';

/** Opens a window of Chromium, which Playwright drives. */
export async function openChromium(): Promise<BrowserWindow> {
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: SIZE, reducedMotion: 'reduce' });
  return {
    goTo: async (url) => void (await page.goto(url)),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    picture: async () => PNG.sync.read(await page.screenshot()),
    evaluate: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  };
}
