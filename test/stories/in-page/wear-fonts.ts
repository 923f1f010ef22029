import type { PageGlobals } from '../../../stories/.storybook/story-page.js';
import { changePage } from './change-page.js';

/** A font that every picture is drawn with. */
export interface FontFile {
  readonly family: string;
  readonly weight: string;
  /** In base64. */
  readonly file: string;
}

let pictureStyles: CSSStyleSheet | undefined;

export const hasFonts = (): boolean => pictureStyles !== undefined;

/** Brings the fonts of pictures to this page; the first is asked first for a character. */
export async function bringFonts(files: readonly FontFile[]): Promise<void> {
  const families = [...new Set(files.map(({ family }) => `'${family}'`))].join();
  pictureStyles = new CSSStyleSheet();
  // Widths of letters in fractions of a pixel do not depend on how the letters are painted; a caret blinks.
  pictureStyles.replaceSync(
    `* {
      font-family: ${families} !important;
      text-rendering: geometricPrecision !important;
      caret-color: transparent !important;
    }`,
  );
  await Promise.all(
    files.map(async ({ family, weight, file }) => {
      const bytes = Uint8Array.from(atob(file), (character) => character.charCodeAt(0));
      document.fonts.add(await new FontFace(family, bytes, { weight }).load());
    }),
  );
}

function* treesIn(tree: Document | ShadowRoot): Generator<Document | ShadowRoot> {
  yield tree;
  for (const { shadowRoot } of tree.querySelectorAll('*'))
    if (shadowRoot) yield* treesIn(shadowRoot);
}

const othersIn = ({ adoptedStyleSheets }: DocumentOrShadowRoot): CSSStyleSheet[] =>
  adoptedStyleSheets.filter((sheet) => sheet !== pictureStyles);

/** How far something was scrolled depends on the fonts that it was played in. */
function scrollToStart(): void {
  for (const tree of treesIn(document))
    for (const element of tree.querySelectorAll('*')) element.scrollTo(0, 0);
}

/**
 * Changes the page around the story, gives all its trees the fonts of pictures, and shows the start of
 * what scrolls.
 *
 * @returns the text of the story, and the height of the page in CSS pixels
 */
export async function poseForPicture(
  globals: PageGlobals,
): Promise<{ text: string; height: number }> {
  let text = document.getElementById('storybook-root')?.textContent ?? '';
  await changePage(globals, () => {
    for (const tree of treesIn(document)) {
      tree.adoptedStyleSheets = [...othersIn(tree), ...(pictureStyles ? [pictureStyles] : [])];
      if (tree instanceof ShadowRoot) text += tree.textContent;
    }
  });
  scrollToStart();
  return { text, height: document.documentElement.scrollHeight };
}

/** Takes the fonts of pictures away again. */
export function endPictures(): void {
  for (const tree of treesIn(document)) tree.adoptedStyleSheets = othersIn(tree);
}
