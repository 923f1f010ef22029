/** Milliseconds of work between two pauses: a long task begins at 50, on a device six times slower. */
const STRETCH = 8;

/**
 * The number nearest to zero that a search is for, behind (-1) before ahead (1) where both are as
 * near. Stops at the first, and lets the page go on with its work in between.
 *
 * @param from The least distance, 0 or more.
 * @param to The greatest.
 * @returns `undefined` when there is none.
 */
export async function nearestDistance(
  from: number,
  to: number,
  isMatch: (distance: number) => boolean,
): Promise<number | undefined> {
  let pauseAt = performance.now() + STRETCH;
  for (let size = from; size <= to; size += 1) {
    for (const distance of size === 0 ? [0] : [-size, size]) {
      if (isMatch(distance)) return distance;
    }
    if (performance.now() < pauseAt) continue;
    await new Promise((resolve) => setTimeout(resolve));
    pauseAt = performance.now() + STRETCH;
  }
  return undefined;
}
