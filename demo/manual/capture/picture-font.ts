import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** The weights that the manual and the portal use. */
export const FONT_WEIGHTS = [400, 600, 700] as const;

/** The path of Open Sans in a weight (SIL Open Font License 1.1). */
export const fontFile = (weight: number): string =>
  resolve(`@fontsource/open-sans/files/open-sans-latin-${weight}-normal.woff2`);

interface FontFile {
  readonly weight: string;
  /** In base64. */
  readonly bytes: string;
}

export const readPictureFont = (): FontFile[] =>
  FONT_WEIGHTS.map((weight) => ({
    weight: String(weight),
    bytes: readFileSync(fontFile(weight)).toString('base64'),
  }));

/**
 * Runs in a page of the portal. Sets one font, so that the pictures are the same on every computer. It
 * takes the bytes as an argument, because the policy of the pages loads no font from elsewhere.
 */
export function setPictureFont(files: readonly FontFile[]): void {
  for (const { weight, bytes } of files) {
    const font = Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0));
    document.fonts.add(new FontFace('Open Sans', font, { weight }));
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('body { font-family: "Open Sans", sans-serif !important; }');
  document.adoptedStyleSheets = [sheet];
}
