import type { PageGlobals } from '../../../stories/.storybook/story-page.js';
import type { StoriesPage } from '../built-storybook.js';
import type { FontFile } from '../in-page/wear-fonts.js';
import { globalsOf, resize } from '../look-at-story.js';
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
const poseForPicture = (globals: PageGlobals) => window.storyTests.poseForPicture(globals);
const endPictures = () => window.storyTests.endPictures();

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

/**
 * Takes the pictures of a story that was played, by the browser itself: it then may write files that are
 * larger and done sooner.
 */
export async function takePictures({ page, session }: StoriesPage): Promise<TakenPictures> {
  if (!(await page.evaluate(hasFonts))) await page.evaluate(bringFonts, FONT_FILES);
  const pictures: TakenPicture[] = [];
  let text = '';
  for (const look of PICTURE_LOOKS) {
    await resize(page, look);
    const posed = await page.evaluate(poseForPicture, globalsOf(look));
    text += posed.text;
    const height = Math.min(LONGEST, posed.height);
    const { data } = await session.send('Page.captureScreenshot', {
      clip: { x: 0, y: 0, width: look.width, height, scale: 1 },
      captureBeyondViewport: height > (page.viewportSize()?.height ?? 0),
      optimizeForSpeed: true,
    });
    const file = Buffer.from(data, 'base64');
    pictures.push({ look, file, halved: halve(readPng(file)) });
  }
  await page.evaluate(endPictures);
  return { pictures, complaints: missingCharacters(text) };
}
