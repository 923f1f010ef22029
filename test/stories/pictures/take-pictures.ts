import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { wearFont } from '../../tools/in-story-page.mjs';
import { wear } from '../look-at-story.js';
import { FIRST_LOOK, type Look } from '../looks.js';
import { halve, readPng, type Picture } from './picture.js';

/** The looks that a story has pictures in. */
export const PICTURE_LOOKS: readonly Look[] = [360, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((theme) => ({ ...FIRST_LOOK, theme, width })),
);

/** CSS pixels; of a longer page (500 apps) the rest is more of the same. */
const LONGEST = 1600;

const { resolve } = createRequire(import.meta.url);

/** One font for all, so that pictures of different machines show the same letters. */
const FONT_FILES = Object.fromEntries(
  ['400', '600', '700'].map((weight) => {
    const name = `@fontsource/open-sans/files/open-sans-latin-${weight}-normal.woff2`;
    return [weight, readFileSync(resolve(name)).toString('base64')];
  }),
);

/** Runs in the page. */
const hasFont = () => 'pictureFontFiles' in window;
const giveFont = (files: Record<string, string>) =>
  Object.assign(window, { pictureFontFiles: files });
const lengthOf = () => document.documentElement.scrollHeight;

/** One picture of a story that was played, as a file of its own size and halved. */
export interface TakenPicture {
  readonly look: Look;
  readonly file: Buffer;
  readonly halved: Picture;
}

/** Takes the pictures of a story that was played. */
export async function takePictures(page: Page): Promise<TakenPicture[]> {
  if (!(await page.evaluate(hasFont))) await page.evaluate(giveFont, FONT_FILES);
  const taken: TakenPicture[] = [];
  for (const look of PICTURE_LOOKS) {
    await wear(page, look);
    await page.evaluate(wearFont, true);
    const height = Math.min(LONGEST, await page.evaluate(lengthOf));
    const file = await page.screenshot({
      fullPage: true,
      clip: { x: 0, y: 0, width: look.width, height },
      animations: 'disabled',
      caret: 'hide',
      scale: 'css',
    });
    taken.push({ look, file, halved: halve(readPng(file)) });
  }
  await page.evaluate(wearFont, false);
  return taken;
}
