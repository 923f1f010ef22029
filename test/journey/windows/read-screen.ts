import { readFile } from 'node:fs/promises';
import type { Picture } from './browser-window.js';

/** How long the screen has to be the same, and at most is waited for, in ms. */
const STILL = 100;
const PATIENCE = 3000;

/**
 * Reads what a virtual screen shows, once it is still: a page is drawn later than its own clock says. A caret
 * that blinks does not matter.
 *
 * @param dump The file that the screen writes (XWDFile.h of X11, version 7).
 * @param size The part that is wanted, from the top left.
 */
export async function readScreen(
  dump: string,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Picture> {
  const deadline = Date.now() + PATIENCE;
  let last = readDump(await readFile(dump), width, height);
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, STILL));
    const next = readDump(await readFile(dump), width, height);
    if (last.equals(next) || Date.now() > deadline) return { width, height, data: next };
    last = next;
  }
}

function readDump(file: Buffer, width: number, height: number): Buffer {
  const field = (index: number) => file.readUInt32BE(index * 4);
  const [headerSize, bytesPerLine, colors] = [field(0), field(12), field(19)];
  const pixels = headerSize + colors * 12;
  const data = Buffer.alloc(width * height * 4, 255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      // Blue, green, red, unused.
      const from = pixels + y * bytesPerLine + x * 4;
      const to = (y * width + x) * 4;
      data[to] = file[from + 2] ?? 0;
      data[to + 1] = file[from + 1] ?? 0;
      data[to + 2] = file[from] ?? 0;
    }
  }
  return data;
}
