import type { Page } from 'playwright';
import type { FontFile } from '../in-page/wear-fonts.js';
import { wear } from '../look-at-story.js';
import { FIRST_LOOK, type Look } from '../looks.js';
import { missingCharacters, PICTURE_FONTS } from './picture-fonts.js';
import { halve, readPng, type Picture } from './picture.js';

/** The looks that a story has pictures in. */
export const PICTURE_LOOKS: readonly Look[] = [360, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((theme) => ({ ...FIRST_LOOK, theme, width })),
);

/** CSS pixels; of a longer page (500 apps) the rest is more of the same. */
const LONGEST = 1600;

/** As the page takes them. */
const FONT_FILES: readonly FontFile[] = PICTURE_FONTS.map(({ content, ...font }) => ({
  ...font,
  file: content.toString('base64'),
}));

/** Run in the page. */
const hasFonts = () => window.storyTests.hasFonts();
const bringFonts = (files: readonly FontFile[]) => window.storyTests.bringFonts(files);
const wearFonts = (isWorn: boolean) => window.storyTests.wearFonts(isWorn);
const lengthOf = () => document.documentElement.scrollHeight;

/** One picture of a story that was played, as a file of its own size and halved. */
export interface TakenPicture {
  readonly look: Look;
  readonly file: Buffer;
  readonly halved: Picture;
}

/** The pictures of a story, and what cannot be drawn alike on every machine. */
export interface TakenPictures {
  readonly pictures: readonly TakenPicture[];
  readonly complaints: readonly string[];
}

/** Takes the pictures of a story that was played. */
export async function takePictures(page: Page): Promise<TakenPictures> {
  if (!(await page.evaluate(hasFonts))) await page.evaluate(bringFonts, FONT_FILES);
  const pictures: TakenPicture[] = [];
  let text = '';
  for (const look of PICTURE_LOOKS) {
    await wear(page, look);
    text += await page.evaluate(wearFonts, true);
    const height = Math.min(LONGEST, await page.evaluate(lengthOf));
    const file = await page.screenshot({
      fullPage: true,
      clip: { x: 0, y: 0, width: look.width, height },
      animations: 'disabled',
      caret: 'hide',
      scale: 'css',
    });
    pictures.push({ look, file, halved: halve(readPng(file)) });
  }
  await page.evaluate(wearFonts, false);
  return { pictures, complaints: missingCharacters(text) };
}
