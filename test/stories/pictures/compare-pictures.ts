import pixelmatch from 'pixelmatch';
import { areEqual, type Picture } from './picture.js';

/** All lengths are in pixels of a halved picture: two CSS pixels each. */

/** Blurred, letters that are painted differently or moved by a pixel are alike. */
const BLUR = 1;

/** The largest difference of colours that look the same, 0 to 1 as in pixelmatch. */
const SAME_COLOUR = 0.1;

/** The side of a tile: 32 CSS pixels, the size of an icon or of a line of text. */
const TILE = 16;

/** Tiles overlap, so that a small change is not split by the border of two. */
const STEP = 8;

/** The share of a tile that may differ. */
const SHARE = 0.2;

/** The largest difference of the mean red, green or blue of a tile, of 255. */
const MEAN = 12;

/** The largest difference in height: fonts differ slightly between machines. */
const LENGTH = 2;

/** The difference of two pictures. */
export interface PictureDifference {
  /** Describes the visible differences; '' if there are none. */
  readonly summary: string;
  /** The largest share of a tile that differs, and the largest difference of a mean colour. */
  readonly worst: { readonly share: number; readonly mean: number };
  /** The new picture, faint, with the differences in red. */
  readonly difference: Picture;
}

/** Gives a picture another height, by cutting it off or by repeating its last row. */
function withHeight({ width, height, data }: Picture, wanted: number): Picture {
  if (wanted === height) return { width, height, data };
  const row = width * 4;
  const grown = new Uint8Array(row * wanted);
  grown.set(data.subarray(0, row * Math.min(wanted, height)));
  const last = data.subarray(row * (height - 1), row * height);
  for (let y = height; y < wanted; y += 1) grown.set(last, y * row);
  return { width, height: wanted, data: grown };
}

/** Sums everything above and to the left, which gives the sum of any rectangle in four steps. */
function sumsOf(width: number, height: number, valueAt: (pixel: number) => number) {
  const row = width + 1;
  const sums = new Float64Array(row * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let sum = 0;
    for (let x = 0; x < width; x += 1) {
      sum += valueAt(y * width + x);
      sums[(y + 1) * row + x + 1] = (sums[y * row + x + 1] ?? 0) + sum;
    }
  }
  const at = (x: number, y: number) => sums[y * row + x] ?? 0;
  return (left: number, top: number, right: number, bottom: number) =>
    at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top);
}

/** Replaces each pixel by the mean of those around it. */
function blur({ width, height, data }: Picture): Picture {
  const blurred = new Uint8Array(data.length).fill(255);
  for (let part = 0; part < 3; part += 1) {
    const sum = sumsOf(width, height, (pixel) => data[pixel * 4 + part] ?? 0);
    for (let y = 0; y < height; y += 1) {
      const [top, bottom] = [Math.max(0, y - BLUR), Math.min(height, y + BLUR + 1)];
      for (let x = 0; x < width; x += 1) {
        const [left, right] = [Math.max(0, x - BLUR), Math.min(width, x + BLUR + 1)];
        const area = (right - left) * (bottom - top);
        blurred[(y * width + x) * 4 + part] = Math.round(sum(left, top, right, bottom) / area);
      }
    }
  }
  return { width, height, data: blurred };
}

/** The upper left corners of all tiles. The last ones touch the border. */
function* tilesOf(width: number, height: number): Generator<[left: number, top: number]> {
  const starts = (length: number) => {
    const last = Math.max(0, length - TILE);
    return [...Array.from({ length: Math.ceil(last / STEP) }, (_, index) => index * STEP), last];
  };
  for (const top of starts(height)) for (const left of starts(width)) yield [left, top];
}

/**
 * Compares a picture with the accepted one, both halved ({@link halve}). It compares tile by tile: a button
 * that vanished from a large page is a small share of the page, but a large share of a tile.
 */
export function comparePictures(accepted: Picture, actual: Picture): PictureDifference {
  if (areEqual(accepted, actual)) {
    return { summary: '', worst: { share: 0, mean: 0 }, difference: actual };
  }
  if (accepted.width !== actual.width) {
    const summary = `it is ${actual.width * 2}px wide, and was ${accepted.width * 2}px`;
    return { summary, worst: { share: 1, mean: 255 }, difference: actual };
  }
  const { width } = actual;
  const height = Math.max(accepted.height, actual.height);
  const before = blur(withHeight(accepted, height));
  const after = blur(withHeight(actual, height));
  const difference = { width, height, data: new Uint8Array(width * height * 4) };
  const mask = new Uint8Array(width * height * 4);
  const compare = (output: Uint8Array, diffMask: boolean) =>
    pixelmatch(before.data, after.data, output, width, height, {
      threshold: SAME_COLOUR,
      includeAA: true,
      diffMask,
    });
  compare(difference.data, false);
  compare(mask, true);

  const differing = sumsOf(width, height, (pixel) => (mask[pixel * 4 + 3] ? 1 : 0));
  const offsets = [0, 1, 2].map((part) =>
    sumsOf(
      width,
      height,
      (pixel) => (after.data[pixel * 4 + part] ?? 0) - (before.data[pixel * 4 + part] ?? 0),
    ),
  );
  const tiles = [...tilesOf(width, height)].map(([left, top]) => {
    const [right, bottom] = [Math.min(width, left + TILE), Math.min(height, top + TILE)];
    const area = (right - left) * (bottom - top);
    const means = offsets.map((offset) => Math.abs(offset(left, top, right, bottom)) / area);
    const share = differing(left, top, right, bottom) / area;
    return { left, top, share, mean: Math.max(...means) };
  });
  const worst = {
    share: Math.max(...tiles.map(({ share }) => share)),
    mean: Math.max(...tiles.map(({ mean }) => mean)),
  };
  const off = tiles.filter(({ share, mean }) => share > SHARE || mean > MEAN);
  const grown = Math.abs(accepted.height - actual.height);
  const [first] = off;
  const summary = [
    ...(grown > LENGTH
      ? [`it is ${actual.height * 2}px high, and was ${accepted.height * 2}px`]
      : []),
    ...(first
      ? [`${off.length} places differ, the first at ${first.left * 2}, ${first.top * 2}`]
      : []),
  ].join('; ');
  return { summary, worst, difference };
}
