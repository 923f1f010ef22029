import type { Locator } from 'playwright';
import type { Box } from './capture.js';

/** A part of the page in CSS pixels. */
export type Area = Box;

/** The space around the contents of a picture, also for the marks at its edges, in CSS pixels. */
export interface Room {
  readonly x: number;
  readonly y: number;
}

/** Enough for a number beside an element at the edge. */
const ROOM: Room = { x: 28, y: 14 };

/** The smallest part of the page that contains all of these, with room around it. */
export async function areaAround(locators: readonly Locator[], room: Room = ROOM): Promise<Area> {
  const boxes = (await Promise.all(locators.map((locator) => locator.boundingBox()))).filter(
    (box) => box !== null,
  );
  const { width, height } = locators[0]?.page().viewportSize() ?? { width: 0, height: 0 };
  const left = Math.max(0, Math.min(...boxes.map(({ x }) => x)) - room.x);
  const top = Math.max(0, Math.min(...boxes.map(({ y }) => y)) - room.y);
  const right = Math.min(width, Math.max(...boxes.map((box) => box.x + box.width)) + room.x);
  const bottom = Math.min(height, Math.max(...boxes.map((box) => box.y + box.height)) + room.y);
  return {
    x: Math.floor(left),
    y: Math.floor(top),
    width: Math.ceil(right) - Math.floor(left),
    height: Math.ceil(bottom) - Math.floor(top),
  };
}

/** The position of an element in an area; undefined if it is not completely inside. */
export async function boxIn(area: Area, locator: Locator): Promise<Box | undefined> {
  const box = await locator.boundingBox();
  if (!box) return undefined;
  const { width, height } = box;
  const [x, y] = [box.x - area.x, box.y - area.y];
  const inside = x >= 0 && y >= 0 && x + width <= area.width && y + height <= area.height;
  return inside ? { x, y, width, height } : undefined;
}
