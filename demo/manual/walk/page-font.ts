import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** The weights that the manual and the portal use. */
export const FONT_WEIGHTS = [400, 600, 700] as const;

/** The file of Open Sans in a weight (SIL Open Font License 1.1). */
export const fontFile = (weight: number): string =>
  resolve(`@fontsource/open-sans/files/open-sans-latin-${weight}-normal.woff2`);

/**
 * A script that gives every page of the portal one font, so that the pictures are the same on every
 * computer. The bytes are in it: the policy of the pages rightly lets no font of others in.
 */
export function pageFontScript(): string {
  const fonts = FONT_WEIGHTS.map((weight) => [
    String(weight),
    readFileSync(fontFile(weight)).toString('base64'),
  ]);
  return `{
    for (const [weight, bytes] of ${JSON.stringify(fonts)}) {
      const font = Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0));
      document.fonts.add(new FontFace('Open Sans', font, { weight }));
    }
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('body { font-family: "Open Sans", sans-serif !important; }');
    document.adoptedStyleSheets = [sheet];
  }`;
}
