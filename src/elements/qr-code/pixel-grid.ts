/** Below this many pixels a module, a smaller drawing costs more than uneven modules do. */
const LEAST_PIXELS = 3;

/** Whether the browser measures in the screen's pixels: Safari does in CSS px only. */
const measuresPixels = (): boolean => 'devicePixelContentBoxSize' in ResizeObserverEntry.prototype;

/** What part of the plane a drawing shows, in modules. */
export interface Viewport {
  /** Left and top edge. */
  readonly start: number;
  /** Units a side. */
  readonly side: number;
  /** Whether a module is a whole number of pixels of the screen. */
  readonly even: boolean;
}

/**
 * Keeps every module of a QR code a whole number of the screen's pixels, however the page lays the
 * drawing out: at 110 % zoom, on a screen with 1.5 pixels a CSS px, in a narrow column. Uneven
 * modules are the difference between read and not read. The drawing keeps the size that the page
 * gives it; what is left over goes to the white around the code.
 */
export class PixelGrid {
  readonly #changed: () => void;
  readonly #observer = new ResizeObserver(([entry]) => {
    if (entry) this.#measure(entry);
  });
  /** Pixels of the screen a side; 0 until the drawing is laid out, which is before it is painted. */
  #pixels = 0;

  /** @param changed Called before the next paint when the number of pixels is another one. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Follows the size of this drawing, and of no other; `undefined` when it is gone. */
  readonly observe = (drawing: Element | undefined): void => {
    this.#observer.disconnect();
    if (!drawing) return;
    this.#observer.observe(drawing, {
      box: measuresPixels() ? 'device-pixel-content-box' : 'content-box',
    });
  };

  /** The part of the plane to show, for a drawing of so many units a side. */
  viewport(units: number): Viewport {
    const modulePixels = Math.floor(this.#pixels / units);
    if (modulePixels < LEAST_PIXELS) return { start: 0, side: units, even: this.#pixels === 0 };
    const leftPixels = Math.floor((this.#pixels - units * modulePixels) / 2);
    return {
      start: leftPixels > 0 ? -leftPixels / modulePixels : 0,
      side: this.#pixels / modulePixels,
      even: true,
    };
  }

  #measure({ contentRect, devicePixelContentBoxSize }: ResizeObserverEntry): void {
    const pixels = measuresPixels()
      ? (devicePixelContentBoxSize[0]?.inlineSize ?? 0)
      : Math.round(contentRect.width * devicePixelRatio);
    if (pixels === this.#pixels) return;
    this.#pixels = pixels;
    this.#changed();
  }
}
