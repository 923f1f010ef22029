import { expect } from '@open-wc/testing';
import { PALETTE, type PaletteName } from '../../src/styles/palette.js';

/** A colour on the one it stands on. */
type Pair = readonly [PaletteName, PaletteName];

const TEXT: readonly Pair[] = [
  ['text', 'surface'],
  ['text', 'surface-soft'],
  ['text', 'accent-soft'],
  ['text', 'danger-soft'],
  ['text', 'success-soft'],
  ['muted', 'surface'],
  ['muted', 'surface-soft'],
  ['accent', 'surface'],
  ['accent', 'surface-soft'],
  ['accent-strong', 'surface'],
  ['danger', 'surface'],
  ['danger', 'danger-soft'],
  ['success', 'surface'],
  ['success', 'success-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-danger', 'danger'],
];

const LINES: readonly Pair[] = [
  ['border', 'surface'],
  ['focus', 'surface'],
  ['focus', 'surface-soft'],
  ['focus', 'accent-soft'],
  ['danger', 'surface'],
  ['accent', 'surface'],
];

/** What a page itself is likely to be: the text also stands on it, outside any surface. */
const PAGES = { light: '#ffffff', dark: '#121212' } as const;

for (const scheme of ['light', 'dark'] as const) {
  describe(`the colours on a ${scheme} page`, () => {
    for (const [pairs, least, criterion] of [
      [TEXT, 4.5, '1.4.3'],
      [LINES, 3, '1.4.11'],
    ] as const) {
      for (const [front, back] of pairs) {
        it(`${front} on ${back} is at least ${least}:1 (WCAG ${criterion})`, () => {
          const ratio = contrast(PALETTE[front][scheme], PALETTE[back][scheme]);
          expect(ratio).to.be.at.least(least);
        });
      }
    }

    for (const name of ['text', 'muted', 'accent', 'danger', 'success'] as const) {
      it(`${name} on the page is at least 4.5:1`, () => {
        expect(contrast(PALETTE[name][scheme], PAGES[scheme])).to.be.at.least(4.5);
      });
    }

    it('border on the page is at least 3:1', () => {
      expect(contrast(PALETTE.border[scheme], PAGES[scheme])).to.be.at.least(3);
    });
  });
}

/** WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
