import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

const { resolve } = createRequire(import.meta.url);

const readFont = (family: string, weight: string, path: string) => ({
  family,
  weight,
  content: readFileSync(resolve(path)),
});

const OPEN_SANS = '@fontsource/open-sans/files/open-sans-latin';
const NOTO_EMOJI = '@fontsource/noto-emoji/files/noto-emoji-emoji';

/**
 * The fonts of the pictures, the same on every machine: letters, the scripts and signs that the first font
 * lacks, and emoji. The fonts of the machine are not used.
 */
export const PICTURE_FONTS = [
  readFont('Picture font', '400', `${OPEN_SANS}-400-normal.woff2`),
  readFont('Picture font', '600', `${OPEN_SANS}-600-normal.woff2`),
  readFont('Picture font', '700', `${OPEN_SANS}-700-normal.woff2`),
  readFont('Picture scripts', '400', 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  readFont('Picture scripts', '700', 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  readFont('Picture emoji', '400', `${NOTO_EMOJI}-400-normal.woff2`),
] as const;

const fonts = PICTURE_FONTS.map(({ content }) => create(content) as Font);

/** Characters that are invisible, or part of the character before them. */
const UNSEEN = /[\p{Control}\p{Format}\p{Variation_Selector}\p{White_Space}]/u;

/**
 * Reports characters that no font of the pictures has: they would look different on other machines.
 */
export function missingCharacters(text: string): string[] {
  const missing = [...new Set(text)].filter((character) => {
    const point = character.codePointAt(0) ?? 0;
    return !UNSEEN.test(character) && !fonts.some((font) => font.hasGlyphForCodePoint(point));
  });
  return missing.map((character) => {
    const point = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `no font of the pictures has “${character}” (U+${point}): add one to test/stories/pictures/picture-fonts.ts`;
  });
}
