import type { Picture } from './picture.js';

type Colour = readonly [red: number, green: number, blue: number];

export const WHITE: Colour = [255, 255, 255];
export const INK: Colour = [24, 33, 47];
export const ACCENT: Colour = [35, 83, 196];

/** A drawn page for the tests of the comparison, in CSS pixels. */
export class Drawing implements Picture {
  readonly data: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
    ground: Colour = WHITE,
  ) {
    this.data = new Uint8Array(width * height * 4).fill(255);
    this.fill(0, 0, width, height, ground);
  }

  /** Fills a rectangle. Partial pixels at its sides are blended, as when a letter is painted. */
  fill(left: number, top: number, width: number, height: number, colour: Colour): this {
    for (let y = Math.floor(top); y < top + height; y += 1) {
      for (let x = Math.floor(left); x < left + width; x += 1) {
        const share =
          Math.min(1, x + 1 - left, left + width - x) * Math.min(1, y + 1 - top, top + height - y);
        this.#blend((y * this.width + x) * 4, colour, share);
      }
    }
    return this;
  }

  /** Draws a line of text: stems of letters in words, each `weight` pixels wide. */
  text(left: number, top: number, letters: number, { weight = 1.6, colour = INK } = {}): this {
    for (let letter = 0; letter < letters; letter += 1) {
      if (letter % 6 === 5) continue;
      this.fill(left + letter * 7.3, top, weight, 11, colour);
      this.fill(left + letter * 7.3, top + (letter % 3) * 4.5, 5, weight, colour);
    }
    return this;
  }

  #blend(index: number, colour: Colour, share: number): void {
    colour.forEach((value, part) => {
      const ground = this.data[index + part] ?? 255;
      this.data[index + part] = Math.round(ground + (value - ground) * share);
    });
  }
}
