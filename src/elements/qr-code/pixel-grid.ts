import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Pixels per module. Below this, a smaller drawing is harder to scan than uneven modules are. */
const LEAST_PIXELS = 3;

/** Returns whether the browser measures in device pixels. Safari measures in CSS px only. */
const measuresPixels = (): boolean =>
  typeof ResizeObserverEntry === 'function' &&
  'devicePixelContentBoxSize' in ResizeObserverEntry.prototype;

/** The part of the plane that a drawing shows, in modules. */
export interface Viewport {
  /** Left and top edge. */
  readonly start: number;
  /** Units per side. */
  readonly side: number;
  /** Whether a module is a whole number of device pixels. */
  readonly even: boolean;
}

/**
 * Keeps every module of a QR code a whole number of device pixels, however the page lays out the
 * drawing: at 110 % zoom, on a screen with 1.5 pixels per CSS px, in a narrow column.
 *
 * Why: uneven modules decide whether a phone reads the code. The drawing keeps the size that the page
 * gives it; remaining pixels go to the white around the code.
 *
 * @example
 * ```ts
 * #grid = new PixelGrid(this, '.drawing');
 *
 * render() {
 *   const { start, side } = this.#grid.viewport(size);
 *   return html`<svg class="drawing" viewBox="${start} ${start} ${side} ${side}"></svg>`;
 * }
 * ```
 */
export class PixelGrid implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #selector: string;
  /** Absent in a simulated document, which has no layout. */
  readonly #observer =
    typeof ResizeObserver === 'function'
      ? new ResizeObserver(([entry]) => {
          if (entry) this.#measure(entry);
        })
      : undefined;
  /** Device pixels per side; 0 until the drawing is laid out, which happens before it is painted. */
  #pixels = 0;
  #drawing: Element | null | undefined;

  /** @param selector Matches the drawing in the host, which updates when its number of pixels has changed. */
  constructor(host: ReactiveControllerHost & HTMLElement, selector: string) {
    this.#host = host;
    this.#selector = selector;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observe(this.#host.shadowRoot?.querySelector(this.#selector));
  }

  hostUpdated(): void {
    this.hostConnected();
  }

  hostDisconnected(): void {
    this.#observe(undefined);
  }

  /** Returns the part of the plane to show, for a drawing of this many units per side. */
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

  #observe(drawing: Element | null | undefined): void {
    if (drawing === this.#drawing) return;
    this.#drawing = drawing;
    this.#observer?.disconnect();
    if (!drawing) return;
    this.#observer?.observe(drawing, {
      box: measuresPixels() ? 'device-pixel-content-box' : 'content-box',
    });
  }

  #measure({ contentRect, devicePixelContentBoxSize }: ResizeObserverEntry): void {
    const pixels = measuresPixels()
      ? (devicePixelContentBoxSize[0]?.inlineSize ?? 0)
      : Math.round(contentRect.width * devicePixelRatio);
    if (pixels === this.#pixels) return;
    this.#pixels = pixels;
    this.#host.requestUpdate();
  }
}
