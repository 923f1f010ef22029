import type { PaletteName } from '../../src/styles/palette.js';

/** A colour, or what the page itself is where a tag paints nothing. */
export type Ground = PaletteName | 'page';

/** A colour, and what it stands on. */
export type Pair = readonly [front: PaletteName, back: Ground];

/**
 * Every pair of colours that meets on the screen. Not put together from the style sheets by eye: the
 * test compares it with what the tags paint.
 */
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

/** Edges by which a control is found, rings, and icons: everything that tells something and is no text. */
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
