import type { Picture } from './browser-window.js';

/** Where the focus is in a picture, in its pixels. */
export interface FocusInPicture {
  /** The focus can be seen with all four sides. */
  readonly isWhole: boolean;
  /** What can be seen of it. Absent if nothing can. */
  readonly box?: { left: number; top: number; right: number; bottom: number };
  /** The share of the pixels outside the box that differ between the two pictures. */
  readonly moved: number;
}

/** The width of the frame that {@link MARK_FOCUS} draws, in CSS pixels. */
const FRAME = 4;
/** A color that no page has. */
const COLOR = '#ff00fe';

const FOCUSED = `
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  // No style reaches the input of a field of this library: the box around it is what one sees.
  const shown = focused?.assignedSlot?.parentElement ?? focused;`;

/**
 * Draws a frame at the edge of what has the focus. Returns false if none has. It reads no layout: an
 * engine might move the window then, to where it should have been.
 */
export const MARK_FOCUS = `(() => {${FOCUSED}
  if (!shown || shown === document.body) return false;
  shown.style.setProperty('outline', '${FRAME}px solid ${COLOR}', 'important');
  // Around a field: its digits and its own ring would cover it.
  const offset = shown === focused ? '-${FRAME}px' : '${FRAME}px';
  shown.style.setProperty('outline-offset', offset, 'important');
  // A frame follows round corners.
  shown.style.setProperty('border-radius', '0', 'important');
  return true;
})()`;

/** Removes the frame. */
export const UNMARK_FOCUS = `(() => {${FOCUSED}
  shown.style.removeProperty('outline');
  shown.style.removeProperty('outline-offset');
  shown.style.removeProperty('border-radius');
})()`;

/** Waits until the page is drawn. */
export const DRAWN =
  'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null))))';

/**
 * Finds the focus by comparing two pictures of a window.
 *
 * @param plain The window as it is.
 * @param marked The same, with the frame around the element that has the focus.
 */
export function findFocus(plain: Picture, marked: Picture): FocusInPicture {
  const { width, height, data } = marked;
  const isFrame = (x: number, y: number): boolean => {
    const at = (y * width + x) * 4;
    return (data[at] ?? 0) > 230 && (data[at + 1] ?? 255) < 40 && (data[at + 2] ?? 0) > 230;
  };
  const box = { left: width, top: height, right: -1, bottom: -1 };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!isFrame(x, y)) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  }
  const isInside = (x: number, y: number) =>
    x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  let differing = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const differs = [0, 1, 2].some(
        (color) => Math.abs((data[at + color] ?? 0) - (plain.data[at + color] ?? 0)) > 24,
      );
      if (differs && !isInside(x, y)) differing += 1;
    }
  }
  const moved = differing / (width * height);
  if (box.right < 0) return { isWhole: false, moved };
  const [wide, high] = [box.right - box.left + 1, box.bottom - box.top + 1];
  /**
   * Whether there is more on a side than the ends of the two sides beside it. A link over two lines has two
   * frames, or one with more corners, and the edge of a frame may be between two pixels.
   */
  const hasSide = (length: number, isFrameAt: (along: number, deep: number) => boolean): boolean =>
    Array.from({ length: FRAME }, (_, deep) => deep).some((deep) => {
      const lines = Array.from({ length }, (_, along) => along);
      const seen = lines.filter((along) => isFrameAt(along, deep)).length;
      return seen > Math.min(length / 3, 6 * FRAME);
    });
  const isWhole =
    hasSide(wide, (along, deep) => isFrame(box.left + along, box.top + deep)) &&
    hasSide(wide, (along, deep) => isFrame(box.left + along, box.bottom - deep)) &&
    hasSide(high, (along, deep) => isFrame(box.left + deep, box.top + along)) &&
    hasSide(high, (along, deep) => isFrame(box.right - deep, box.top + along));
  return { isWhole, box, moved };
}
