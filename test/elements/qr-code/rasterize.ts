/** Pixels of the page around the drawing, on every side of the picture. */
const MARGIN = 12;

/**
 * Paints a drawing as on a screen: the SVG of the element, at the size of its layout, by the browser.
 *
 * @param page The colour of the page around it.
 */
export async function rasterize(svg: SVGSVGElement, page: string): Promise<HTMLCanvasElement> {
  const side = Math.round(svg.getBoundingClientRect().width);
  const screen = document.createElement('canvas');
  screen.width = screen.height = side + 2 * MARGIN;
  const context = screen.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('There is no canvas.');
  context.fillStyle = page;
  context.fillRect(0, 0, screen.width, screen.height);
  context.drawImage(await load(svg, side), MARGIN, MARGIN, side, side);
  return screen;
}

/** Returns the drawing as a separate image, at the size at which it is shown. */
async function load(svg: SVGSVGElement, side: number): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('width', String(side));
  copy.setAttribute('height', String(side));
  const markup = new XMLSerializer().serializeToString(copy);
  const url = URL.createObjectURL(new Blob([markup], { type: 'image/svg+xml' }));
  const image = new Image(side, side);
  image.src = url;
  try {
    await image.decode();
  } finally {
    URL.revokeObjectURL(url);
  }
  return image;
}
