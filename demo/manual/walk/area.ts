import type { Locator } from 'playwright';
import type { Box } from './recording.js';

/** A part of the page in CSS pixels. */
export type Area = Box;

/** Room around what a picture shows, also for the marks at its edges; CSS pixels. */
export interface Room {
  readonly x: number;
  readonly y: number;
}

/** Enough for a number beside an element at the edge. */
const ROOM: Room = { x: 28, y: 14 };

/** The part of the page that holds all of these. */
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

/** Where something is in an area; undefined when it is not wholly inside. */
export async function boxIn(area: Area, locator: Locator): Promise<Box | undefined> {
  const box = await locator.boundingBox();
  if (!box) return undefined;
  const { width, height } = box;
  const [x, y] = [box.x - area.x, box.y - area.y];
  const inside = x >= 0 && y >= 0 && x + width <= area.width && y + height <= area.height;
  return inside ? { x, y, width, height } : undefined;
}
