import { PNG } from 'pngjs';

/** A picture of a page: red, green, blue and opacity of each pixel, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Of the edges of things, 8 shades are kept: they are compared blurred, and files stay small. */
const edge = (value: number): number => Math.round(((value >> 5) * 255) / 7);

/** Makes a picture half as wide and half as high: of four pixels their mean. Areas keep their colour. */
export function halve({ width, height, data }: Picture): Picture {
  const half = { width: width >> 1, height: height >> 1 };
  const halved = new Uint8Array(half.width * half.height * 4).fill(255);
  const at = (index: number) => data[index] ?? 0;
  for (let y = 0; y < half.height; y += 1) {
    for (let x = 0; x < half.width; x += 1) {
      const from = (2 * y * width + 2 * x) * 4;
      const to = (y * half.width + x) * 4;
      for (let part = 0; part < 3; part += 1) {
        const first = at(from + part);
        const below = from + part + width * 4;
        const sum = first + at(from + part + 4) + at(below) + at(below + 4);
        halved[to + part] = sum === 4 * first ? first : edge(sum >> 2);
      }
    }
  }
  return { ...half, data: halved };
}

/** Reads a PNG file. */
export const readPng = (file: Buffer): Picture => PNG.sync.read(file);

/** Writes a PNG file, as small as it goes. */
export function writePng({ width, height, data }: Picture): Buffer {
  const png = new PNG({ width, height });
  png.data = Buffer.from(data);
  return PNG.sync.write(png, {
    colorType: 2,
    inputHasAlpha: true,
    // Few colours: the bytes as they are repeat more often than their differences.
    filterType: 0,
    deflateStrategy: 0,
    deflateLevel: 9,
  });
}
