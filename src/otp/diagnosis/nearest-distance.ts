/** Milliseconds of work between two pauses. A long task starts at 50, on a device six times slower. */
const WORK_TIME = 8;

/**
 * Returns the number nearest to zero that matches. At the same distance, behind (-1) precedes ahead (1).
 * Pauses regularly, so that the page stays responsive.
 *
 * @param from The least distance, 0 or more.
 * @param to The greatest distance.
 * @returns `undefined` if none matches.
 */
export async function nearestDistance(
  from: number,
  to: number,
  isMatch: (distance: number) => boolean,
): Promise<number | undefined> {
  let pauseAt = performance.now() + WORK_TIME;
  for (let size = from; size <= to; size += 1) {
    for (const distance of size === 0 ? [0] : [-size, size]) {
      if (isMatch(distance)) return distance;
    }
    if (performance.now() < pauseAt) continue;
    await new Promise((resolve) => setTimeout(resolve));
    pauseAt = performance.now() + WORK_TIME;
  }
  return undefined;
}
