import type { Picture } from './picture.js';

/** Pixels between two pictures. */
const GAP = 8;

/** Joins pictures side by side into one. */
export function beside(pictures: readonly Picture[]): Picture {
  const width = pictures.reduce((sum, picture) => sum + picture.width + GAP, -GAP);
  const height = Math.max(...pictures.map((picture) => picture.height));
  const data = new Uint8Array(width * height * 4).fill(128);
  let left = 0;
  for (const picture of pictures) {
    const row = picture.width * 4;
    for (let y = 0; y < picture.height; y += 1) {
      data.set(picture.data.subarray(y * row, (y + 1) * row), (y * width + left) * 4);
    }
    left += picture.width + GAP;
  }
  return { width, height, data };
}
