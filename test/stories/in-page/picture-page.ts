import type { PageGlobals } from '../../../stories/.storybook/story-page.js';
import { changePage } from './change-page.js';

/** A font of all pictures. */
export interface FontFile {
  readonly family: string;
  readonly weight: string;
  /** In base64. */
  readonly file: string;
}

let pictureStyles: CSSStyleSheet | undefined;

export const hasFonts = (): boolean => pictureStyles !== undefined;

/** Loads the fonts of pictures into this page. For each character, the first font that has it is used. */
export async function loadFonts(files: readonly FontFile[]): Promise<void> {
  const families = [...new Set(files.map(({ family }) => `'${family}'`))].join();
  pictureStyles = new CSSStyleSheet();
  // With fractional widths, the layout does not depend on how letters are painted. A caret would blink.
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

/** Resets scrolling, whose position depends on the fonts in which the story was played. */
function scrollToStart(): void {
  for (const tree of treesIn(document))
    for (const element of tree.querySelectorAll('*')) element.scrollTo(0, 0);
}

/**
 * Changes the page around the story, sets the fonts of pictures in all its trees, and resets scrolling.
 *
 * @returns The text of the story, and the height of the page in CSS pixels.
 */
export async function preparePicture(
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

/** Removes the fonts of pictures. */
export function endPictures(): void {
  for (const tree of treesIn(document)) tree.adoptedStyleSheets = othersIn(tree);
}
