import { PNG } from 'pngjs';

/** A picture of a page: red, green, blue and opacity of each pixel, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Reduces an edge to 8 shades: edges are compared blurred, and files stay small. */
const edge = (value: number): number => Math.round(((value >> 5) * 255) / 7);

/** The pixels as numbers of four bytes: red, green, blue and opacity. */
const pixelsOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array =>
  new Uint32Array(buffer, byteOffset, byteLength / 4);

/** Halves width and height: four pixels become their mean. Areas keep their colour. */
export function halve({ width, height, data }: Picture): Picture {
  const half = { width: width >> 1, height: height >> 1 };
  const halved = new Uint8Array(half.width * half.height * 4).fill(255);
  const at = (index: number) => data[index] ?? 0;
  const pixels = pixelsOf(data);
  const halvedPixels = pixelsOf(halved);
  for (let y = 0; y < half.height; y += 1) {
    for (let x = 0; x < half.width; x += 1) {
      const from = 2 * y * width + 2 * x;
      const to = y * half.width + x;
      const pixel = pixels[from] ?? 0;
      // Most of a page is areas of one colour.
      if (
        pixel === pixels[from + 1] &&
        pixel === pixels[from + width] &&
        pixel === pixels[from + width + 1]
      ) {
        halvedPixels[to] = pixel;
        continue;
      }
      for (let part = 0; part < 3; part += 1) {
        const index = 4 * from + part;
        const first = at(index);
        const below = index + width * 4;
        const sum = first + at(index + 4) + at(below) + at(below + 4);
        halved[4 * to + part] = sum === 4 * first ? first : edge(sum >> 2);
      }
    }
  }
  return { ...half, data: halved };
}

/** Tells whether two pictures are the same to the byte. */
export const areEqual = (one: Picture, other: Picture): boolean =>
  one.width === other.width && one.height === other.height && !Buffer.compare(one.data, other.data);

/** Reads a PNG file. */
export const readPng = (file: Buffer): Picture => PNG.sync.read(file);

/** Writes a PNG file, as small as possible. */
export function writePng({ width, height, data }: Picture): Buffer {
  const png = new PNG({ width, height });
  png.data = Buffer.from(data);
  return PNG.sync.write(png, {
    colorType: 2,
    inputHasAlpha: true,
    // With few colours, the bytes themselves repeat more often than their differences.
    filterType: 0,
    deflateStrategy: 0,
    deflateLevel: 9,
  });
}
