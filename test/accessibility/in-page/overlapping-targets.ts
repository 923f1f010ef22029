import { laidOutTargets, type Target } from './targets.js';

/** Borders may share a pixel, and boxes end between pixels. */
const TOLERANCE = 1;

/** Finds pairs of targets that overlap, so that a click may reach the wrong one. */
export function overlappingTargets(within?: Node): string[] {
  const all = laidOutTargets(within);
  return all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter((other) => !holds(one, other) && meet(one.box, other.box))
      .map((other) => `${one.name} and ${other.name} overlap`),
  );
}

/** One is inside the other, such as a checkbox in its label. */
const holds = (one: Target, other: Target): boolean =>
  one.element.contains(other.element) || other.element.contains(one.element);

const meet = (one: DOMRect, other: DOMRect): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > TOLERANCE &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > TOLERANCE;
