import type { PaletteName } from '../../src/styles/palette.js';

/** A colour, or the page's own background where an element paints nothing. */
export type Ground = PaletteName | 'page';

/** A colour and the one behind it. */
export type Pair = readonly [front: PaletteName, back: Ground];

/** Every pair of adjacent colours on the screen. The test compares the list with what the elements paint. */
export const TEXT: readonly Pair[] = [
  ['accent', 'accent-soft'],
  ['accent', 'page'],
  ['accent-strong', 'page'],
  ['danger', 'page'],
  ['danger', 'surface'],
  ['muted', 'page'],
  ['muted', 'surface'],
  ['muted', 'surface-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-danger', 'danger'],
  ['success', 'page'],
  ['success', 'surface-soft'],
  ['text', 'accent-soft'],
  ['text', 'danger-soft'],
  ['text', 'page'],
  ['text', 'success-soft'],
  ['text', 'surface'],
  ['text', 'surface-soft'],
];

/** The edges of controls, rings and icons: everything that conveys something and is not text. */
export const LINES: readonly Pair[] = [
  ['accent', 'accent-soft'],
  ['accent', 'page'],
  ['accent-strong', 'page'],
  ['border', 'page'],
  ['border', 'surface'],
  ['border', 'surface-soft'],
  ['danger', 'danger-soft'],
  ['danger', 'page'],
  ['danger', 'surface'],
  ['focus', 'page'],
  ['focus', 'surface'],
  ['focus', 'surface-soft'],
  ['muted', 'page'],
  ['muted', 'surface'],
  ['success', 'success-soft'],
  ['text', 'page'],
  ['text', 'surface'],
  ['text', 'surface-soft'],
];
