import type { PageGlobals } from '../../../stories/.storybook/story-page.js';
import type { StoriesPage } from '../built-storybook.js';
import type { FontFile } from '../in-page/picture-page.js';
import { globalsOf, resize } from '../look-at-story.js';
import { FIRST_LOOK, type Look } from '../looks.js';
import { missingCharacters, PICTURE_FONTS } from './picture-fonts.js';
import { halve, readPng, type Picture } from './picture.js';

/** The looks of the pictures of a story. */
export const PICTURE_LOOKS: readonly Look[] = [360, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((theme) => ({ ...FIRST_LOOK, theme, width })),
);

/** CSS pixels: the rest of a longer page (500 apps) repeats the same. */
const MAX_HEIGHT = 1600;

/** The fonts in the format of the page script. */
const FONT_FILES: readonly FontFile[] = PICTURE_FONTS.map(({ content, ...font }) => ({
  ...font,
  file: content.toString('base64'),
}));

/* Run in the page. */
const hasFonts = () => window.storyTests.hasFonts();
const loadFonts = (files: readonly FontFile[]) => window.storyTests.loadFonts(files);
const preparePicture = (globals: PageGlobals) => window.storyTests.preparePicture(globals);
const endPictures = () => window.storyTests.endPictures();

/** One picture of a played story, as a file of the original size and halved. */
export interface TakenPicture {
  readonly look: Look;
  readonly file: Buffer;
  readonly halved: Picture;
}

/** The pictures of a story, and complaints about characters that machines draw differently. */
export interface TakenPictures {
  readonly pictures: readonly TakenPicture[];
  readonly complaints: readonly string[];
}

/**
 * Takes the pictures of a played story. It uses the DevTools protocol, because Playwright does not offer
 * `optimizeForSpeed`: larger files, written faster.
 */
export async function takePictures({ page, session }: StoriesPage): Promise<TakenPictures> {
  if (!(await page.evaluate(hasFonts))) await page.evaluate(loadFonts, FONT_FILES);
  const pictures: TakenPicture[] = [];
  let text = '';
  for (const look of PICTURE_LOOKS) {
    await resize(page, look);
    const prepared = await page.evaluate(preparePicture, globalsOf(look));
    text += prepared.text;
    const height = Math.min(MAX_HEIGHT, prepared.height);
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
