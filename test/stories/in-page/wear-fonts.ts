/** A font that every picture is drawn with. */
export interface FontFile {
  readonly family: string;
  readonly weight: string;
  /** In base64. */
  readonly file: string;
}

let pictureFonts: CSSStyleSheet | undefined;

/** Brings the fonts of pictures to this page; the first is asked first for a character. */
export async function bringFonts(files: readonly FontFile[]): Promise<void> {
  const families = [...new Set(files.map(({ family }) => `'${family}'`))].join();
  pictureFonts = new CSSStyleSheet();
  // Widths of letters in fractions of a pixel do not depend on how the letters are painted.
  pictureFonts.replaceSync(
    `* { font-family: ${families} !important; text-rendering: geometricPrecision !important; }`,
  );
  await Promise.all(
    files.map(async ({ family, weight, file }) => {
      const bytes = Uint8Array.from(atob(file), (character) => character.charCodeAt(0));
      document.fonts.add(await new FontFace(family, bytes, { weight }).load());
    }),
  );
}

export const hasFonts = (): boolean => pictureFonts !== undefined;

/**
 * Gives every tree of the page fonts that are the same on every computer, or takes them away again.
 *
 * @returns the text of the story, when it has been laid out
 */
export async function wearFonts(isWorn: boolean): Promise<string> {
  let text = '';
  const dress = (tree: Document | ShadowRoot) => {
    const others = tree.adoptedStyleSheets.filter((sheet) => sheet !== pictureFonts);
    tree.adoptedStyleSheets = isWorn && pictureFonts ? [...others, pictureFonts] : others;
    for (const { shadowRoot } of tree.querySelectorAll('*')) {
      if (!shadowRoot) continue;
      text += shadowRoot.textContent;
      dress(shadowRoot);
    }
  };
  dress(document);
  await document.fonts.ready;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return text + (document.getElementById('storybook-root')?.textContent ?? '');
}
